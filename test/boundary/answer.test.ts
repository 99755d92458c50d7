import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SimulatedClock } from 'xstate'
import { checkoutMachine, isListed } from '../../machines/checkout.machine.ts'
import { decodeAnswer, decodeMountRejection, decodeSubmitRejection } from '../../src/boundary/answer.ts'
import { eventCodes } from '../../src/catalogue/event-codes.ts'
import { type PaymentResultCode, paymentResultPolicy } from '../../src/catalogue/payment-result-policy.ts'
import { createCheckout } from '../../src/controller/create-checkout.ts'
import { revoked, throwing, trapped } from './decoded.ts'
import { hostilePayload, hostileValue, type Recipe, SECRET, some } from './hostile-values.ts'

const answered = (value: unknown) => decodeAnswer(value, isListed)
const rejected = (error: unknown) => decodeSubmitRejection(error, isListed)
const mountRejected = (error: unknown) => decodeMountRejection(error, isListed)

/** What became of the submit is not known: the server is asked. */
const open = { type: 'answer.open', channel: 'promise' }
/** Nothing was sent: the form is ready as before. */
const refused = { type: 'answer.refused', channel: 'promise' }
const invalid = { type: 'SDK_FORM_VERIFICATION_FAILED', channel: 'promise' }

const reasons = Object.keys(paymentResultPolicy) as PaymentResultCode[]
const openReasons = reasons.filter((reason) => paymentResultPolicy[reason] === 'ask-server')
const definiteReasons = reasons.filter((reason) => paymentResultPolicy[reason] !== 'ask-server')

const listedCodes = checkoutMachine.events.filter((type) => type.startsWith('SDK_'))

describe('the promise of a submit rejects', () => {
  test.each(listedCodes)('with %s: it is that event, by the promise', (code) => {
    expect(rejected({ code, message: 'why' })).toStrictEqual({
      type: code,
      code,
      message: 'why',
      issues: [],
      channel: 'promise',
    })
    expect(rejected(Object.assign(new Error('why'), { code }))).toMatchObject({ type: code, channel: 'promise' })
  })

  test.each([
    ['an error', new Error('Failed to fetch')],
    ['an error with a code that is not the SDK’s', Object.assign(new Error('reset'), { code: 'ECONNRESET' })],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'rejected'],
    ['a number', 42],
    ['a code that nobody knows', { code: 'SDK_OF_TOMORROW' }],
    ['an answer that would be no news', { code: 'SUCCESS' }],
    ['an answer that would be a refusal', { status: 'FAIL', error: { code: 'UI_STATE_ERROR' } }],
    ['a word of our own', { code: 'checkout.close' }],
    ['the server’s word', { code: 'server.failed' }],
    ['XState’s wildcard', { code: '*' }],
    ['a revoked proxy', revoked()],
  ])('with %s: what became of it is not known', (_what, error) => {
    expect(rejected(error)).toStrictEqual(open)
  })

  test('a declined payment keeps its reason', () => {
    const result = { paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CARD' }
    expect(rejected({ code: 'SDK_PAYMENT_FAIL', result })).toMatchObject({ type: 'SDK_PAYMENT_FAIL', result })
  })
})

describe('the promise of a mount rejects', () => {
  test.each(listedCodes)('with %s: it is that event, by the promise', (code) => {
    expect(mountRejected({ code })).toStrictEqual({ type: code, code, issues: [], channel: 'promise' })
  })

  test.each([
    ['an error', new Error('no container')],
    ['nothing', undefined],
    ['a code that nobody knows', { code: 'SDK_OF_TOMORROW' }],
    ['a word of our own', { code: 'checkout.close' }],
    ['a proxy that throws', trapped()],
  ])('with %s: no code of the SDK says why', (_what, error) => {
    expect(mountRejected(error)).toBeNull()
  })
})

