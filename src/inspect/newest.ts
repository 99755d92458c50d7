import type { WireEvent } from './types.ts'

// Of more actors than that, those that were told of first are forgotten.
const MOST = 64

interface Known {
  actor?: WireEvent
  snapshot?: WireEvent
}

/** What has to be told again to somebody who has heard nothing: each actor, and what it is like now. */
export interface Newest {
  note(event: WireEvent): void
  all(): readonly WireEvent[]
}

export const createNewest = (): Newest => {
  const known = new Map<string, Known>()
  return {
    note(event) {
      if (event.type === '@xstate.event') return
      const { sessionId, snapshot } = event
      // Timers and questions come and go; how a checkout has ended is worth telling.
      if (snapshot.status !== 'active' && !('context' in snapshot)) {
        known.delete(sessionId)
        return
      }
      const entry = known.get(sessionId) ?? {}
      if (event.type === '@xstate.actor') entry.actor = event
      else entry.snapshot = event
      known.set(sessionId, entry)
      const [first] = known.keys()
      if (known.size > MOST && first !== undefined) known.delete(first)
    },
    all: () => [...known.values()].flatMap(({ actor, snapshot }) => [actor, snapshot].filter((event) => !!event)),
  }
}
