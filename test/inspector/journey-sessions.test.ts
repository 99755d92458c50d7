import { describe, expect, it } from 'vitest'
import type { WireEvent } from '../../src/inspect/types.ts'
import { hashOf } from '../../src/inspector/journey/hash.ts'
import { createJourneys } from '../../src/inspector/journey/journeys.ts'
import { toNdjson } from '../../src/inspector/journey/to-ndjson.ts'
import type { Journey } from '../../src/inspector/journey/types.ts'
import { createUnheard } from '../../src/inspector/journey/unheard.ts'
import { app, heardOf, liveCheckout, onlyJourney, otherWindow, paid, statesOf } from './journeys.ts'

type Message = { readonly type: string; readonly event: { readonly type: string } } & Record<string, unknown>

const marksOf = ({ moments }: Journey) => moments.map(({ marks }) => marks.join())

describe('what another window says again', () => {
  const messages = () => paid().told as readonly Message[]

  it('after a second connection, with the same times: nothing of it is new', () => {
    const told = messages()
    const journeys = createJourneys()
    heardOf(told, journeys, otherWindow)
    const [before] = journeys.list()
    heardOf(told, journeys, otherWindow)
    expect(journeys.list()).toEqual([before])
  })

  it('from its middle on, as only the newest messages are kept', () => {
    const { checkout, clock, told } = paid()
    clock.increment(10)
    for (let count = 0; count < 300; count += 1) checkout.callbacks.onError({ code: 'SDK_INTERNAL_ERROR' })
    clock.increment(10)
    checkout.callbacks.onError({ code: 'SDK_INTERNAL_ERROR' })
    const journeys = createJourneys()
    heardOf(told, journeys, otherWindow)
    heardOf(told.slice(-200), journeys, otherWindow)
    expect(journeys.list().map(({ moments }) => moments.length)).toEqual([4 + 301])
  })

  it('and what follows it is new', () => {
    const { checkout, told } = paid()
    const journeys = createJourneys()
    heardOf(told, journeys, otherWindow)
    const before = told.length
    checkout.callbacks.onError({ code: 'SDK_INTERNAL_ERROR' })
    heardOf([...told.slice(0, before), ...told.slice(before)], journeys, otherWindow)
    expect(journeys.list().map(marksOf)).toEqual([['', '', '', '', 'late']])
  })

  it('in the same instant counts each time that it was said first', () => {
    const { checkout, told } = liveCheckout()
    for (let count = 0; count < 3; count += 1) checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_WARN' })
    expect(onlyJourney(told, otherWindow).moments).toHaveLength(3)
    const again = [...told, ...told]
    expect(onlyJourney(again, otherWindow).moments).toHaveLength(3)
    checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_WARN' })
    expect(onlyJourney([...again, ...told.slice(again.length / 2)], otherWindow).moments).toHaveLength(4)
  })

  it('is another checkout again when none of that window is looked at any more', () => {
    const told = messages()
    const journeys = createJourneys({ limits: { journeys: 1 } })
    heardOf(told, journeys, otherWindow)
    heardOf(told, journeys, { ...otherWindow, id: 'window 2' })
    expect(journeys.list()).toHaveLength(1)
    heardOf(told, journeys, otherWindow)
    expect(journeys.list()).toMatchObject([{ session: { source: 'window 1' } }])
    expect(journeys.list()[0]?.moments).toHaveLength(4)
  })

  it('is known by a number that two of a hundred thousand do not have in common', () => {
    const texts = Array.from({ length: 100_000 }, (_, at) => `${1_750_000_000_000 + at} SDK_PAYMENT_WARN`)
    const hashes = texts.map(hashOf)
    expect(new Set(hashes).size).toBe(texts.length)
    expect(hashes.every(Number.isSafeInteger)).toBe(true)
  })
})

describe('what the server tells a page that has lost it', () => {
  const CHECKOUT = 'a-connection'
  /** A page that hears of a checkout to which so much has happened. */
  const page = (count: number) => {
    const { checkout, clock, told } = liveCheckout()
    const warn = (): void => {
      clock.increment(1)
      checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_WARN' })
    }
    for (let at = 0; at < count; at += 1) warn()
    const journeys = createJourneys()
    const unheard = createUnheard()
    const hear = (first: number, until?: number, connection = CHECKOUT): void => {
      const events = told.slice(first, until) as readonly WireEvent[]
      const message = { type: 'antom.told', connection, first, events } as const
      heardOf(unheard(message), journeys, { id: connection, name: 'my shop' })
    }
    const moments = () => journeys.list().map((journey) => journey.moments.length)
    return { told, warn, hear, moments }
  }

  it.each([600, 2_000])('once more, of %d moments, is not told twice, and what follows goes on', (count) => {
    const { told, warn, hear, moments } = page(count)
    hear(0)
    expect(moments()).toEqual([count])
    hear(0, 500)
    hear(500)
    expect(moments()).toEqual([count])
    const before = told.length
    warn()
    hear(before)
    expect(moments()).toEqual([count + 1])
  })

  it('together with what it has missed, is what it has missed', () => {
    const { told, hear, moments } = page(600)
    hear(0, told.length - 200)
    hear(0)
    expect(moments()).toEqual([600])
  })

  it('of which some is not kept any more, is not told twice', () => {
    const { told, hear, moments } = page(600)
    hear(0)
    hear(0, 2)
    hear(told.length - 100)
    expect(moments()).toEqual([600])
  })

  it('of another connection is another checkout’s', () => {
    const { hear, moments } = page(10)
    hear(0)
    hear(0, undefined, 'another-connection')
    expect(moments()).toEqual([10, 10])
  })
})

