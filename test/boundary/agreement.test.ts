import { describe, expect, test } from 'vitest'
import { contradictsFailure, contradictsSuccess, type Statement } from '../../machines/agreement.ts'
import { readAnswer } from '../../machines/inquiry.machine.ts'
import type { PaymentResult } from '../../src/boundary/types.ts'
import { type PaymentResultCode, paymentResultPolicy } from '../../src/catalogue/payment-result-policy.ts'
import { eventOf, throwing } from './decoded.ts'

const reasons = Object.keys(paymentResultPolicy) as PaymentResultCode[]
const openReasons = reasons.filter((reason) => paymentResultPolicy[reason] === 'ask-server')
const definiteReasons = reasons.filter((reason) => paymentResultPolicy[reason] !== 'ask-server')

// As texts these are names of what every object has: no reason of the catalogue.
const strangers = ['REASON_OF_TOMORROW', 'toString', '__proto__', 'constructor', 'hasOwnProperty', 'invalid_card']

const CALL_FAILED = { resultCode: 'PROCESS_FAIL', resultStatus: 'F', resultMessage: 'failed' }
const CALL_SUCCEEDED = { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'success' }

/** The payload as it reaches the statechart: decoded, what was wrong with it named. */
const told = (result: unknown): Statement => eventOf({ code: 'SDK_PAYMENT_SUCCESSFUL', result })

const show = (result: unknown): string => JSON.stringify(result) ?? 'no payload'

const table = (rows: readonly unknown[]) => rows.map((result) => [show(result), result] as const)

/** A payload in which one field is there and cannot be read. */
const unreadable = (name: 'paymentStatus' | 'paymentResultCode', rest: PaymentResult = {}) =>
  [
    { ...rest, [name]: 42 },
    { ...rest, [name]: { value: 'SUCCESS' } },
    { ...rest, [name]: 'S'.repeat(1_025) },
    Object.assign(throwing([name]), rest),
  ].map(told)

describe('"paid" is believed when its payload', () => {
  test.each(
    table([
      undefined,
      null,
      {},
      { paymentStatus: 'SUCCESS' },
      { paymentStatus: null, paymentResultCode: null },
      { paymentResultCode: 'SUCCESS' },
      { paymentStatus: 'SUCCESS', paymentResultCode: 'SUCCESS' },
      { paymentStatus: 'SUCCESS', paymentResultCode: '' },
      ...strangers.map((paymentResultCode) => ({ paymentResultCode })),
    ]),
  )('is %s', (_what, result) => {
    expect(contradictsSuccess(told(result))).toBe(false)
  })

  test('says that the call failed: that is not the payment', () => {
    expect(contradictsSuccess(told({ paymentStatus: 'SUCCESS', result: CALL_FAILED }))).toBe(false)
    expect(contradictsSuccess(told({ result: CALL_FAILED }))).toBe(false)
  })

  test('has a reason that cannot be read: no reason of a failure is told', () => {
    for (const statement of unreadable('paymentResultCode', { paymentStatus: 'SUCCESS' })) {
      expect(statement.issues).toMatchObject([{ path: 'result.paymentResultCode' }])
      expect(contradictsSuccess(statement)).toBe(false)
    }
  })

  test('has something else in it that cannot be read', () => {
    expect(
      contradictsSuccess(told({ paymentStatus: 'SUCCESS', cardPaymentResultInfo: 7, result: { paymentStatus: 1 } })),
    ).toBe(false)
  })
})

describe('"paid" is not believed, and the server asked, when its payload', () => {
  test.each(
    table(
      ['FAIL', 'CANCELLED', 'PROCESSING', 'PENDING', 'UNKNOWN', 'success', 'Success', ' SUCCESS', 'S', ''].flatMap(
        (paymentStatus) => [{ paymentStatus }, { paymentStatus, paymentResultCode: 'SUCCESS' }],
      ),
    ),
  )('is %s', (_what, result) => {
    expect(contradictsSuccess(told(result))).toBe(true)
  })

  test.each(reasons)('has the reason of a failure, %s', (paymentResultCode) => {
    expect(contradictsSuccess(told({ paymentResultCode }))).toBe(true)
    expect(contradictsSuccess(told({ paymentStatus: 'SUCCESS', paymentResultCode }))).toBe(true)
  })

  test('has a status that cannot be read: it agrees with nothing', () => {
    for (const statement of unreadable('paymentStatus', { paymentResultCode: 'SUCCESS' })) {
      expect(statement.issues).toMatchObject([{ path: 'result.paymentStatus' }])
      expect(contradictsSuccess(statement)).toBe(true)
    }
  })

  test('was never decoded, and its status is no text', () => {
    expect(contradictsSuccess({ result: { paymentStatus: 42 } })).toBe(true)
  })

  test('says otherwise, though the call succeeded', () => {
    expect(contradictsSuccess(told({ paymentStatus: 'FAIL', result: CALL_SUCCEEDED }))).toBe(true)
  })
})

