import type { CheckoutClock } from '../../machines/clock.ts'

/** A clock that goes as a recording does: time passes when a line says so. */
export interface RecordedClock extends CheckoutClock {
  now(): number
  /**
   * Goes on to the first timer that is due by then, runs it and says when that was; `null` if none is due, and it is
   * then. It never goes back.
   */
  next(until: number): number | null
}

export const createRecordedClock = (): RecordedClock => {
  // A checkout has a few timers at most.
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>()
  let present = 0
  let ids = 0
  return {
    now: () => present,
    setTimeout(run, ms) {
      ids += 1
      timers.set(ids, { at: present + ms, run })
      return ids
    },
    clearTimeout: (id) => void timers.delete(id),
    next(until) {
      const [first] = [...timers].sort(([, a], [, b]) => a.at - b.at)
      if (!first || first[1].at > until) {
        present = Math.max(present, until)
        return null
      }
      const [id, { at, run }] = first
      timers.delete(id)
      present = Math.max(present, at)
      run()
      return at
    },
  }
}