describe('the promise of a submit resolves to something with an event code', () => {
  test.each(listedCodes)('%s: it is that event, by the promise', (code) => {
    const result = { paymentStatus: 'PROCESSING' }
    expect(answered({ code, result })).toStrictEqual({ type: code, code, result, issues: [], channel: 'promise' })
  })

  test('the code counts, and not a status beside it', () => {
    expect(answered({ code: 'SDK_PAYMENT_PROCESSING', status: 'SUCCESS' })).toMatchObject({
      type: 'SDK_PAYMENT_PROCESSING',
    })
  })

  test('as an Android or iOS host tells it', () => {
    const result = { paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CARD' }
    expect(answered({ eventCode: 'SDK_PAYMENT_FAIL', eventResult: JSON.stringify(result) })).toMatchObject({
      type: 'SDK_PAYMENT_FAIL',
      result,
    })
  })

  test('what is wrong with its payload is named', () => {
    expect(answered({ code: 'SDK_PAYMENT_SUCCESSFUL', result: { paymentStatus: 1 } })).toMatchObject({
      type: 'SDK_PAYMENT_SUCCESSFUL',
      issues: [{ path: 'result.paymentStatus' }],
    })
  })
})

describe('the promise of submit() resolves to a code of its own', () => {
  test('REPEAT_REQ_REJECT: it was a repeated click', () => {
    expect(answered({ code: 'REPEAT_REQ_REJECT', message: 'A payment is already being submitted.' })).toStrictEqual({
      type: 'SDK_DUPLICATE_SUBMISSION_BEHAVIOR',
      channel: 'promise',
    })
  })

  test.each(['PROCESS_FAIL', 'UNKNOWN_EXCEPTION', 'INQUIRY_PAYMENT_SESSION_FAILED'])(
    '%s: the server is asked',
    (code) => {
      expect(answered({ code, message: 'Please check the payment status.' })).toStrictEqual(open)
    },
  )

  test.each(['SUCCESS', 'success', 'OK', 'SDK_OF_TOMORROW', 'checkout.close', 'server.succeeded', '*', '__proto__'])(
    '%s: nothing, the answer comes by callback',
    (code) => expect(answered({ code })).toBeNull(),
  )

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'SUCCESS'],
    ['true', true],
    ['an empty object', {}],
    ['a list', [{ code: 'SDK_PAYMENT_SUCCESSFUL' }]],
    ['a code that is no text', { code: 42 }],
    ['no code and no error', { code: null, status: null, error: null }],
  ])('%s: nothing, the answer comes by callback', (_what, value) => {
    expect(answered(value)).toBeNull()
  })
})