describe('"declined" is believed when its payload', () => {
  test.each(
    table([
      undefined,
      null,
      {},
      { paymentStatus: 'FAIL' },
      { paymentStatus: 'CANCELLED' },
      { paymentStatus: null, paymentResultCode: null },
      { paymentStatus: 'FAIL', paymentResultCode: null },
      { paymentStatus: 'FAIL', paymentResultCode: '' },
      ...strangers.flatMap((paymentResultCode) => [
        { paymentStatus: 'FAIL', paymentResultCode },
        { paymentStatus: 'CANCELLED', paymentResultCode },
      ]),
    ]),
  )('is %s', (_what, result) => {
    expect(contradictsFailure(told(result))).toBe(false)
  })

  test.each(definiteReasons)('has the definite reason %s, with its status or without', (paymentResultCode) => {
    expect(contradictsFailure(told({ paymentResultCode }))).toBe(false)
    expect(contradictsFailure(told({ paymentStatus: 'FAIL', paymentResultCode }))).toBe(false)
    expect(contradictsFailure(told({ paymentStatus: 'CANCELLED', paymentResultCode }))).toBe(false)
  })

  test('says that the call succeeded: that is not the payment', () => {
    expect(contradictsFailure(told({ paymentStatus: 'FAIL', result: CALL_SUCCEEDED }))).toBe(false)
    expect(contradictsFailure(told({ result: CALL_SUCCEEDED }))).toBe(false)
  })

  test('has a reason that cannot be read, and a status that confirms the failure', () => {
    for (const statement of unreadable('paymentResultCode', { paymentStatus: 'FAIL' })) {
      expect(contradictsFailure(statement)).toBe(false)
    }
  })
})

describe('"declined" is not believed, and the server asked, when its payload', () => {
  test.each(
    table(
      ['SUCCESS', 'PROCESSING', 'PENDING', 'UNKNOWN', 'fail', 'FAILED', 'F', ''].flatMap((paymentStatus) => [
        { paymentStatus },
        { paymentStatus, paymentResultCode: 'INVALID_CARD' },
      ]),
    ),
  )('is %s', (_what, result) => {
    expect(contradictsFailure(told(result))).toBe(true)
  })

  test.each([...new Set(['PAYMENT_IN_PROCESS', 'UNKNOWN_EXCEPTION', ...openReasons])])(
    'has %s, which leaves the outcome open',
    (paymentResultCode) => {
      expect(contradictsFailure(told({ paymentResultCode }))).toBe(true)
      expect(contradictsFailure(told({ paymentStatus: 'FAIL', paymentResultCode }))).toBe(true)
      expect(contradictsFailure(told({ paymentStatus: 'CANCELLED', paymentResultCode }))).toBe(true)
    },
  )

  test.each([undefined, 'FAIL', 'CANCELLED'])('has SUCCESS for a reason, with the status %s', (paymentStatus) => {
    expect(contradictsFailure(told({ paymentStatus, paymentResultCode: 'SUCCESS' }))).toBe(true)
  })

  test.each([...strangers, ''])(
    'has the reason "%s", which nobody knows and no status confirms',
    (paymentResultCode) => {
      expect(contradictsFailure(told({ paymentResultCode }))).toBe(true)
    },
  )

  test('has a reason that cannot be read and that no status confirms', () => {
    for (const statement of unreadable('paymentResultCode')) expect(contradictsFailure(statement)).toBe(true)
  })

  test('has a status that cannot be read, whatever its reason', () => {
    for (const rest of [{}, { paymentResultCode: 'INVALID_CARD' }]) {
      for (const statement of unreadable('paymentStatus', rest)) expect(contradictsFailure(statement)).toBe(true)
    }
  })

  test('was never decoded, and its status is no text', () => {
    expect(contradictsFailure({ result: { paymentStatus: ['FAIL'] } })).toBe(true)
  })

  test('says otherwise, though the call failed', () => {
    expect(contradictsFailure(told({ paymentStatus: 'PROCESSING', result: CALL_FAILED }))).toBe(true)
  })
})

