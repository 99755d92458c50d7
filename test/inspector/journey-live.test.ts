import { describe, expect, it } from 'vitest'
import { createActor, SimulatedClock } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { toSaved } from '../../machines/checkout.saved.ts'
import { toWire } from '../../src/inspect/wire.ts'
import { factsOf } from '../../src/inspector/journey/facts.ts'
import { takenAt } from '../../src/inspector/journey/taken-at.ts'
import { toNdjson } from '../../src/inspector/journey/to-ndjson.ts'
import { toVitest } from '../../src/inspector/journey/to-vitest.ts'
import type { Journey } from '../../src/inspector/journey/types.ts'
import { viewAt } from '../../src/inspector/journey/view-of.ts'
import { runExported } from './exported-test.ts'
import { call, liveCheckout, onlyJourney, paid, statesOf } from './journeys.ts'

const codesOf = ({ moments }: Journey) => moments.map(({ channel, code }) => `${channel} ${code}`)
const marksOf = ({ moments }: Journey) => moments.map(({ marks }) => marks.join())

describe('a live checkout', () => {
  it('is a journey from the machine’s first state on, with a moment for each of its events', () => {
    const journey = onlyJourney(paid().told)
    expect(journey).toMatchObject({
      ...{ name: 'my shop', source: 'live', submitButton: 'merchant', startedAt: 0, dropped: 0 },
      session: { source: 'app-1', sessionId: 'x:0' },
      first: { path: 'live.preparing.init', context: { heard: null } },
    })
    expect(codesOf(journey)).toEqual([
      'command mount',
      'onEventCallback SDK_END_OF_LOADING',
      'command submit',
      'onEventCallback SDK_PAYMENT_SUCCESSFUL',
    ])
    expect(statesOf(journey)).toEqual(['loading', 'form', 'submitting', 'succeeded'])
    expect(journey.moments.map(({ t }) => t)).toEqual([0, 1_000, 1_000, 3_000])
    expect(viewAt(journey, 3)).toMatchObject({ state: 'succeeded', outcome: { status: 'succeeded' } })
    expect(factsOf(journey, 3)).toMatchObject({ from: 'submitting', to: 'succeeded', severity: 'success' })
  })

  it('shows what was refused and why, what was told before, and what was odd', () => {
    const { checkout, told } = liveCheckout({ submitButton: 'merchant' })
    const { onEventCallback, onError } = checkout.callbacks
    void checkout.submit(call)
    void checkout.mount(call)
    void checkout.mount(call)
    onEventCallback({ code: 'SDK_END_OF_LOADING' })
    void checkout.submit(call)
    void checkout.submit(call)
    onEventCallback({ code: 'SDK_END_OF_LOADING' })
    onEventCallback({ code: 'SDK_PAYMENT_SUCCESSFUL', result: { paymentStatus: 'FAIL', paymentResultCode: 7 } })
    onEventCallback({ code: 'SDK_OF_TOMORROW' })
    onEventCallback()
    onError({ code: 'SDK_PAYMENT_FAIL' })
    onEventCallback({ code: 'SDK_PAYMENT_FAIL' })
    const marks = marksOf(onlyJourney(told))
    expect(marks).toEqual([
      ...['refused: too-early', '', 'refused: mounted', '', '', 'refused: duplicate'],
      ...['out-of-place', 'contradiction,malformed', 'unrecognised', 'undecodable', '', 'echo'],
    ])
  })

  it('shows what came after its end, once, and that it has changed nothing', () => {
    const { checkout, told } = paid()
    checkout.callbacks.onError({ code: 'SDK_INTERNAL_ERROR' })
    checkout.callbacks.onEventCallback({ code: 'SDK_INTERNAL_ERROR' })
    checkout.callbacks.onEventCallback({ code: 'SDK_INTERNAL_ERROR' })
    const journey = onlyJourney(told)
    expect(marksOf(journey).slice(4)).toEqual(['late', 'echo', 'late'])
    expect(new Set(journey.moments.slice(3).map(({ after }) => after)).size).toBe(1)
    expect(viewAt(journey, 6)?.diagnostics.late).toMatchObject({
      count: 2,
      last: [{ reason: 'late' }, { reason: 'late' }],
    })
    expect(viewAt(journey, 4)?.diagnostics.late.count).toBe(1)
  })

  it('is one journey, however many actors it has', async () => {
    const { checkout, clock, told } = liveCheckout({ inquire: () => ({ paymentStatus: 'SUCCESS' }) })
    checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_PROCESSING' })
    await expect.poll(() => checkout.getSnapshot().state).toBe('succeeded')
    clock.increment(1)
    const sessions = new Set((told as { sessionId: string }[]).map(({ sessionId }) => sessionId))
    expect(sessions.size).toBeGreaterThan(2)
    const journey = onlyJourney(told)
    expect(codesOf(journey)).toEqual(['onEventCallback SDK_PAYMENT_PROCESSING', 'server server.succeeded'])
    expect(takenAt(journey, 0)).toEqual([
      'live>live.flight.confirming',
      'live.flight.confirming.deciding>live.flight.confirming.asking',
    ])
  })

  it('does not go back in time, whatever its clock does', () => {
    const { told } = paid()
    const times = [5_000, 3_000, 4_000, 9_000]
    const moved = told.map((message, at) => ({ ...(message as object), createdAt: `${times[at % times.length]}` }))
    const ts = onlyJourney(moved).moments.map(({ t }) => t)
    expect(ts).toEqual([...ts].sort((a, b) => a - b))
    expect(Math.min(...ts)).toBeGreaterThanOrEqual(0)
  })

  it('that another page has left begins where it comes back', () => {
    const before = createActor(checkoutMachine).start()
    before.send({ type: 'SDK_PAYMENT_PROCESSING' })
    const saved = toSaved(before.getSnapshot(), (time) => time) ?? undefined
    const told: unknown[] = []
    const actor = createActor(checkoutMachine, {
      input: { saved },
      clock: new SimulatedClock(),
      inspect: (event) => void told.push(toWire(event)),
    }).start()
    actor.send({ type: 'SDK_PAYMENT_CANCEL', channel: 'onEventCallback' })
    const journey = onlyJourney(told)
    expect(journey.first.path).toBe('live.flight.confirming.unanswered')
    expect(viewAt(journey, -1)).toMatchObject({ state: 'confirming', submission: 'certain', canMount: false })
    expect(toNdjson(journey).gaps).toContain('beginning')
    // Nothing is expected that cannot be known.
    expect(toVitest(journey).text).not.toContain('"state"')
  })

  it('that was stopped stays as it was', () => {
    const { checkout, told } = liveCheckout()
    void checkout.mount(call)
    checkout.actor.stop()
    const journey = onlyJourney(told)
    expect(codesOf(journey)).toEqual(['command mount', 'command xstate.stop'])
    expect(journey.moments.at(-1)?.after).toMatchObject({ status: 'stopped', path: 'live.preparing.loading.brisk' })
    expect(viewAt(journey, 1)).toMatchObject({ state: 'loading' })
  })

  it('with other tabs shows them, and its exports say that they are left out', async () => {
    const { checkout, told } = liveCheckout({ submitButton: 'merchant' })
    void checkout.mount(call)
    checkout.actor.send({ type: 'tab.claim', claim: 'certain' })
    checkout.callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
    void checkout.submit(call)
    checkout.actor.send({ type: 'tab.gone', channel: 'tab' })
    const journey = onlyJourney(told)
    expect(codesOf(journey).filter((code) => code.startsWith('tab'))).toEqual(['tab tab.claim', 'tab tab.gone'])
    expect(marksOf(journey)[3]).toBe('refused: other-tab')
    expect(viewAt(journey, 1)).toMatchObject({ submission: 'certain', nextStep: 'wait' })
    const { text, gaps } = toVitest(journey)
    expect(gaps).toEqual(['tabs'])
    await runExported(text)
  })

  it('whose session expired, or whose form nobody announces, is a test that passes', async () => {
    const { checkout, clock, told } = liveCheckout({ announcesForm: false })
    void checkout.mount(call, { sessionExpiresAt: 3_000 })
    clock.increment(5_000)
    checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_CANCEL' })
    checkout.close()
    const journey = onlyJourney(told)
    expect(statesOf(journey)).toEqual(['loading', 'broken', 'dismissed', 'cancelled'])
    expect(viewAt(journey, 1)?.submission).toBe('possible')
    expect(toNdjson(journey).gaps).toEqual(['session', 'form'])
    const { text, gaps } = toVitest(journey)
    expect(gaps).toEqual([])
    await runExported(text)
  })
})

it('a question that was given up is a test that passes, though a trace leaves it open', async () => {
  const { checkout, clock, told } = liveCheckout({ inquire: call, inquiry: { budget: 3_000 } })
  checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_PROCESSING' })
  clock.increment(3_000)
  checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_WARN' })
  const journey = onlyJourney(told)
  expect(codesOf(journey)[1]).toBe('server server.silent')
  expect(takenAt(journey, 1)).toEqual(['live.flight.confirming.asking>live.flight.confirming.unanswered'])
  expect([viewAt(journey, 0)?.busy, viewAt(journey, 1)?.busy]).toEqual([true, false])
  expect(toNdjson(journey).gaps).toEqual(['silence'])
  const { text, gaps } = toVitest(journey)
  expect(gaps).toEqual([])
  expect(text).toContain('"budget":3000')
  await runExported(text)
})
