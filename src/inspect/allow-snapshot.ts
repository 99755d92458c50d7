import { allowContext, allowOutcome, looksLikeOurs } from './context.ts'
import { stateOfCheckout, stateOfInquiry } from './states.ts'
import type { SafeChildSnapshot, SafeSnapshot } from './types.ts'
import { untoldOf } from './untold.ts'
import { isCut, read, word } from './values.ts'

const statuses: Record<SafeSnapshot['status'], true> = { active: true, done: true, error: true, stopped: true }

/** Whether it has a checkout's context. Of an actor that is at hand, its machine says so with certainty. */
export const isCheckoutSnapshot = (snapshot: unknown): boolean => looksLikeOurs(read(snapshot, 'context'))

/**
 * A moment of the checkout, as far as it may be shown; `null`: it is none, or in no state that the machine has. Takes
 * the machine's snapshot, one that was stripped before, or what the official senders make of either. Never throws.
 *
 * @param previous what a sender has cut away ("[...]") is as it was before, and listed as `untold`
 *
 * @example
 * allowSnapshot(checkout.actor.getSnapshot())?.value // { live: { preparing: { form: 'ready' } } }
 */
export const allowSnapshot = (snapshot: unknown, previous?: SafeSnapshot | null): SafeSnapshot | null => {
  const state = stateOfCheckout(read(snapshot, 'value'))
  const context = read(snapshot, 'context')
  const before = previous?.context
  if (!state || !(isCut(context) ? before : looksLikeOurs(context))) return null
  const safe = isCut(context) && before ? before : allowContext(context, before)
  const output = allowOutcome(read(snapshot, 'output'))
  const untold = untoldOf(snapshot, previous).filter((part) => !output || part !== 'outcome')
  return {
    status: word(statuses, read(snapshot, 'status'), 'active'),
    ...state,
    // The one that a sender has cut there stands here as well.
    context: output && (!safe.outcome || isCut(read(context, 'outcome'))) ? { ...safe, outcome: output } : safe,
    ...(output && { output }),
    ...(untold.length > 0 && { untold }),
  }
}

/** A moment of any other actor: whether it lives, and the state of the inquiry. Never throws. */
export const allowChildSnapshot = (snapshot: unknown): SafeChildSnapshot => {
  const state = stateOfInquiry(read(snapshot, 'value'))
  return { status: word(statuses, read(snapshot, 'status'), 'active'), ...(state && { value: state.value }) }
}
