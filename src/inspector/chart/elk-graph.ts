import type { ElkExtendedEdge, ElkNode } from 'elkjs'
import type { Graph, GraphEdge, GraphState } from './machine-graph.ts'
import { padding, sizeOfLines, sizeOfName, titleHeight, widthOfTitle } from './measures.ts'
import { headerOf, isChip, isWithin } from './origins.ts'

// The graph in ELK's words. Two things are ours: what leads from a state to one inside it, and which way is down.

const layered = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS',
  'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'HEAD_LAYER',
  'elk.layered.nodePlacement.linearSegments.deflectionDampening': '0.1',
  'elk.layered.thoroughness': '60',
  'elk.spacing.nodeNode': '14',
  'elk.spacing.edgeNode': '10',
  'elk.spacing.edgeEdge': '8',
  'elk.spacing.labelNode': '6',
  'elk.layered.spacing.nodeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeNodeBetweenLayers': '10',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.padding': `[top=${titleHeight},left=${padding},bottom=${padding},right=${padding}]`,
}

/** A state whose forms only lead to each other is laid out by itself, as a line. */
const line = { ...layered, 'elk.hierarchyHandling': 'SEPARATE_CHILDREN', 'elk.direction': 'RIGHT' }

const inline = { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' }

export const chipOf = ({ id }: GraphEdge): string => `chip:${id}`

const linesOf = (edge: GraphEdge): readonly string[] => [...headerOf(edge), ...edge.lines]

/** Against the machine's order, which is that of a payment's life. ELK is given it the other way round: so it does not
 * have to choose what is up. */
export const isUpward = ({ states }: Graph, edge: GraphEdge): boolean => {
  const placeOf = (path: string): number => states.findIndex((state) => state.path === path)
  return !isChip(edge) && placeOf(edge.target) < placeOf(edge.source)
}

/** The arrows of the forms of a state lead nowhere else. */
const isClosed = ({ edges }: Graph, path: string): boolean =>
  edges.filter((edge) => !isChip(edge)).every(({ source, target }) => isWithin(source, path) === isWithin(target, path))

export const elkGraph = (graph: Graph, seed: number): ElkNode => {
  const parents = new Map(graph.states.map(({ path, parent }) => [path, parent]))

  const nodeOf = (state: GraphState): ElkNode => {
    const children = nodesIn(state.path)
    const isForm = state.path.split('.').length > 3
    if (children.length === 0) return { id: state.path, ...sizeOfName(state.name, isForm) }
    const width = widthOfTitle(state.name)
    const isLine = state.path.split('.').length === 3 && isClosed(graph, state.path)
    const layoutOptions = {
      ...(isLine ? line : layered),
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${width},${titleHeight})`,
    }
    return { id: state.path, children, layoutOptions }
  }
  const nodesIn = (parent: string | null): ElkNode[] => [
    ...graph.states.filter((state) => state.parent === parent).map(nodeOf),
    ...graph.edges
      .filter((edge) => isChip(edge) && parents.get(edge.target) === parent)
      .map((edge) => ({ id: chipOf(edge), ...sizeOfLines(linesOf(edge)) })),
  ]

  const edges = graph.edges.map((edge): ElkExtendedEdge => {
    const source = isChip(edge) ? chipOf(edge) : edge.source
    const isUp = isUpward(graph, edge)
    const [from, to] = isUp ? [edge.target, source] : [source, edge.target]
    const label = { text: edge.id, ...sizeOfLines(edge.lines), layoutOptions: inline }
    return { id: edge.id, sources: [from], targets: [to], labels: isChip(edge) ? [] : [label] }
  })
  return { id: 'root', layoutOptions: { ...layered, 'elk.randomSeed': String(seed) }, children: nodesIn(null), edges }
}