describe('Payment Element’s submitPayment() resolves to', () => {
  const failed = (code: unknown, more: object = {}) => ({ status: 'FAIL', error: { code, ...more } })
  const declined = (paymentResultCode: string | undefined, more: object = {}) => ({
    type: 'SDK_PAYMENT_FAIL',
    channel: 'promise',
    result: { paymentStatus: 'FAIL', ...(paymentResultCode && { paymentResultCode }) },
    ...more,
  })

  test.each([
    ['alone', { status: 'SUCCESS' }],
    ['without an error', { status: 'SUCCESS', error: undefined }],
    ['with no error', { status: 'SUCCESS', error: null, userCanceled3D: false }],
  ])('SUCCESS, %s: paid', (_how, value) => {
    expect(answered(value)).toStrictEqual({
      type: 'SDK_PAYMENT_SUCCESSFUL',
      channel: 'promise',
      result: { paymentStatus: 'SUCCESS' },
    })
  })

  test.each([
    ['with an error beside it', { status: 'SUCCESS', error: { code: 'PROCESS_FAIL' } }],
    ['with a refusal beside it', { status: 'SUCCESS', error: { code: 'UI_STATE_ERROR' } }],
    ['and a cancelled 3-D Secure', { status: 'SUCCESS', userCanceled3D: true }],
  ])('SUCCESS, %s: says two things, the server is asked', (_how, value) => {
    expect(answered(value)).toStrictEqual(open)
  })

  test.each(['PROCESSING', 'PENDING', 'CANCELLED', 'success', 'A_NEW_ONE', ''])('%s: the server is asked', (status) => {
    expect(answered({ status })).toStrictEqual(open)
    expect(answered({ status, error: { code: 'INVALID_CARD' } })).toStrictEqual(open)
  })

  test.each([
    ['FAIL', { status: 'FAIL', userCanceled3D: true }],
    ['FAIL and a definite reason', failed('INVALID_CARD')],
    ['FAIL and a refusal', failed('UI_STATE_ERROR')],
    ['CANCELLED', { status: 'CANCELLED' }],
    ['no status, but an error', { error: { code: 'INVALID_CARD' } }],
    ['no status and no error', {}],
  ])('a cancelled 3-D Secure with %s: it was submitted, the server is asked', (_what, value) => {
    expect(answered({ ...value, userCanceled3D: true })).toStrictEqual(open)
  })

  test.each(['UI_STATE_ERROR', 'PARAM_INVALID'])('FAIL with %s: nothing was sent, the form is ready', (code) => {
    expect(answered(failed(code, { message: 'why', needChangeSessionForRetry: false }))).toStrictEqual(refused)
  })

  test('FAIL with FORM_INVALID: nothing was sent, the form is invalid', () => {
    expect(answered(failed('FORM_INVALID'))).toStrictEqual(invalid)
  })

  test.each([
    ...new Set([
      'SUBMIT_PAYMENT_TIMEOUT',
      'PAYMENT_RESULT_TIMEOUT',
      'UNKNOWN_EXCEPTION',
      'INQUIRY_PAYMENT_SESSION_FAILED',
      'ERR_DATA_STRUCT_UNRECOGNIZED',
      'REPEAT_REQ_REJECT',
      ...openReasons,
    ]),
  ])('FAIL with %s: the outcome is open, the server is asked', (code) => {
    expect(answered(failed(code))).toStrictEqual(open)
    // … and no word of it about the session makes it a decline.
    expect(answered(failed(code, { needChangeSessionForRetry: false }))).toStrictEqual(open)
  })

  test.each(definiteReasons)('FAIL with %s: declined for that reason', (code) => {
    expect(answered(failed(code))).toStrictEqual(declined(code))
  })

  test('FAIL with a reason that nobody knows: declined, the status says so', () => {
    expect(answered(failed('REASON_OF_TOMORROW'))).toStrictEqual(declined('REASON_OF_TOMORROW'))
  })

  test.each([
    ['no error', { status: 'FAIL' }],
    ['null', { status: 'FAIL', error: null }],
    ['an empty error', { status: 'FAIL', error: {} }],
    ['a text as the error', { status: 'FAIL', error: 'declined' }],
    ['a code that is no text', failed(42)],
    ['a code that is far too long', failed('C'.repeat(129))],
  ])('FAIL with %s: declined for an unknown reason', (_what, value) => {
    expect(answered(value)).toStrictEqual(declined(undefined))
  })

  test('a reason of 128 characters is kept', () => {
    const longest = 'C'.repeat(128)
    expect(answered(failed(longest))).toStrictEqual(declined(longest))
  })

  test.each([true, false])('FAIL with needChangeSessionForRetry %s: that is handed on', (needChangeSessionForRetry) => {
    expect(answered(failed('INVALID_CARD', { needChangeSessionForRetry }))).toStrictEqual(
      declined('INVALID_CARD', { needChangeSessionForRetry }),
    )
    expect(answered({ status: 'FAIL', error: { needChangeSessionForRetry } })).toStrictEqual(
      declined(undefined, { needChangeSessionForRetry }),
    )
  })

  test.each([
    ['undefined', undefined],
    ['null', null],
    ['a text', 'true'],
    ['a number', 1],
  ])('FAIL with needChangeSessionForRetry %s: the reason decides', (_what, needChangeSessionForRetry) => {
    expect(answered(failed('INVALID_CARD', { needChangeSessionForRetry }))).toStrictEqual(declined('INVALID_CARD'))
  })

  // A note in the SDK's source: the payment page's errors come without a status.
  test.each([
    ['UI_STATE_ERROR', refused],
    ['PARAM_INVALID', refused],
    ['FORM_INVALID', invalid],
    ['INVALID_CARD', open],
    ['SUBMIT_PAYMENT_TIMEOUT', open],
    ['REASON_OF_TOMORROW', open],
    [undefined, open],
    [42, open],
  ])('an error %s without a status: only where nothing was sent it decides', (code, expected) => {
    expect(answered({ error: { code, message: 'why' } })).toStrictEqual(expected)
  })

  test.each([
    ['a text', 'declined'],
    ['an Error', new Error('declined')],
    ['a number', 42],
    ['a revoked proxy', revoked()],
  ])('an error that is %s, without a status: the server is asked', (_what, error) => {
    expect(answered({ error })).toStrictEqual(open)
  })

  test.each([
    ['its error', { value: 'SUCCESS' }, ['error']],
    ['whether 3-D Secure was cancelled', { value: 'SUCCESS' }, ['userCanceled3D']],
    ['whether 3-D Secure was cancelled', { value: 'FAIL' }, ['userCanceled3D']],
  ])('an answer that cannot be read, %s: the server is asked', (_what, status, names) => {
    expect(answered(Object.defineProperties(throwing(names), { status }))).toStrictEqual(open)
  })
})