describe('the server’s answer', () => {
  const silent = { type: 'server.silent' }
  const card = { cardNo: '************8888', lastFour: '8888' }

  test.each([
    ['SUCCESS', 'server.succeeded', 'SUCCESS'],
    ['FAIL', 'server.failed', 'INVALID_CARD'],
    ['CANCELLED', 'server.cancelled', 'ORDER_IS_CANCELLED'],
  ])('%s is definite', (paymentStatus, type, paymentResultCode) => {
    const payload = { paymentStatus, paymentResultCode, cardPaymentResultInfo: card, result: CALL_SUCCEEDED }
    expect(readAnswer({ paymentStatus })).toStrictEqual({ type, result: { paymentStatus }, channel: 'server' })
    expect(readAnswer(payload)).toStrictEqual({ type, result: payload, channel: 'server' })
    expect(readAnswer(JSON.stringify(payload))).toStrictEqual({ type, result: payload, channel: 'server' })
  })

  test('may have more fields than the page needs: they are not kept', () => {
    expect(
      readAnswer({ paymentStatus: 'SUCCESS', customerId: 'secret', paymentAmount: { value: '100' } }),
    ).toStrictEqual({
      type: 'server.succeeded',
      result: { paymentStatus: 'SUCCESS' },
      channel: 'server',
    })
  })

  test('FAIL for a reason that nobody knows is definite', () => {
    expect(readAnswer({ paymentStatus: 'FAIL', paymentResultCode: 'REASON_OF_TOMORROW' })).toMatchObject({
      type: 'server.failed',
    })
  })

  test.each(
    table([
      undefined,
      null,
      '',
      'SUCCESS',
      '"SUCCESS"',
      '<html>502 Bad Gateway</html>',
      '{"paymentStatus":"SUCC',
      42,
      true,
      [],
      [{ paymentStatus: 'SUCCESS' }],
      {},
      { paymentStatus: null },
      { paymentStatus: '' },
      { paymentStatus: 'PROCESSING' },
      { paymentStatus: 'PENDING' },
      { paymentStatus: 'A_NEW_ONE' },
      { paymentStatus: 'success' },
      { paymentStatus: 'toString' },
      { paymentStatus: 1 },
      { paymentStatus: ['SUCCESS'] },
      { paymentResultCode: 'SUCCESS' },
      { paymentResultCode: 'INVALID_CARD' },
      { result: CALL_SUCCEEDED },
      { result: { paymentStatus: 'SUCCESS' } },
      { status: 'SUCCESS' },
    ]),
  )('%s is none yet: ask again', (_what, answer) => {
    expect(readAnswer(answer)).toStrictEqual(silent)
  })

  test.each(
    table([
      ...reasons.map((paymentResultCode) => ({ paymentStatus: 'SUCCESS', paymentResultCode })),
      ...['SUCCESS', ...openReasons].flatMap((paymentResultCode) => [
        { paymentStatus: 'FAIL', paymentResultCode },
        { paymentStatus: 'CANCELLED', paymentResultCode },
      ]),
    ]),
  )('%s contradicts itself: ask again', (_what, answer) => {
    expect(readAnswer(answer)).toStrictEqual(silent)
  })

  test('is not read from the status of the call', () => {
    expect(readAnswer({ paymentStatus: 'SUCCESS', result: CALL_FAILED }).type).toBe('server.succeeded')
    expect(readAnswer({ paymentStatus: 'FAIL', result: CALL_SUCCEEDED }).type).toBe('server.failed')
  })

  test.each([
    ['an error', new Error('offline')],
    ['an error that claims success', Object.assign(new Error('offline'), { status: 'SUCCESS' })],
    ['a Response that nobody has read', new Response('{"paymentStatus":"SUCCESS"}')],
    ['an object that throws when it is read', throwing(['paymentStatus'])],
    ['a function', () => ({ paymentStatus: 'SUCCESS' })],
  ])('%s is none: ask again', (_what, answer) => {
    expect(readAnswer(answer)).toStrictEqual(silent)
  })
})
