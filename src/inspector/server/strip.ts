import { allowWire } from '../../inspect/allowlist.ts'
import type { SafeSnapshot, WireEvent } from '../../inspect/types.ts'

// Of one app. Each is a few kilobytes.
const MOST_SESSIONS = 64

/** Strips what one app tells to what may be shown; `null`: nothing of it may. */
export const createStrip = (): ((message: unknown) => WireEvent | null) => {
  /** The official senders cut what is large; what they cut is as it was in the snapshot before. */
  const newest = new Map<string, SafeSnapshot>()
  return (message) => {
    const event = allowWire(message, (sessionId) => newest.get(sessionId))
    if (!event || event.type === '@xstate.event') return event
    if (event.type === '@xstate.actor') newest.delete(event.sessionId)
    if (!('context' in event.snapshot)) return event
    // The one that was heard of least lately goes.
    newest.delete(event.sessionId)
    newest.set(event.sessionId, event.snapshot)
    for (const sessionId of newest.keys()) {
      if (newest.size <= MOST_SESSIONS) break
      newest.delete(sessionId)
    }
    return event
  }
}
