import type { AnyStateNode } from 'xstate'
import { type Graph, type GraphEdge, graphOf } from './machine-graph.ts'
import { isBeginning, isFromAny, isWithin } from './origins.ts'

// The same picture for a first look: without the forms of states, and without what it would say twice.

/** A phase repeats a row of the whole only so as to remain the same phase. */
const repeats = (edge: GraphEdge, other: GraphEdge): boolean =>
  other.target === edge.target &&
  isWithin(edge.source, other.source) &&
  isFromAny(other) &&
  edge.events.every((event) => other.events.includes(event))

const isRestored = (edge: GraphEdge): boolean => isBeginning(edge) && edge.lines.includes('restored')

export const overviewOf = (root: AnyStateNode): Graph => {
  const { states, edges } = graphOf(root, { depth: 3, lines: 3 })
  return {
    states,
    edges: edges.filter((edge) => !isRestored(edge) && !edges.some((other) => repeats(edge, other))),
  }
}
