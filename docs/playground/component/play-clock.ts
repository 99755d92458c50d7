import type { CheckoutClock } from '../../../src/index.ts'

/** A clock that can be slowed, hurried, held, and led by the hand. Everything in the playground goes by it. */
export interface PlayClock extends CheckoutClock {
  /** Epoch milliseconds, of the playground's own time. */
  now(): number
  readonly speed: number
  readonly isHeld: boolean
  setSpeed(speed: number): void
  hold(): void
  release(): void
  /** Goes on to the first timer and runs it; false: there is none. */
  toNext(): boolean
  /** No timer is left. Whatever was to come does not come. */
  clear(): void
}

/** The time that really passes. */
export interface RealTime {
  now(): number
  setTimeout(run: () => void, ms: number): unknown
  clearTimeout(id: unknown): void
}

export const createPlayClock = (real: RealTime): PlayClock => {
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>()
  let ids = 0
  let speed = 1
  let isHeld = false
  // At this real moment, it was this moment here.
  let anchor = { real: real.now(), here: real.now() }
  let alarm: unknown

  const now = (): number => (isHeld ? anchor.here : anchor.here + (real.now() - anchor.real) * speed)

  const first = () => [...timers].sort(([a, one], [b, other]) => one.at - other.at || a - b)[0]

  const wait = (): void => {
    real.clearTimeout(alarm)
    const next = first()
    if (!next || isHeld) return
    // The longest that platforms wait in one go is some 24 days.
    alarm = real.setTimeout(runDue, Math.min(Math.max((next[1].at - now()) / speed, 0), 2 ** 31 - 1))
  }

  const runFirst = (): void => {
    const next = first()
    if (!next) return
    timers.delete(next[0])
    next[1].run()
  }

  const runDue = (): void => {
    // One at a time, so that what a timer starts or stops is heeded.
    for (let next = first(); next && !isHeld && next[1].at <= now(); next = first()) runFirst()
    wait()
  }

  /** From here on by another rule. */
  const turn = (change: () => void, here = now()): void => {
    change()
    anchor = { real: real.now(), here }
    wait()
  }

  return {
    now,
    get speed() {
      return speed
    },
    get isHeld() {
      return isHeld
    },
    setTimeout(run, ms) {
      ids += 1
      timers.set(ids, { at: now() + ms, run })
      wait()
      return ids
    },
    clearTimeout(id) {
      timers.delete(id)
      wait()
    },
    setSpeed: (to) => {
      const here = now()
      turn(() => {
        speed = to
      }, here)
    },
    hold() {
      const here = now()
      turn(() => {
        isHeld = true
      }, here)
    },
    release() {
      const here = now()
      turn(() => {
        isHeld = false
      }, here)
    },
    toNext() {
      const next = first()
      if (!next) return false
      turn(() => {}, Math.max(now(), next[1].at))
      runFirst()
      wait()
      return true
    },
    clear() {
      timers.clear()
      wait()
    },
  }
}
