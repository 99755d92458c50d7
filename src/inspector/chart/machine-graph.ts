import type { AnyStateNode } from 'xstate'
import { labelLines } from './label-lines.ts'
import type { ChartState } from './types.ts'

// The statechart as a graph: the states that are drawn, and one edge for all the transitions from one to another. What
// a checkout only passes through (`starting`, `deciding`) is not drawn; what leads there leads on.

type Node = AnyStateNode

export type GraphState = Pick<ChartState, 'path' | 'name' | 'parent' | 'kind'>

export interface GraphEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  /** None: a checkout begins there. */
  readonly events: readonly string[]
  readonly lines: readonly string[]
}

export interface Graph {
  readonly states: readonly GraphState[]
  readonly edges: readonly GraphEdge[]
}

export interface Detail {
  /** How deep it goes: 3 ends with `live.flight.confirming`, 4 has its forms. */
  readonly depth: 3 | 4
  /** How many lines a label has at most. */
  readonly lines: number
}

export const inFull: Detail = { depth: 4, lines: 4 }

export const pathOf = (node: Node): string => node.path.join('.')

export const nodesBelow = (node: Node): readonly Node[] =>
  Object.values(node.states).flatMap((child) => [child, ...nodesBelow(child)])

/** Passed through, never stayed in. */
export const isTransient = ({ type, always }: Node): boolean => type === 'atomic' && (always?.length ?? 0) > 0

interface Arrow {
  readonly source: Node
  readonly target: Node
  /** `null`: a checkout begins there. */
  readonly event: string | null
  readonly isGuarded: boolean
}

interface Way {
  readonly target: Node
  readonly isGuarded: boolean
}

const waysThrough = (node: Node): readonly Way[] =>
  (node.always ?? []).flatMap(({ target = [], guard }) =>
    target.map((reached) => ({ target: reached, isGuarded: guard !== undefined })),
  )

const waysTo = (target: Node, isGuarded: boolean): readonly Way[] =>
  isTransient(target) ? waysThrough(target) : [{ target, isGuarded }]

const arrowsOf = (source: Node): readonly Arrow[] =>
  [...source.transitions.values()]
    .flat()
    .flatMap(({ target = [], eventType: event, guard }) =>
      target.flatMap((reached) => waysTo(reached, guard !== undefined)).map((way) => ({ source, event, ...way })),
    )

const firstOf = (node: Node): Node => {
  const [first] = node.initial?.target ?? []
  return first ? firstOf(first) : node
}

/** Where a checkout begins: anew, or restored, by the conditions of a state that is passed through at first. */
const beginnings = (root: Node): readonly Arrow[] => {
  const source = firstOf(root)
  return waysTo(source, false).map((way) => ({ source, event: null, ...way }))
}

const drawnAt = (node: Node, depth: number): Node =>
  node.path.length > depth && node.parent ? drawnAt(node.parent, depth) : node

const edgeOf = (id: string, arrows: readonly Arrow[], lines: number): GraphEdge => {
  const [source = '', target = ''] = id.split('>')
  const events = [...new Set(arrows.flatMap(({ event }) => event ?? []))]
  const beginning = arrows.every(({ isGuarded }) => isGuarded) ? 'restored' : 'start'
  return { id, source, target, events, lines: events.length > 0 ? labelLines(events, lines) : [beginning] }
}

const edgesOf = (arrows: readonly Arrow[], { depth, lines }: Detail): readonly GraphEdge[] => {
  const groups = new Map<string, Arrow[]>()
  for (const arrow of arrows) {
    const [source = '', target = ''] = [arrow.source, arrow.target].map((node) => pathOf(drawnAt(node, depth)))
    const id = `${source}>${target}`
    // What happens between the forms of a state is nothing to a picture that does not have them.
    if (source !== target) groups.set(id, [...(groups.get(id) ?? []), arrow])
  }
  return [...groups].map(([id, members]) => edgeOf(id, members, lines))
}

export const graphOf = (root: Node, detail: Detail = inFull): Graph => {
  const { depth } = detail
  const nodes = nodesBelow(root).filter((node) => !isTransient(node))
  return {
    states: nodes
      .filter(({ path }) => path.length <= depth)
      .map((node) => ({
        path: pathOf(node),
        name: node.key,
        parent: node.parent?.path.length ? pathOf(node.parent) : null,
        kind:
          node.type === 'final'
            ? 'final'
            : node.type === 'compound' && node.path.length < depth
              ? 'compound'
              : 'atomic',
      })),
    edges: edgesOf([...beginnings(root), ...nodes.flatMap(arrowsOf)], detail),
  }
}
