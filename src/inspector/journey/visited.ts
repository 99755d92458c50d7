import type { StateNode } from 'xstate'
import { checkoutMachine } from '../../../machines/checkout.machine.ts'
import type { Journey, Moment, State } from './types.ts'

// biome-ignore lint/suspicious/noExplicitAny: XState's own name for a state of any machine.
type Node = StateNode<any, any>

/** By each state that the checkout is left in at once: the state that it is in, and that cannot be entered otherwise. */
const passedThrough = new Map<string, string>()

const lookFor = (node: Node): void => {
  const [first] = (node.initial?.target ?? []) as Node[]
  if (first && (first.always ?? []).length > 0) passedThrough.set(node.path.join('.'), first.path.join('.'))
  for (const child of Object.values(node.states)) lookFor(child)
}

/** The states that a checkout has been in when it is in this one, from the outside in. */
const implied = (path: string): readonly string[] => {
  if (passedThrough.size === 0) lookFor(checkoutMachine.root)
  const names = path.split('.')
  return names.flatMap((_, depth) => {
    const outer = names.slice(0, depth + 1).join('.')
    const passed = passedThrough.get(outer)
    return passed === undefined ? [outer] : [outer, passed]
  })
}

interface Seen {
  /** What the journey began with when it was looked through. */
  first: State
  dropped: number
  /** By its path, the position at which a state was first entered: counted from the journey's beginning, with what was cut off. */
  readonly firstAt: Map<string, number>
  readonly known: Set<string>
  until: number
}

// A journey grows: what was looked through is not looked through again.
const seenIn = new WeakMap<readonly Moment[], Seen>()

const enter = ({ firstAt, known }: Seen, path: string, position: number): void => {
  if (known.has(path)) return
  known.add(path)
  for (const state of implied(path)) if (!firstAt.has(state)) firstAt.set(state, position)
}

const lookThrough = ({ moments, first, dropped }: Journey): Seen => {
  const before = seenIn.get(moments)
  // What a cut has made the first is known; one that was corrected begins another journey.
  const isCorrected = before && before.first !== first && before.dropped === dropped
  const seen: Seen =
    before && !isCorrected ? before : { first, dropped, firstAt: new Map(), known: new Set(), until: dropped }
  if (seen.until === dropped) enter(seen, first.path, dropped)
  const end = dropped + moments.length
  for (let position = Math.max(seen.until, dropped); position < end; position += 1) {
    const moment = moments[position - dropped]
    if (moment) enter(seen, moment.after.path, position + 1)
  }
  Object.assign(seen, { first, dropped, until: end })
  seenIn.set(moments, seen)
  return seen
}

/**
 * The paths of the states that the checkout has been in until then, and of those around them.
 *
 * @param index of the journey's moments; -1: before the first of them
 */
export const visitedBy = (journey: Journey, index: number): ReadonlySet<string> => {
  const { firstAt } = lookThrough(journey)
  const position = journey.dropped + index + 1
  return new Set([...firstAt].filter(([, at]) => at <= position).map(([path]) => path))
}
