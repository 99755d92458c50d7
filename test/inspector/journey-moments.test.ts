import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/inspector/journey/facts.ts'
import { filterMoments } from '../../src/inspector/journey/filter.ts'
import { takenAt } from '../../src/inspector/journey/taken-at.ts'
import type { Journey, Moment } from '../../src/inspector/journey/types.ts'
import { viewAt, viewOf } from '../../src/inspector/journey/view-of.ts'
import { visitedBy } from '../../src/inspector/journey/visited.ts'
import { drive } from '../../src/testing/drive.ts'
import { hostileJourney, toTrace } from '../../src/testing/index.ts'
import type { CheckoutView } from '../../src/view/types.ts'
import { callback, recorded } from '../command/command.ts'
import { asLines, livePage, onlyJourney, replayedOne } from './journeys.ts'

const did = (t: number, name: string, call = 1) => ({ t, via: 'command', name, call })
const form = [did(0, 'mount'), callback(10, 'SDK_END_OF_LOADING')]

/** Of a view, what an inspector can say: of codes that may not be shown, and of payloads, it knows nothing. */
const sayable = ({ notice, payment: _payment, diagnostics, outcome, ...view }: CheckoutView) => ({
  ...view,
  notice: notice && { severity: notice.severity, channel: notice.channel },
  diagnostics: Object.values(diagnostics).map(({ count, last }: CheckoutView['diagnostics']['late']) => ({
    count,
    last: last.map(({ reason, channel }) => ({ reason, channel })),
  })),
  outcome: outcome && [
    outcome.status,
    outcome.safeToPayAgain,
    outcome.confirmedBy,
    outcome.nextStep,
    outcome.anomalies,
  ],
})