describe('where an answer leads', () => {
  const submitted = () => {
    const checkout = createCheckout({ submitButton: 'merchant', clock: new SimulatedClock() })
    const { callbacks } = checkout
    callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
    let settle: { resolve: (value: unknown) => void; reject: (error: unknown) => void } | undefined
    const sdk = new Promise((resolve, reject) => {
      settle = { resolve, reject }
    })
    const result = checkout.submit(() => sdk)
    return {
      checkout,
      ...callbacks,
      resolve: async (value: unknown) => {
        settle?.resolve(value)
        await result
        return checkout.getSnapshot()
      },
      reject: async (error: unknown) => {
        settle?.reject(error)
        await result
        return checkout.getSnapshot()
      },
    }
  }
  const uncounted = { anomalies: { count: 0 }, unrecognised: { count: 0 }, late: { count: 0 } }

  test('a network error that comes by both callbacks and the rejected promise counts once', async () => {
    const { onError, onEventCallback, reject } = submitted()
    const error = { code: 'SDK_SUBMIT_NETWORK_ERROR', message: 'Network request error' }
    onError(error)
    onEventCallback(error)
    expect(await reject(error)).toMatchObject({
      state: 'form',
      nextStep: 'resubmit',
      submission: 'possible',
      counts: { attempts: 1, duplicates: 0, verificationFailures: 0 },
      diagnostics: uncounted,
    })
  })

  test('a decline that comes by the promise and then by a callback is one decline', async () => {
    const { resolve, onEventCallback, checkout } = submitted()
    const paymentResultCode = 'INVALID_CARD'
    await resolve({ status: 'FAIL', error: { code: paymentResultCode } })
    onEventCallback({ code: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'FAIL', paymentResultCode } })
    expect(checkout.getSnapshot()).toMatchObject({
      state: 'declined',
      nextStep: 'change-method',
      counts: { attempts: 1 },
      diagnostics: uncounted,
    })
  })

  test('a refused repetition that the callback told already counts once', async () => {
    const { onEventCallback, resolve } = submitted()
    onEventCallback({ code: 'SDK_DUPLICATE_SUBMISSION_BEHAVIOR' })
    expect(await resolve({ code: 'REPEAT_REQ_REJECT' })).toMatchObject({
      state: 'submitting',
      counts: { attempts: 1, duplicates: 1 },
    })
  })

  test('a refusal "before anything was sent" is not believed once the issuer talks to the buyer', async () => {
    const { onEventCallback, resolve } = submitted()
    onEventCallback({ code: 'SDK_PAYMENT_CHALLENGE' })
    expect(await resolve({ status: 'FAIL', error: { code: 'UI_STATE_ERROR' } })).toMatchObject({ state: 'challenge' })
  })

  test.each([
    ['true', true, { nextStep: 'new-session', canSubmit: false }],
    ['false', false, { nextStep: 'retry-same-session', canSubmit: true }],
    ['not given', undefined, { nextStep: 'new-session', canSubmit: false }],
  ])('needChangeSessionForRetry %s, of an order that is closed', async (_what, needChangeSessionForRetry, expected) => {
    const { resolve } = submitted()
    const error = { code: 'ORDER_IS_CLOSED', needChangeSessionForRetry }
    expect(await resolve({ status: 'FAIL', error })).toMatchObject({ state: 'declined', ...expected })
  })

  test('a failure whose reason is "success" is no decline', async () => {
    const { resolve } = submitted()
    expect(await resolve({ status: 'FAIL', error: { code: 'SUCCESS' } })).toMatchObject({ state: 'confirming' })
  })
})

describe('whatever a promise brings', () => {
  const brought = () =>
    fc.oneof(
      hostileValue(),
      some({
        code: hostileValue(),
        status: fc.oneof(
          hostileValue(),
          fc.constantFrom('SUCCESS', 'FAIL', 'PENDING').map((status): Recipe => ({ make: () => status })),
        ),
        error: fc.oneof(hostileValue(), some({ code: hostileValue(), needChangeSessionForRetry: hostileValue() })),
        userCanceled3D: hostileValue(),
        result: hostilePayload(),
      }),
    )
  const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 2_000) }

  test.each([
    ['the answer', answered],
    ['the rejection of a submit', rejected],
    ['the rejection of a mount', mountRejected],
  ])('%s never throws, and is nothing or an event that the statechart has a row for', (_what, decode) => {
    fc.assert(
      fc.property(brought(), ({ make }) => {
        const event = decode(make())
        if (!event) return
        expect(Object.hasOwn(eventCodes, event.type) || ['answer.open', 'answer.refused'].includes(event.type)).toBe(
          true,
        )
        expect(isListed(event.type)).toBe(true)
        expect(event.channel).toBe('promise')
        expect(structuredClone(event)).toStrictEqual(event)
        expect(JSON.stringify(event).length).toBeLessThan(30 * 1_024 * 6)
        if ('issues' in event) expect(JSON.stringify(event.issues)).not.toContain(SECRET)
      }),
      runs,
    )
  })

  test('it is never paid unless its status is SUCCESS, and nothing beside it says otherwise', () => {
    fc.assert(
      fc.property(brought(), ({ make }) => {
        const value = make() as { status?: unknown; error?: unknown; userCanceled3D?: unknown }
        if (answered(value)?.type !== 'SDK_PAYMENT_SUCCESSFUL') return
        expect(value.status === 'SUCCESS' && value.error == null && value.userCanceled3D !== true).toBe(true)
      }),
      runs,
    )
  })
})
