import type { StateNode } from 'xstate'
import { checkoutMachine } from '../../../machines/checkout.machine.ts'
import { stateBefore, toEvent, toSnapshot } from './state.ts'
import type { Journey } from './types.ts'

// biome-ignore lint/suspicious/noExplicitAny: XState's own name for a state of any machine.
type Node = StateNode<any, any>

const pathTo = (node: Node): string => node.path.join('.')

const edge = (source: Node, target: Node): string => `${pathTo(source)}>${pathTo(target)}`

const isWithin = (path: string, node: Node): boolean => path === pathTo(node) || path.startsWith(`${pathTo(node)}.`)

/** The innermost state that is entered with this one. */
const entered = (node: Node): Node => {
  const [first] = node.initial?.target ?? []
  return first ? entered(first as Node) : node
}

/** From where a transition has led on to where the checkout is, on the states that it left at once. */
const onwards = (target: Node, path: string): readonly string[] | null => {
  const leaf = entered(target)
  if (pathTo(leaf) === path) return []
  for (const { target: [next] = [] } of leaf.always ?? []) {
    const node = next as Node | undefined
    const rest = node && (isWithin(path, node) ? onwards(node, path) : null)
    if (rest) return [edge(leaf, node), ...rest]
  }
  return null
}

/**
 * The edges of the chart that the checkout has taken at a moment, as `source>target` by paths. None where it has stayed,
 * where nobody can know, and before the first moment.
 */
export const takenAt = (journey: Journey, index: number): readonly string[] => {
  const moment = journey.moments[index]
  const before = moment?.event && toSnapshot(stateBefore(journey, index))
  if (!moment?.event || !before || before.status !== 'active') return []
  const [taken] = checkoutMachine.getTransitionData(before, toEvent(moment.event))
  const [target] = taken?.target ?? []
  const rest = target && onwards(target as Node, moment.after.path)
  return taken && target && rest ? [edge(taken.source as Node, target as Node), ...rest] : []
}
