import { type EventObject, fromCallback } from 'xstate'
import { clockOf, now } from './clock.ts'

export interface AlarmInput {
  /** When to ring: milliseconds on the actor's clock. `null`: never. A time in the past rings at once. */
  readonly at: number | null
  /** What the parent is sent then. */
  readonly event: EventObject & { readonly code?: string }
}

// Longer pauses overflow the platform's timers, which then ring at once.
const LONGEST_PAUSE = 2 ** 31 - 1

/**
 * Rings at a fixed time. A deadline is an actor, and not a delayed transition (`after`), because XState starts an
 * invoked actor again when a persisted snapshot is restored, and drops a delayed transition.
 */
export const alarm = fromCallback<EventObject, AlarmInput>(({ input, sendBack, system }) => {
  const { at, event } = input
  if (at === null) return undefined
  const clock = clockOf(system)
  let timer: unknown
  const wait = (left: number): void => {
    const pause = Math.min(left, LONGEST_PAUSE)
    // A calendar that is set back does not lengthen the wait; a computer that slept through it ends it.
    const wake = (): void => wait(Math.min(left - pause, at - now(system)))
    if (left > 0) timer = clock.setTimeout(wake, pause)
    else sendBack(event)
  }
  wait(at - now(system))
  return () => clock.clearTimeout(timer)
})
