import type { Timeouts } from '../../../machines/checkout.types.ts'
import { nameOf } from './state.ts'
import type { Journey, Moment, State } from './types.ts'

/** How long the states wait in which a journey is brought about again. `asking`: for the server. */
export type Waits = Readonly<Record<keyof Timeouts | 'asking', number>>

const waitingIn = ({ path }: State): keyof Waits | null => {
  if (path.endsWith('.asking')) return 'asking'
  if (path === 'live.preparing.loading.slow') return null
  const name = nameOf(path)
  return name === 'loading' || name === 'submitting' || name === 'challenge' || name === 'redirecting' ? name : null
}

const isEnd = ({ event }: Moment): boolean => event?.type === 'checkout.timeout' || event?.type === 'server.silent'

/**
 * When each moment is brought about again, on a clock that never goes back: as it was, but that what had waited to its
 * end does so, and what had not does not. So a timer that rang late, and limits that were others, change nothing. Timers
 * that rang late together are told at one time: a session expires after what was before it, for on a clock that is not
 * late it would have done so first.
 */
export const timesOf = ({ moments, first }: Journey, waits: Waits): readonly number[] => {
  let before = first
  let present = 0
  let shift = 0
  let deadline = Number.POSITIVE_INFINITY
  return moments.map((moment) => {
    const { t, after } = moment
    const natural = Math.max(present, t + shift)
    const isOver = isEnd(moment) && Number.isFinite(deadline)
    const earliest = present + (moment.event?.type === 'checkout.expired' ? 1 : 0)
    present = isOver ? deadline : Math.max(earliest, Math.min(natural, deadline - 1))
    shift = present === natural ? shift : present - t
    const state = waitingIn(after)
    const isEntered = state !== waitingIn(before) || after.context.facts.deadline !== before.context.facts.deadline
    if (state === null) deadline = Number.POSITIVE_INFINITY
    else if (isEntered) deadline = present + waits[state]
    before = after
    return present
  })
}
