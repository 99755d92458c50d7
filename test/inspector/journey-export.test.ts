import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckoutOptions } from '../../src/controller/types.ts'
import { outcomeOf } from '../../src/inspector/journey/closing.ts'
import { stateAfter } from '../../src/inspector/journey/state.ts'
import { toNdjson } from '../../src/inspector/journey/to-ndjson.ts'
import { toVitest } from '../../src/inspector/journey/to-vitest.ts'
import type { Journey } from '../../src/inspector/journey/types.ts'
import { drive } from '../../src/testing/drive.ts'
import {
  hostileJourney,
  type Step,
  serverAnswer,
  submitAnswer,
  toJourney,
  toTrace,
  wellBehavedJourney,
} from '../../src/testing/index.ts'
import { command, type Journey as Printed, journeys as printed, recorded } from '../command/command.ts'
import { runExported } from './exported-test.ts'
import { livePage, onlyJourney, replayedOne, statesOf } from './journeys.ts'

/** What the command makes of an exported trace. */
const replayedByCommand = async (text: string, { submitButton }: Journey): Promise<Printed> => {
  const { stdout, status } = await command(['replay', '--json', '--submit-button', submitButton], { stdin: [text] })
  expect(status).toBe(0)
  return printed(stdout)[0] as Printed
}

const changes = (states: readonly string[]): readonly string[] => states.filter((state, at) => state !== states[at - 1])

const expectSameJourney = async (journey: Journey): Promise<void> => {
  const { steps, outcome } = await replayedByCommand(toNdjson(journey).text, journey)
  const first = steps[0]?.from ?? 'init'
  expect(changes([first, ...steps.map(({ to }) => to)])).toEqual(changes(['init', ...statesOf(journey)]))
  const end = outcomeOf(stateAfter(journey, journey.moments.length - 1))
  const { status, safeToPayAgain, confirmedBy, nextStep, counts, anomalies } = end ?? {}
  expect(outcome).toMatchObject({ status, safeToPayAgain, confirmedBy, nextStep, counts, anomalies })
}

const traces = readdirSync('test/traces').flatMap((file) => (file.endsWith('.ndjson') ? [file.slice(0, -7)] : []))
const told = (code: string, channel: 'onEventCallback' | 'onError' = 'onEventCallback', result?: object): Step => ({
  kind: 'callback',
  channel,
  args: [{ code, ...(result && { result }) }],
})

/** Time and again into flight and out of it, with time passing, promises that answer, and codes that nobody knows. */
const restlessJourney = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constant<Step>({ kind: 'submit' }) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(1, 999, 1_000, 60_000, 100_000).map((ms): Step => ({ kind: 'wait', ms })),
      },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom('resolved', 'rejected'), submitAnswer())
          .map(([settled, value]) => ({ kind: 'settle', name: 'submit', settled, value }) as Step),
      },
      {
        weight: 3,
        arbitrary: fc
          .constantFrom('SDK_PAYMENT_CHALLENGE', 'SDK_REDIRECT', 'SDK_PAYMENT_RETRY', 'SDK_PAYMENT_FAIL')
          .map((code) => told(code)),
      },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom('one', 'another'), fc.constantFrom('onEventCallback' as const, 'onError' as const))
          .map(([code, channel]) => told(code, channel)),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Step>({ kind: 'mount' }, { kind: 'dismiss' }, told('SDK_END_OF_LOADING')),
      },
      { weight: 1, arbitrary: serverAnswer().map((value): Step => ({ kind: 'server', settled: 'resolved', value })) },
    ),
    { maxLength: 30, size: 'max' },
  )
  .map((steps) => toJourney([{ kind: 'mount' }, told('SDK_END_OF_LOADING'), ...steps]))

const anyJourney = fc.oneof(hostileJourney(), wellBehavedJourney(), restlessJourney, restlessJourney)

/** What an inspector has seen of a checkout to which all this happened. */
const lookedAt = async (steps: readonly Step[], options: CheckoutOptions): Promise<Journey> => {
  const { page, told } = livePage(options)
  const { take } = drive(page)
  for (const step of steps) await take(step)
  return onlyJourney(told)
}

const limit = fc.constantFrom(1, 1_000, 20_000, 60_001, 700_000)
const plainWays = {
  submitButton: fc.constantFrom('sdk' as const, 'merchant' as const),
  timeouts: fc.record(
    { loading: limit, submitting: limit, challenge: limit, redirecting: limit },
    { requiredKeys: [] },
  ),
}
/** A trace has no word for the other ones. */
const waysOfTraces = fc.record(plainWays)
const ways = fc.record({
  ...plainWays,
  sessionExpiresAt: fc.constantFrom(null, 1, 1_000, 30_000, 60_001, 700_000),
  announcesForm: fc.boolean(),
})

describe('a trace that was looked at, exported', () => {
  it.each(traces)('%s, as a trace, leads the command through the same states', async (name) => {
    await expectSameJourney(await replayedOne(recorded(name)))
  })

  it.each(traces)('%s, as a test, passes', async (name) => {
    await runExported(toVitest(await replayedOne(recorded(name))).text)
  })

  it('whatever was in it, leads the command through the same states', async () => {
    await fc.assert(
      fc.asyncProperty(anyJourney, async ({ steps }) => {
        await expectSameJourney(await replayedOne(toTrace(toJourney(steps))))
      }),
    )
  })

  it('whatever was in it, and looked at again, is what it was', async () => {
    // What a promise brought may be said in other words: it has told the machine the same.
    const shownOf = ({ moments }: Journey) =>
      moments.map(({ line: _line, code, happening, ...moment }) => ({
        ...moment,
        ...(moment.channel !== 'promise' && { code, happening }),
      }))
    await fc.assert(
      fc.asyncProperty(anyJourney, async ({ steps }) => {
        const journey = await replayedOne(toTrace(toJourney(steps)))
        const again = await replayedOne(toNdjson(journey).text)
        expect(shownOf(again)).toEqual(shownOf(journey))
      }),
    )
  })

  it('whatever was in it, is a test that passes', async () => {
    await fc.assert(
      fc.asyncProperty(anyJourney, async ({ steps }) => {
        await runExported(toVitest(await replayedOne(toTrace(toJourney(steps)))).text)
      }),
    )
  })
})

describe('a live checkout, exported', () => {
  it('whatever has happened to it, leads the command through the same states', async () => {
    await fc.assert(
      fc.asyncProperty(anyJourney, waysOfTraces, async ({ steps }, options) => {
        await expectSameJourney(await lookedAt(steps, options))
      }),
    )
  })

  it('whatever has happened to it, is a test that passes', async () => {
    await fc.assert(
      fc.asyncProperty(anyJourney, ways, async ({ steps }, options) => {
        await runExported(toVitest(await lookedAt(steps, options)).text)
      }),
    )
  })

  it('whose session expired while a timer was late, is a test that passes', async () => {
    const steps: readonly Step[] = [{ kind: 'mount' }, { kind: 'wait', ms: 60_000 }]
    const journey = await lookedAt(steps, { timeouts: { loading: 1 }, sessionExpiresAt: 30_000 })
    expect(statesOf(journey)).toEqual(['loading', 'loading', 'broken'])
    // As they are told that have rung together.
    const { moments } = journey
    const late = moments.map((moment) => ({ ...moment, t: moment.t === 0 ? 0 : 60_000 }))
    const { text } = toVitest({ ...journey, moments: late })
    await runExported(text)
  })
})
