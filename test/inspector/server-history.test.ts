import { afterEach, describe, expect, it } from 'vitest'
import type { WireEvent } from '../../src/inspect/types.ts'
import { createHistory } from '../../src/inspector/server/history.ts'
import { startServer, stopServers } from './server-rig.ts'
import { appsIn, connectionIn, eventsOf, type Message, numbersOf } from './told.ts'

afterEach(stopServers)

const about = { rootId: 'x:0', createdAt: '0', id: null, _version: '0.7.2' }
let count = 0
const next = () => {
  count += 1
  return `${count}`
}
const actor = (sessionId = 'x:0') =>
  ({ ...about, type: '@xstate.actor', sessionId, name: next(), snapshot: { status: 'active' } }) as unknown as WireEvent
const snapshot = (sessionId = 'x:0') =>
  ({
    ...about,
    type: '@xstate.snapshot',
    sessionId,
    createdAt: next(),
    event: {},
    snapshot: {},
  }) as unknown as WireEvent
const event = (sessionId = 'x:0') =>
  ({ ...about, type: '@xstate.event', sessionId, createdAt: next(), event: { type: 'a' } }) as unknown as WireEvent

const told = (history: Iterable<{ readonly text: string }>) => [...history].map(({ text }) => JSON.parse(text))
const numbers = (history: Iterable<{ readonly index: number }>) => [...history].map(({ index }) => index)
const sizeOf = (events: readonly WireEvent[]) =>
  events.reduce((sum, one) => sum + Buffer.byteLength(JSON.stringify(one)), 0)

/** Tells all of it, of which only so much is kept as these need. */
const keeping = (room: readonly WireEvent[], events: readonly WireEvent[]) => {
  const history = createHistory(sizeOf(room))
  for (const one of events) history.add(one)
  return history
}

describe('what is kept of an app', () => {
  it('is all of it, in order, while there is room', () => {
    const events = [actor(), event(), snapshot(), event(), snapshot()]
    const history = keeping(events, events)
    expect(told(history)).toEqual(events)
    expect(history.size).toBe(sizeOf(events))
    expect(numbers(history)).toEqual([0, 1, 2, 3, 4])
  })

  it('loses its beginning, but not that the actor is there', () => {
    const events = [actor(), snapshot(), event(), snapshot(), event(), snapshot()] as const
    const room = [events[0], events[4], events[5]]
    const history = keeping(room, events)
    expect(told(history)).toEqual(room)
    expect(history.size).toBe(sizeOf(room))
    expect(numbers(history)).toEqual([0, 4, 5])
  })

  it('has the newest snapshot of a checkout that has said nothing for long', () => {
    const quiet = [actor(), snapshot()]
    const loud = [actor('x:1'), ...Array.from({ length: 100 }, () => snapshot('x:1'))]
    const room = [...quiet, loud[0], loud[99], loud[100]] as WireEvent[]
    const history = keeping(room, [...quiet, ...loud])
    expect(told(history)).toEqual(room)
    expect(numbers(history)).toEqual([0, 1, 2, 101, 102])
  })

  it('has one snapshot of a checkout when a newer one has come', () => {
    const [born, first, late, last] = [actor(), snapshot(), snapshot(), snapshot()] as const
    const loud = Array.from({ length: 20 }, () => event('x:1'))
    const tail = loud.slice(-3)
    const history = keeping([born, first, ...tail], [born, first, ...loud, late, last, ...loud])
    expect(told(history)).toEqual([born, last, ...tail])
  })

  it('is never more than the limit, whatever was told', () => {
    const limit = 2_000
    const history = createHistory(limit)
    for (let at = 0; at < 1_000; at += 1) {
      history.add(actor(`x:${at}`))
      history.add(snapshot(`x:${at}`))
      expect(history.size).toBeLessThanOrEqual(limit)
    }
    const kept = told(history)
    expect(kept.at(-1)).toMatchObject({ type: '@xstate.snapshot', sessionId: 'x:999' })
    expect(numbers(history).at(-1)).toBe(1_999)
    expect(sizeOf(kept)).toBe(history.size)
  })

  it('is nothing of an event that is too large by itself', () => {
    const history = keeping([event()], [{ ...actor(), name: 'x'.repeat(1_000) } as WireEvent])
    expect([history.size, told(history).length]).toEqual([0, 0])
    expect(history.add(snapshot()).index).toBe(1)
  })

  it('is counted in bytes, not in characters', () => {
    const history = createHistory(10_000)
    history.add({ ...actor(), name: '中' } as WireEvent)
    const before = history.size
    history.add({ ...actor(), name: 'a' } as WireEvent)
    expect(2 * before - history.size).toBe(2)
  })
})

