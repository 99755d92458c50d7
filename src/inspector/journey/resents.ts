import type { WireEvent } from '../../inspect/types.ts'
import { keepNewest } from './keep-newest.ts'
import { createResent, type Resent } from './resent.ts'

/** What was said of the checkouts of senders that say again what they have said. */
export interface Resents {
  has(source: string, event: WireEvent): boolean
  /** Nothing of that sender is looked at any more. */
  forget(source: string): void
}

/** From the first message on: that of an actor may have nothing to show yet. */
const isOfCheckout = (event: WireEvent): boolean =>
  'snapshot' in event && ('context' in event.snapshot || ('name' in event && event.name === 'checkout'))

const keyOf = (source: string, sessionId: string): string => `${source}\n${sessionId}`

export const createResents = (): Resents => {
  const resents = new Map<string, Resent>()
  return {
    has(source, event) {
      const key = keyOf(source, event.sessionId)
      const resent = resents.get(key) ?? (isOfCheckout(event) ? createResent() : undefined)
      if (!resent) return false
      keepNewest(resents, key, resent)
      return resent.has(event)
    },
    forget(source) {
      for (const key of resents.keys()) if (key.startsWith(keyOf(source, ''))) resents.delete(key)
    },
  }
}
