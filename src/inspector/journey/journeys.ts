import { createJourneyStore, defaultLimits, type JourneyLimits, type JourneyStore } from './journey-store.ts'
import { createLiveSessions, type LiveSessions } from './live-sessions.ts'

export interface JourneysOptions {
  readonly limits?: Partial<JourneyLimits>
  /** Told the id of each journey that is another one now: added, grown, cut or removed. */
  onChange?(id: string): void
}

/** The checkouts that are looked at: live ones, and traces. */
export interface Journeys extends Pick<JourneyStore, 'add' | 'append' | 'list' | 'get'>, Pick<LiveSessions, 'take'> {
  /** A live checkout that was removed comes back only if its beginning is told anew. */
  remove(id: string): void
}

export const createJourneys = ({ limits = {}, onChange = () => {} }: JourneysOptions = {}): Journeys => {
  const store = createJourneyStore({ ...defaultLimits, ...limits }, (id) => {
    if (!store.get(id)) live.leave(id)
    onChange(id)
  })
  const live = createLiveSessions(store)
  const { add, append, list, get, remove } = store
  return { ...{ add, append, list, get, remove }, take: live.take }
}
