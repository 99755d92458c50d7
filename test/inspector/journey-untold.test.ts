import { describe, expect, it } from 'vitest'
import type { Checkout } from '../../src/controller/types.ts'
import { factsOf } from '../../src/inspector/journey/facts.ts'
import { nameOf } from '../../src/inspector/journey/state.ts'
import { call, onlyJourney, otherWindow } from './journeys.ts'
import { lifeOf, type Message } from './told.ts'

// The official browser sender, without `safely`: of an object's parts from the eleventh on, it cuts those that are
// objects themselves. In the machine's context these are, among others, the notice, the payment and what was noted.

const cutParts = (context: object): object =>
  Object.fromEntries(
    Object.entries(context).map(([key, part], at) => [
      key,
      at >= 10 && typeof part === 'object' && part !== null ? '[...]' : part,
    ]),
  )

const asSent = (message: Message): Message => {
  const snapshot = message['snapshot'] as { readonly context: object } | undefined
  return snapshot ? { ...message, snapshot: { ...snapshot, context: cutParts(snapshot.context) } } : message
}

const journeyOf = (live: (checkout: Checkout) => void) => onlyJourney(lifeOf('x:0', live).map(asSent), otherWindow)

describe('of a checkout whose sender cuts what it tells', () => {
  const live = ({ mount, callbacks: { onEventCallback } }: Checkout): void => {
    void mount(call)
    onEventCallback({ code: 'SDK_END_OF_LOADING' })
    onEventCallback({ code: 'SDK_OF_TOMORROW' })
    onEventCallback({ code: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'FAIL', paymentResultCode: 'RISK_REJECT' } })
    onEventCallback({ code: 'SDK_END_OF_LOADING' })
  }

  it('the states are told, and which parts are not', () => {
    const { first, moments } = journeyOf(live)
    expect(moments.map(({ after }) => nameOf(after.path))).toEqual([
      ...['loading', 'form', 'form', 'declined', 'declined', 'failed'],
    ])
    expect(first.untold).toEqual(['anomalies', 'counts', 'unrecognised'])
    expect(moments[3]?.after.untold).toEqual(['anomalies', 'counts', 'heard', 'notice', 'payment', 'unrecognised'])
    // How it ended is told by what it gave back.
    expect(moments[5]?.after).toMatchObject({
      outcome: { status: 'failed' },
      untold: expect.not.arrayContaining(['outcome']),
    })
  })

  it('nothing is marked by what was not told', () => {
    const journey = journeyOf(live)
    expect(journey.moments.flatMap(({ marks }) => marks)).toEqual([])
    expect(factsOf(journey, 3)?.severity).toBe('info')
  })

  const odd = ({ callbacks: { onEventCallback, onError } }: Checkout): void => {
    for (const tell of [onEventCallback, onError, onEventCallback]) tell({ code: 'SDK_PAYMENT_FAIL' })
    for (let count = 0; count < 3; count += 1) onEventCallback({ code: 'SDK_OF_TOMORROW' })
  }
  const toldBy = (isCut: (at: number) => boolean) => {
    const snapshots = lifeOf('x:0', odd).filter(({ type }) => type === '@xstate.snapshot')
    return onlyJourney(snapshots.map((message, at) => (isCut(at) ? asSent(message) : message)))
  }

  it('nothing that was noted before is marked when it is told at last', () => {
    const marks = toldBy((at) => at < 6).moments.map((moment) => moment.marks.join())
    expect(marks).toEqual(['', '', '', '', '', '', ''])
    expect(toldBy(() => false).moments.map((moment) => moment.marks.join())).toEqual([
      ...['', 'echo', '', 'unrecognised', 'unrecognised', 'unrecognised', ''],
    ])
  })

  it('nothing is as grave as it was told before', () => {
    const journey = toldBy((at) => at > 1)
    expect([0, 1].map((index) => factsOf(journey, index)?.severity)).toEqual(['error', 'info'])
  })

  it('a late event is late, whether or not it was heard before', () => {
    const { moments } = journeyOf((checkout) => {
      checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_SUCCESSFUL', result: { paymentStatus: 'SUCCESS' } })
      checkout.callbacks.onError({ code: 'SDK_PAYMENT_SUCCESSFUL', result: { paymentStatus: 'SUCCESS' } })
    })
    expect(moments.map(({ marks }) => marks.join())).toEqual(['', 'late'])
  })

  it('of one that is told in whole, every part is', () => {
    const { first, moments } = onlyJourney(lifeOf('x:0', live))
    expect([first, ...moments.map(({ after }) => after)].flatMap(({ untold }) => untold)).toEqual([])
    expect(moments.map(({ marks }) => marks.join())).toEqual(['', '', 'unrecognised', '', 'out-of-place', ''])
  })
})