describe('what the machine says at a moment', () => {
  it('is what it said to the page, at every moment of any checkout', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileJourney(),
        fc.constantFrom('sdk' as const, 'merchant' as const),
        async (given, button) => {
          const { page, told, checkout } = livePage({ submitButton: button })
          const { take } = drive(page)
          const said: (readonly [number, CheckoutView])[] = []
          for (const step of given.steps) {
            await take(step)
            said.push([told.length, checkout.getSnapshot()])
          }
          for (const [length, view] of said) {
            const journey = onlyJourney(told.slice(0, length))
            const shown = viewAt(journey, journey.moments.length - 1)
            expect(shown && sayable(shown)).toEqual(sayable(view))
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('lists at most twenty of what was noted, and counts it all', async () => {
    const odd = Array.from({ length: 30 }, (_, at) =>
      callback(at + 20, at % 2 ? 'SDK_END_OF_LOADING' : 'SDK_OF_TOMORROW'),
    )
    const journey = await replayedOne(asLines([...form, ...odd, ...odd]))
    const { anomalies, unrecognised } = viewAt(journey, 61)?.diagnostics ?? expect.unreachable()
    expect([anomalies.count, anomalies.last.length]).toEqual([30, 20])
    expect([unrecognised.count, unrecognised.last.length]).toEqual([30, 20])
    expect(unrecognised.last[0]).toEqual({
      code: 'SDK_OF_TOMORROW',
      channel: 'onEventCallback',
      reason: 'unrecognised',
    })
    expect(viewAt(journey, 2)?.diagnostics).toMatchObject({ anomalies: { count: 0 }, unrecognised: { count: 1 } })
  })

  it('cannot be shown of a state that the machine does not have', async () => {
    const journey = await replayedOne(asLines(form))
    for (const path of ['live', 'live.flight', 'live.nowhere', '', '__proto__', 'succeeded.more']) {
      const first = { ...journey.first, path }
      expect(viewOf(first), path).toBeNull()
      expect(viewAt({ ...journey, first, moments: [] }, -1), path).toBeNull()
    }
  })
})

describe('the edges that were taken', () => {
  it.each([
    ['happy-card', 0, ['live.preparing.init>live.preparing.loading']],
    ['happy-card', -1, []],
    ['happy-card', 9_999, []],
    ['declined', 1, []],
    ['form-invalid-then-duplicate-then-success', 4, ['live.preparing>live.preparing.form.invalid']],
  ])('in %s at %d', async (name, index, edges) => {
    const journey = await replayedOne(recorded(name))
    expect(takenAt(journey, index)).toEqual(edges)
  })

  it('go on along what is left at once', async () => {
    const asked = await replayedOne(asLines([...form, { t: 20, via: 'onClose', args: [] }]))
    expect(takenAt(asked, 2)).toEqual([
      'live.preparing>live.resting.dismissed',
      'live.resting.dismissed.deciding>live.resting.dismissed.asking',
    ])
  })

  it('are those of the machine’s guards, though what they go by is all that is kept', async () => {
    const journey = await replayedOne(
      asLines([
        ...form,
        callback(20, 'SDK_PAYMENT_SUCCESSFUL', { paymentStatus: 7 }),
        callback(30, 'SDK_PAYMENT_SUCCESSFUL'),
      ]),
    )
    expect([2, 3].map((index) => takenAt(journey, index)[0])).toEqual(['live>live.flight.confirming', 'live>succeeded'])
  })

  it('are there whenever the checkout has moved, and lead to where it is', async () => {
    await fc.assert(
      fc.asyncProperty(hostileJourney(), async (given) => {
        const journey = await replayedOne(toTrace(given))
        let before = journey.first.path
        for (const [index, { after }] of journey.moments.entries()) {
          const edges = takenAt(journey, index)
          if (before !== after.path) expect(edges.length).toBeGreaterThan(0)
          const target = edges.at(-1)?.split('>')[1]
          if (target !== undefined) expect(`${after.path}.`.startsWith(`${target}.`)).toBe(true)
          before = after.path
        }
      }),
    )
  })
})

describe('the states that were visited', () => {
  it('are those until then, those around them, and those that were left at once', async () => {
    const journey = await replayedOne(asLines([...form, callback(20, 'SDK_PAYMENT_PROCESSING')]))
    const start = ['live', 'live.starting', 'live.preparing', 'live.preparing.init']
    expect([...visitedBy(journey, -1)].sort()).toEqual([...start].sort())
    expect(visitedBy(journey, 0)).toContain('live.preparing.loading.brisk')
    expect(visitedBy(journey, 1)).not.toContain('live.flight')
    expect([...visitedBy(journey, 2)]).toEqual(
      expect.arrayContaining(['live.flight', 'live.flight.confirming.deciding', 'live.flight.confirming.asking']),
    )
    expect(visitedBy(journey, 2)).not.toContain('live.flight.submitting')
  })

  it('are not those of a first state that turned out to be another', async () => {
    const { moments: _moments, ...journey } = await replayedOne(
      asLines([...form, callback(20, 'SDK_PAYMENT_PROCESSING')]),
    )
    const moments: Moment[] = []
    // As an official sender tells it: the actor's snapshot is read late.
    const late = { ...journey.first, path: 'live.flight.challenge' }
    expect(visitedBy({ ...journey, first: late, moments }, -1)).toContain('live.flight.challenge')
    const corrected = visitedBy({ ...journey, moments }, -1)
    expect(corrected).toContain('live.preparing.init')
    expect(corrected).not.toContain('live.flight')
  })

  it('are remembered of moments that were cut off', async () => {
    const { moments, ...journey } = await replayedOne(asLines([...form, callback(20, 'SDK_PAYMENT_PROCESSING')]))
    const growing = [...moments]
    const whole: Journey = { ...journey, moments: growing }
    const before = visitedBy(whole, 2)
    const [cut] = growing.splice(0, 1)
    const rest: Journey = { ...whole, first: cut?.after ?? whole.first, dropped: 1 }
    expect(visitedBy(rest, 1)).toEqual(before)
    expect(visitedBy(rest, -1)).toEqual(visitedBy({ ...journey, moments }, 0))
  })
})

describe('a filter', () => {
  const journey = replayedOne(
    asLines([
      ...form,
      callback(20, 'SDK_OF_TOMORROW', undefined, 'onError'),
      callback(30, 'SDK_PAYMENT_FAIL', { paymentStatus: 'FAIL', paymentResultCode: 'RISK_REJECT' }),
      did(40, 'submit'),
    ]),
  )
  it.each([
    ['everything', {}, [0, 1, 2, 3, 4]],
    ['a code', { text: 'payment_fail' }, [3]],
    ['a meaning', { text: 'The page submits' }, []],
    ['a meaning in Chinese', { text: '页面挂载组件' }, [0]],
    ['a state, before or after', { text: 'declined' }, [3, 4]],
    ['a result code', { text: ' risk_reject ' }, [3]],
    ['a mark', { text: 'unknown code' }, [2]],
    ['a channel', { channel: 'command' }, [0, 4]],
    ['what is odd', { onlyMarked: true }, [2, 4]],
    ['all of them at once', { text: 'refused', channel: 'command', onlyMarked: true }, [4]],
    ['what is not there', { text: '<script>' }, []],
  ] as const)('finds %s', async (_, filter, indices) => {
    expect(filterMoments(await journey, filter)).toEqual(indices)
  })

  it('need not look through again what it has looked through', async () => {
    expect(filterMoments(await journey, {}, 3)).toEqual([3, 4])
    expect(filterMoments(await journey, { text: 'declined' }, 4)).toEqual([4])
  })
})

describe('what there is to say of a moment', () => {
  it('is what it means in both languages, from where to where, and how grave it is', async () => {
    const result = { paymentStatus: 'FAIL', paymentResultCode: 'RISK_REJECT' }
    const journey = await replayedOne(
      asLines([...form, callback(20, 'SDK_PAYMENT_FAIL', result), did(30, 'mount', 2), did(40, 'mount', 3)]),
    )
    expect(factsOf(journey, 2)).toMatchObject({
      ...{ from: 'form', to: 'declined', severity: 'error' },
      meaning: { en: expect.stringMatching(/fail/i), zh: expect.stringMatching(/失败/) },
      result: { en: expect.stringMatching(/risk/i) },
    })
    expect([0, 1, 2, 3, 4].map((index) => factsOf(journey, index)?.severity)).toEqual([
      ...['info', 'info', 'error', 'info', 'warning'],
    ])
    expect(factsOf(journey, 5)).toBeNull()
  })
})
