import type { WireEvent } from '../../inspect/types.ts'
import { hashOf } from './hash.ts'

/** Tells what was told before from what is told for the first time. */
export interface Resent {
  has(event: WireEvent): boolean
}

// The official senders keep 200 messages, of all their actors.
const KEPT = 1_000

/** What tells it from others, in a few bytes: whole, a thousand of them would be megabytes. */
const printOf = (event: WireEvent): number =>
  hashOf(
    [
      event.createdAt,
      event.type,
      'event' in event ? JSON.stringify(event.event) : '',
      'snapshot' in event ? JSON.stringify(event.snapshot) : '',
    ].join('\n'),
  )

/**
 * After a second `@statelyai.connected` and after a reconnect, the official senders say once more what they have said,
 * from some message on, in the same order and with the same times; and two messages of one session may well be equal.
 * So what is said again is recognised by its place.
 */
export const createResent = (): Resent => {
  const prints: number[] = []
  /** Where, in what was said, it is being said once more; `null`: it is not. */
  let place: number | null = null
  let newest = 0

  const goOn = (found: number): boolean => {
    place = found + 1 < prints.length ? found + 1 : null
    return true
  }

  return {
    has(event) {
      const print = printOf(event)
      const time = Number(event.createdAt)
      if (place !== null) {
        const found = prints.indexOf(print, place)
        if (found >= 0) return goOn(found)
        place = null
      } else if (event.type === '@xstate.actor' || time < newest) {
        const found = prints.indexOf(print)
        if (found >= 0) return goOn(found)
      }
      newest = Math.max(newest, time)
      prints.push(print)
      if (prints.length > KEPT) prints.splice(0, KEPT / 4)
      return false
    },
  }
}
