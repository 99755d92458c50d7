import { createJourneyStore, defaultLimits, type JourneyLimits, type JourneyStore } from './journey-store.ts'
import { createLiveSessions, type LiveSessions } from './live-sessions.ts'

export interface JourneysOptions {
  readonly limits?: Partial<JourneyLimits>
  /** Told the id of each journey that is another one now: added, grown, cut or removed. */
  onChange?(id: string): void
}

/** The checkouts that are looked at: live ones, and traces. */
export interface Journeys extends Pick<JourneyStore, 'add' | 'append' | 'list' | 'get'>, Pick<LiveSessions, 'take'> {
  /** A live checkout that was removed comes back only if it begins anew. */
  remove(id: string): void
}

export const createJourneys = ({ limits = {}, onChange = () => {} }: JourneysOptions = {}): Journeys => {
  const { add, append, list, get, remove, beginWith } = createJourneyStore({ ...defaultLimits, ...limits }, onChange)
  const live = createLiveSessions({ add, append, list, get, remove, beginWith })
  return {
    ...{ add, append, list, get },
    take: live.take,
    remove(id) {
      live.leave(id)
      remove(id)
    },
  }
}
