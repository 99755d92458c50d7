import type { Journey, JourneyHead, Moment, State } from './types.ts'

/** How much is kept. What is cut off is counted. */
export interface JourneyLimits {
  /** Moments of one journey. Default: 200,000. */
  readonly momentsOfOne: number
  /** Moments of all journeys. Default: 500,000, some 500 MB. */
  readonly moments: number
  /** Default: 200. */
  readonly journeys: number
}

export const defaultLimits: JourneyLimits = { momentsOfOne: 200_000, moments: 500_000, journeys: 200 }

/** Journeys that grow, and no further than the limits. */
export interface JourneyStore {
  add(journey: JourneyHead & Partial<Pick<Journey, 'moments' | 'dropped'>>): void
  append(id: string, moments: readonly Moment[]): void
  /** The journey had begun with another state than was seen first. */
  beginWith(id: string, first: State): void
  remove(id: string): void
  /** In the order in which they were added. */
  list(): readonly Journey[]
  get(id: string): Journey | undefined
}

/**
 * @param onChange told the id of each journey that is another one now: added, grown, cut or removed
 */
export const createJourneyStore = (limits: JourneyLimits, onChange: (id: string) => void): JourneyStore => {
  const journeys = new Map<string, Journey>()
  /** The array of a journey's moments, which grows. */
  const growing = new Map<string, Moment[]>()
  /** By the time of their last change, the oldest first. */
  const changed = new Set<string>()
  let total = 0

  const set = (journey: Journey): void => {
    journeys.set(journey.id, journey)
    changed.delete(journey.id)
    changed.add(journey.id)
  }

  const drop = (id: string): void => {
    total -= growing.get(id)?.length ?? 0
    journeys.delete(id)
    growing.delete(id)
    changed.delete(id)
  }

  /** Cuts off the oldest moments. */
  const cut = (id: string, count: number): void => {
    const [journey, moments] = [journeys.get(id), growing.get(id)]
    const last = moments?.[count - 1]
    if (!journey || !moments || !last) return
    moments.splice(0, count)
    total -= count
    journeys.set(id, { ...journey, first: last.after, dropped: journey.dropped + count })
  }

  const longest = (): string => {
    const [[id] = ['']] = [...growing].sort(([, a], [, b]) => b.length - a.length)
    return id
  }

  const makeRoom = (id: string): void => {
    const { momentsOfOne, moments } = limits
    const length = growing.get(id)?.length ?? 0
    // A tenth at once: it is not done again with every moment that follows.
    if (length > momentsOfOne) cut(id, length - Math.floor(momentsOfOne * 0.9))
    while (total > moments) {
      const other = longest()
      cut(other, Math.ceil((growing.get(other)?.length ?? 0) / 10))
      if (other !== id) onChange(other)
    }
  }

  const append = (id: string, moments: readonly Moment[]): void => {
    const [journey, kept] = [journeys.get(id), growing.get(id)]
    if (!journey || !kept || moments.length === 0) return
    for (const moment of moments) kept.push(moment)
    total += moments.length
    set({ ...journey })
    makeRoom(id)
    onChange(id)
  }

  return {
    add({ moments = [], dropped = 0, ...head }) {
      drop(head.id)
      const kept: Moment[] = []
      growing.set(head.id, kept)
      set({ ...head, moments: kept, dropped })
      const [oldest] = changed
      if (journeys.size > limits.journeys && oldest !== undefined) {
        drop(oldest)
        onChange(oldest)
      }
      if (moments.length > 0) append(head.id, moments)
      else onChange(head.id)
    },
    append,
    beginWith(id, first) {
      const journey = journeys.get(id)
      if (!journey) return
      set({ ...journey, first })
      onChange(id)
    },
    remove(id) {
      if (!journeys.has(id)) return
      drop(id)
      onChange(id)
    },
    list: () => [...journeys.values()],
    get: (id) => journeys.get(id),
  }
}
