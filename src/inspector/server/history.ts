import type { WireEvent } from '../../inspect/types.ts'
import { createFifo } from './fifo.ts'

/** One event of an app, as the page will read it. */
export interface Entry {
  /** Which of all that the app has told it is, counted from 0. */
  readonly index: number
  readonly text: string
  readonly size: number
}

/** What an app has told, for a page that comes later. */
export interface History extends Iterable<Entry> {
  readonly size: number
  add(event: WireEvent): Entry
  /** Until it is no larger than that. */
  cut(size: number): void
}

/** What a page needs of an actor to show anything at all. */
interface Pinned {
  actor?: Entry
  snapshot?: Entry
}

/**
 * Its beginning is cut off when it grows too large, except the word that an actor is there and its newest snapshot: of
 * those, the oldest go when there is nothing else.
 */
export const createHistory = (limit: number): History => {
  const pinned = new Map<string, Pinned>()
  const kept = new Map<Entry, string>()
  const recent = createFifo<{ readonly entry: Entry; readonly sessionId: string }>()
  let size = 0
  let count = 0

  const drop = (entry: Entry): void => {
    size -= entry.size
  }
  const isPinned = (entry: Entry, sessionId: string): boolean => {
    const { actor, snapshot } = pinned.get(sessionId) ?? {}
    return entry === actor || entry === snapshot
  }
  const pin = (entry: Entry, { type, sessionId }: WireEvent): void => {
    if (type === '@xstate.event') return
    const mine = pinned.get(sessionId) ?? {}
    pinned.set(sessionId, mine)
    const name = type === '@xstate.actor' ? 'actor' : 'snapshot'
    const before = mine[name]
    mine[name] = entry
    if (before && kept.delete(before)) drop(before)
  }
  const unpin = (entry: Entry, sessionId: string): void => {
    const mine = pinned.get(sessionId)
    if (mine?.actor === entry) delete mine.actor
    if (mine?.snapshot === entry) delete mine.snapshot
    if (!mine?.actor && !mine?.snapshot) pinned.delete(sessionId)
  }

  const history: History = {
    get size() {
      return size
    },
    add(event) {
      const text = JSON.stringify(event)
      const entry = { index: count, text, size: Buffer.byteLength(text) }
      count += 1
      recent.push({ entry, sessionId: event.sessionId })
      size += entry.size
      pin(entry, event)
      history.cut(limit)
      return entry
    },
    cut(to) {
      while (size > to && recent.size > 0) {
        const { entry, sessionId } = recent.take() as { entry: Entry; sessionId: string }
        if (isPinned(entry, sessionId)) kept.set(entry, sessionId)
        else drop(entry)
      }
      for (const [entry, sessionId] of kept) {
        if (size <= to) return
        kept.delete(entry)
        unpin(entry, sessionId)
        drop(entry)
      }
    },
    *[Symbol.iterator]() {
      yield* kept.keys()
      for (const { entry } of recent) yield entry
    },
  }
  return history
}