// An actor that is no checkout is told in few bytes.
const born = (sessionId: string): Message => ({ type: '@xstate.actor', sessionId, name: 'other', snapshot: {} })
const happened = (sessionId: string): Message => ({ type: '@xstate.event', sessionId, event: { type: 'SDK_REDIRECT' } })

describe('a page that comes late', () => {
  const start = async (limits: object) => {
    const server = await startServer({ limits })
    const page = await server.page()
    const tell = async (name: string, messages: readonly Message[]) => {
      const app = await server.app()
      app.say({ type: 'antom.hello', name })
      for (const message of messages) app.say(message)
      const { connection } = await page.until(connectionIn((one) => one.name === name))
      await page.until((received) => eventsOf(received, connection).length === messages.length)
      return { ...app, connection }
    }
    /** The sessions that a page is told of that comes now. */
    const toldNow = async (after: string) => {
      const late = await server.page()
      await late.until(connectionIn(({ name }) => name === after))
      const marker = await tell('marker', [happened('x:999')])
      await late.until((received) => eventsOf(received, marker.connection).length === 1)
      return { late, apps: appsIn(late.received).map(({ name }) => name) }
    }
    return { server, page, tell, toldNow }
  }

  it('is told what is kept, by numbers that show what is not', async () => {
    const { server, page, tell } = await start({ history: 2_000 })
    const messages = [born('x:0'), ...Array.from({ length: 100 }, () => happened('x:0'))]
    const { connection } = await tell('shop', messages)
    const late = await server.page()
    const events = await late.until((received) => {
      const found = eventsOf(received, connection)
      return found.length > 0 && found
    })
    expect(events[0]).toMatchObject({ type: '@xstate.actor', sessionId: 'x:0' })
    const all = [...messages.keys()]
    expect(numbersOf(late.received, connection)).toEqual([0, ...all.slice(1 - events.length)])
    expect(numbersOf(page.received, connection)).toEqual(all)
  })

  it('is not told of apps that have gone, where there is too much in all', async () => {
    const messages = Array.from({ length: 30 }, () => happened('x:0'))
    const { page, tell, toldNow } = await start({ histories: 10_000 })
    const first = await tell('first', messages)
    first.socket.close()
    await page.until(connectionIn(({ name, isOpen }) => name === 'first' && !isOpen))
    await tell('second', messages)
    await tell('third', messages)
    expect((await toldNow('third')).apps).toEqual(['second', 'third', 'marker'])
  })

  it('is told less of the app that has told most, where there is too much in all', async () => {
    const { tell, toldNow } = await start({ histories: 10_000 })
    const quiet = await tell('quiet', [born('x:0'), happened('x:0')])
    const loud = await tell('loud', [born('x:0'), ...Array.from({ length: 200 }, () => happened('x:0'))])
    const { late } = await toldNow('loud')
    expect(eventsOf(late.received, quiet.connection)).toHaveLength(2)
    const kept = eventsOf(late.received, loud.connection)
    expect(kept[0]).toMatchObject({ type: '@xstate.actor' })
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.length).toBeLessThan(100)
  })

  it('is told of the last apps that have gone', async () => {
    const { page, tell, toldNow } = await start({ gone: 2 })
    for (const name of ['a', 'b', 'c']) {
      const { socket } = await tell(name, [born('x:0')])
      socket.close()
      await page.until(connectionIn((one) => one.name === name && !one.isOpen))
    }
    expect((await toldNow('c')).apps).toEqual(['b', 'c', 'marker'])
  })
})