describe('sessions', () => {
  const messages = () => paid().told as readonly Message[]
  const later = (told: readonly Message[]) => told.map((message) => ({ ...message, createdAt: '9000' }))

  it('that begin anew are another journey', () => {
    const told = messages()
    const journeys = heardOf([...told, ...later(told)])
    expect(journeys.map(statesOf)).toEqual(Array(2).fill(['loading', 'form', 'submitting', 'succeeded']))
    expect(new Set(journeys.map(({ id }) => id)).size).toBe(2)
  })

  it('that begin anew and do not say so, but by the machine’s first state', () => {
    const told = messages()
    const again = later(told).filter(({ type }) => type !== '@xstate.actor')
    expect(heardOf([...told, ...again]).map(({ moments }) => moments.length)).toEqual([4, 4])
  })

  it('of which the beginning was missed are seen from then on', () => {
    const told = messages().filter(({ type, event }) => type === '@xstate.snapshot' && event.type !== 'xstate.init')
    const journey = onlyJourney(told)
    expect(journey.first.path).toBe('live.preparing.loading.brisk')
    expect(statesOf(journey)).toEqual(['form', 'submitting', 'succeeded'])
    expect(toNdjson(journey).gaps).toContain('beginning')
  })

  it('whose actor is told late are seen from the machine’s first state all the same', () => {
    // The official senders read the actor's snapshot when they have time for it.
    const told = messages()
    const newest = told.filter(({ type }) => type === '@xstate.snapshot').at(-1)?.['snapshot']
    const [actor, ...others] = told
    expect(actor).toMatchObject({ type: '@xstate.actor', name: 'checkout' })
    const journey = onlyJourney([{ ...actor, snapshot: newest }, ...others])
    expect(journey.first.path).toBe('live.preparing.init')
    expect(journey.moments).toHaveLength(4)
  })

  it('of two apps are told apart, though they have the same ids', () => {
    const journeys = createJourneys()
    for (const event of messages()) {
      journeys.take(app, event)
      journeys.take({ id: 'app-2', name: 'another' }, event)
    }
    expect(journeys.list().map(({ name, moments }) => [name, moments.length])).toEqual([
      ['my shop', 4],
      ['another', 4],
    ])
  })

  it('that were put away come back when they begin anew, and not before', () => {
    const told = messages()
    const journeys = createJourneys()
    heardOf(told.slice(0, -1), journeys)
    journeys.remove(journeys.list()[0]?.id ?? '')
    heardOf(told.slice(-1), journeys)
    expect(journeys.list()).toEqual([])
    heardOf(later(told), journeys)
    expect(journeys.list()).toHaveLength(1)
  })

  it.each([undefined, null, 7, 'x', [], {}, { type: '@xstate.snapshot' }, { type: '@xstate.event', sessionId: 'x:0' }])(
    'that are none: %j',
    (message) => {
      expect(heardOf([message])).toEqual([])
    },
  )
})

describe('what is kept', () => {
  it('is bounded, and what was cut off is counted', () => {
    const changed: string[] = []
    const journeys = createJourneys({ limits: { momentsOfOne: 100 }, onChange: (id) => void changed.push(id) })
    const { checkout, told } = liveCheckout()
    for (let count = 0; count < 1_000; count += 1) checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_WARN' })
    heardOf(told, journeys)
    const [journey] = journeys.list()
    expect(journey?.moments.length).toBeLessThanOrEqual(100)
    expect(journey?.moments.length).toBeGreaterThanOrEqual(90)
    expect((journey?.dropped ?? 0) + (journey?.moments.length ?? 0)).toBe(1_000)
    expect(journey?.first).toEqual(journey?.moments[0]?.after)
    expect(new Set(changed)).toEqual(new Set([journey?.id]))
  })

  it('is bounded for all journeys together: the longest gives way', () => {
    const journeys = createJourneys({ limits: { moments: 1_000 } })
    const { checkout, told } = liveCheckout()
    for (let count = 0; count < 900; count += 1) checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_WARN' })
    heardOf(told, journeys)
    for (const event of told.slice(0, 400)) journeys.take({ id: 'app-2', name: 'another' }, event)
    const kept = journeys.list().map(({ moments, dropped }) => [moments.length, dropped] as const)
    expect(kept.reduce((sum, [length]) => sum + length, 0)).toBeLessThanOrEqual(1_000)
    expect(kept[0]?.[1]).toBeGreaterThan(0)
    expect(kept[1]?.[1]).toBe(0)
  })

  it('is bounded in journeys: the one that was quiet for longest goes', () => {
    const removed: string[] = []
    const journeys = createJourneys({
      limits: { journeys: 2 },
      onChange: (id) => void (journeys.get(id) ?? removed.push(id)),
    })
    const { told } = paid()
    for (const id of ['a', 'b', 'c']) for (const event of told) journeys.take({ id, name: id }, event)
    expect(journeys.list().map(({ name }) => name)).toEqual(['b', 'c'])
    expect(removed).toHaveLength(1)
  })

  it('is another object whenever something has changed, and the same while nothing has', () => {
    const { told } = paid()
    const journeys = createJourneys()
    heardOf(told.slice(0, -1), journeys)
    const [before] = journeys.list()
    expect(journeys.list()[0]).toBe(before)
    heardOf(told.slice(-1), journeys)
    expect(journeys.list()[0]).not.toBe(before)
    expect(journeys.list()[0]?.moments).toBe(before?.moments)
  })
})
