import { describe, expect, test } from 'vitest'
import { type AnyStateNode, createActor } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { eventCodes } from '../../src/catalogue/event-codes.ts'
import { ownEvents } from '../../src/catalogue/own-events.ts'
import { paymentResultCodes } from '../../src/catalogue/payment-result-codes.ts'
import { allowCode, allowEvent, allowSnapshot, type SafeSnapshot } from '../../src/inspect/index.ts'
import { loaded, tell } from '../controller/helpers.ts'
import { asJson, snapshotAfter } from './snapshots.ts'

const leavesOf = (node: AnyStateNode): readonly AnyStateNode[] => {
  const children = Object.values(node.states)
  return children.length === 0 ? [node] : children.flatMap(leavesOf)
}

describe('a code', () => {
  test.each([...Object.keys(eventCodes), ...Object.keys(ownEvents)])('%s of the catalogue passes', (code) => {
    expect(allowCode(code)).toBe(code)
  })

  test.each(checkoutMachine.events.filter((type) => type !== '*'))('%s of the machine’s own passes', (type) => {
    expect(allowCode(type)).toBe(type)
  })

  test('of a newer SDK passes by its looks', () => {
    expect(allowCode('SDK_OF_TOMORROW')).toBe('SDK_OF_TOMORROW')
  })

  test.each([
    'TOM JAY',
    'TOM_JAY',
    '4111111111111111',
    'SDK_4111111111111111',
    'SDK_Tom',
    `SDK_${'A'.repeat(64)}`,
    '*',
    '',
  ])('%j does not: it could be a name, or a card', (code) => {
    expect(allowCode(code)).toBe('unlisted-code')
  })

  test('of XState keeps its beginning, without the id that follows', () => {
    expect(allowCode('xstate.init')).toBe('xstate.init')
    expect(allowCode('xstate.done.actor.4111111111111111')).toBe('xstate.done.actor')
    expect(allowCode('xstate.initials.TJ')).toBe('unlisted-code')
  })
})

