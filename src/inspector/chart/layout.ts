import type { ElkExtendedEdge, ElkNode } from 'elkjs'
import elkjs from 'elkjs/lib/elk.bundled.js'
import { chipOf, elkGraph, isUpward } from './elk-graph.ts'
import type { Graph, GraphEdge } from './machine-graph.ts'
import { isChip } from './origins.ts'
import type { Box, Chart, ChartEdge, Point } from './types.ts'

// ELK's answer as a chart. Its boxes are placed within their parents, and its edges within whichever state it chose.

const round = (length: number): number => Math.round(length * 2) / 2

const moved = ({ x = 0, y = 0 }: Partial<Point>, by: Point): Point => ({ x: round(x + by.x), y: round(y + by.y) })

type Boxes = ReadonlyMap<string, Box>

const boxesIn = (node: ElkNode, corner: Point): readonly (readonly [string, Box])[] =>
  (node.children ?? []).flatMap((child) => {
    const box = { ...moved(child, corner), width: round(child.width ?? 0), height: round(child.height ?? 0) }
    return [[child.id, box] as const, ...boxesIn(child, box)]
  })

const boxOf = (boxes: Boxes, id: string): Box => {
  const box = boxes.get(id)
  if (!box) throw new Error(`ELK has no box for ${id}`)
  return box
}

const pointsOf = ({ sections }: ElkExtendedEdge, corner: Point): readonly Point[] => {
  const [section] = sections ?? []
  if (!section) return []
  return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map((point) => moved(point, corner))
}

const chartEdge = (graph: Graph, edge: GraphEdge, drawn: ElkExtendedEdge, boxes: Boxes): ChartEdge => {
  const corner = boxes.get(drawn.container ?? '') ?? { x: 0, y: 0 }
  const points = pointsOf(drawn, corner)
  const [label] = drawn.labels ?? []
  const box = isChip(edge)
    ? boxOf(boxes, chipOf(edge))
    : label && { ...moved(label, corner), width: round(label.width ?? 0), height: round(label.height ?? 0) }
  const { lines, ...ends } = edge
  return {
    ...ends,
    points: isUpward(graph, edge) ? [...points].reverse() : points,
    label: box ? { ...box, lines } : null,
  }
}

const chartOf = (graph: Graph, drawn: ElkNode): Chart => {
  const boxes: Boxes = new Map(boxesIn(drawn, { x: 0, y: 0 }))
  const edges = new Map(drawn.edges?.map((edge) => [edge.id, edge]))
  return {
    width: Math.ceil(drawn.width ?? 0),
    height: Math.ceil(drawn.height ?? 0),
    states: graph.states.map((state) => ({ ...state, ...boxOf(boxes, state.path) })),
    edges: graph.edges.flatMap((edge) => {
      const found = edges.get(edge.id)
      return found ? [chartEdge(graph, edge, found, boxes)] : []
    }),
  }
}

/** ELK orders what is side by side by chance: another seed is another picture, and the same seed always the same. */
export const layOut = async (graph: Graph, seed: number): Promise<Chart> =>
  chartOf(graph, await new elkjs.default().layout(elkGraph(graph, seed)))
