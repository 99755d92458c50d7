import type { WireEvent } from '../../inspect/types.ts'
import type { Told } from '../protocol.ts'
import { keepNewest } from './keep-newest.ts'

/**
 * What of all that the server tells was not heard before. To a page that connects again it tells everything that it
 * keeps once more; an app that connects again, or a server that was started anew, has connections of other names.
 */
export const createUnheard = (): ((told: Told) => readonly WireEvent[]) => {
  /** By connection, the number of its first event that was not heard. */
  const next = new Map<string, number>()
  return ({ connection, first, events }) => {
    const from = next.get(connection) ?? 0
    keepNewest(next, connection, Math.max(from, first + events.length))
    return events.slice(Math.max(0, from - first))
  }
}