describe('an event', () => {
  test('is shown with its status and its reason, and without card and message', () => {
    const result = {
      paymentStatus: 'FAIL',
      paymentResultCode: 'INVALID_CARD',
      cardPaymentResultInfo: { cardNo: '4111' },
    }
    expect(
      allowEvent({ type: 'SDK_PAYMENT_FAIL', code: 'SDK_PAYMENT_FAIL', message: 'Tom', result, channel: 'onError' }),
    ).toEqual({
      type: 'SDK_PAYMENT_FAIL',
      channel: 'onError',
      result: { paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CARD' },
    })
  })

  test.each(Object.keys(paymentResultCodes))('is shown with the reason %s, which the catalogue knows', (code) => {
    expect(allowEvent({ type: 'SDK_PAYMENT_FAIL', result: { paymentResultCode: code } }).result).toEqual({
      paymentResultCode: code,
    })
  })

  test('with a status that the reference does not have is shown as having another', () => {
    const result = { paymentStatus: 'TOM JAY', paymentResultCode: 'TOM JAY' }
    expect(allowEvent({ type: 'server.failed', result })).toEqual({
      type: 'server.failed',
      result: { paymentStatus: 'OTHER', paymentResultCode: 'unlisted-code' },
    })
  })

  test('says which fields could not be read, for the machine goes by that', () => {
    const issues = ['message', 'result.paymentStatus', 'result.cardPaymentResultInfo.cardNo'].map((path) => ({ path }))
    expect(allowEvent({ type: 'SDK_PAYMENT_FAIL', issues }).unreadable).toEqual(['paymentStatus'])
  })

  test('keeps a session’s end, given as a number, a Date, or a Date that went through JSON', () => {
    const end = new Date(1_700_000_000_000)
    for (const sessionExpiresAt of [end.getTime(), end, end.toISOString()]) {
      expect(allowEvent({ type: 'checkout.mount', sessionExpiresAt })).toEqual({
        type: 'checkout.mount',
        sessionExpiresAt: 1_700_000_000_000,
      })
    }
  })
})

describe('a snapshot', () => {
  test('has the state, its tags, and what decides', () => {
    const { status, value, tags, context } = snapshotAfter('SDK_PAYMENT_CHALLENGE')
    expect({ status, value, tags }).toEqual({
      status: 'active',
      value: { live: { flight: 'challenge' } },
      tags: ['certain', 'busy'],
    })
    expect(context).toMatchObject({
      counts: { attempts: 1 },
      notice: { code: 'SDK_PAYMENT_CHALLENGE', severity: 'info' },
      heard: { code: 'SDK_PAYMENT_CHALLENGE', channels: ['onEventCallback'] },
      settings: { submitButton: 'merchant', timeouts: { loading: 20_000 }, inquires: false },
      facts: { hasComponent: true, doubt: 'none' },
    })
  })

  test('of the end has the outcome, without the card', () => {
    const { checkout } = loaded()
    const cardPaymentResultInfo = { cardNo: '4111', holdName: 'Tom Jay' }
    checkout.callbacks.onEventCallback({
      code: 'SDK_PAYMENT_SUCCESSFUL',
      result: { paymentStatus: 'SUCCESS', cardPaymentResultInfo },
    })
    const { status, output } = allowSnapshot(checkout.actor.getSnapshot()) as SafeSnapshot
    expect({ status, output }).toMatchObject({
      status: 'done',
      output: { status: 'succeeded', confirmedBy: 'sdk', payment: { paymentStatus: 'SUCCESS' } },
    })
    expect(output?.payment).toEqual({ paymentStatus: 'SUCCESS' })
  })

  test('of every state that the machine can rest in passes, with the machine’s own tags', () => {
    const context = createActor(checkoutMachine).getSnapshot().context
    for (const { path } of leavesOf(checkoutMachine.root)) {
      const value = path.slice(0, -1).reduceRight<unknown>((below, name) => ({ [name]: below }), path.at(-1))
      const snapshot = checkoutMachine.resolveState({ value: value as never, context })
      const safe = allowSnapshot(snapshot)
      expect(safe?.value, path.join('.')).toEqual(snapshot.value)
      expect(new Set(safe?.tags), path.join('.')).toEqual(snapshot.tags)
    }
  })

  test.each([
    { live: 'flight' },
    { live: { flight: 'TOM JAY' } },
    'TOM JAY',
    { live: {} },
    'toString',
    null,
    { failed: 'x' },
  ])('in %j, a state that the machine does not have, does not pass', (value) => {
    expect(allowSnapshot({ ...snapshotAfter(), value })).toBeNull()
  })

  test('of another machine does not pass, though it is called as ours', () => {
    expect(allowSnapshot({ status: 'active', value: 'failed', context: { cart: ['shoes'] } })).toBeNull()
  })

  test('keeps the newest ten of what was noted, and counts all', () => {
    const { checkout } = loaded()
    for (let times = 0; times < 15; times += 1) tell(checkout, 'SDK_SUBMIT_OF_TOMORROW', 'SDK_START_OF_LOADING')
    const { unrecognised } = (allowSnapshot(checkout.actor.getSnapshot()) as SafeSnapshot).context
    expect(unrecognised).toMatchObject({ count: 15 })
    expect(unrecognised.last).toHaveLength(10)
  })

  test('stripped twice, or sent as JSON between, is the same', () => {
    const safe = snapshotAfter('SDK_PAYMENT_PROCESSING', 'SDK_PAYMENT_FAIL')
    expect(allowSnapshot(safe)).toEqual(safe)
    expect(allowSnapshot(asJson(safe))).toEqual(safe)
  })

  test('of which a sender has cut parts has them as they were before', () => {
    const before = snapshotAfter('SDK_PAYMENT_CHALLENGE')
    const cut = {
      ...before,
      context: { ...before.context, notice: '[...]', settings: '[...]', facts: '[...]', anomalies: '[...]' },
    }
    expect(allowSnapshot(cut, before)).toEqual({ ...before, untold: ['anomalies', 'facts', 'notice'] })
    expect(allowSnapshot({ ...before, context: '[...]' }, before)).toMatchObject(before)
    expect(allowSnapshot(cut)?.context).toMatchObject({
      notice: null,
      settings: { submitButton: 'sdk' },
      anomalies: { count: 0 },
    })
  })

  test('says which parts were cut, also when it is stripped again, until they are told', () => {
    const whole = snapshotAfter('SDK_PAYMENT_PROCESSING')
    const cut = { ...whole, context: { ...whole.context, payment: '[...]', settings: '[...]' } }
    const first = allowSnapshot(cut)
    expect(first?.untold).toEqual(['payment', 'settings'])
    expect(allowSnapshot(asJson(first))).toEqual(first)
    // A default that stands for what was not told is no word of the machine's, however often.
    expect(allowSnapshot(cut, first)?.untold).toEqual(['payment', 'settings'])
    expect(allowSnapshot(cut, whole)?.untold).toEqual(['payment'])
    expect(allowSnapshot(whole, first)).toEqual(whole)
    expect(allowSnapshot({ ...whole, untold: ['heard', 'card', {}, 7] })?.untold).toEqual(['heard'])
  })

  test('that was cut and has ended is told by its output', () => {
    const { checkout } = loaded()
    checkout.close()
    const ended = allowSnapshot(checkout.actor.getSnapshot()) as SafeSnapshot
    const cut = { ...ended, context: { ...ended.context, outcome: '[...]' } }
    expect(allowSnapshot(cut)).toEqual(ended)
  })
})
