import { describe, expect, test } from 'vitest'
import { LOADED, run } from './actors.ts'

describe('what is counted', () => {
  test('a challenge, a redirect and a wait for the result are one attempt', () => {
    const { tell } = run()
    const codes = ['SDK_PAYMENT_APPROVE', 'SDK_PAYMENT_CHALLENGE', 'SDK_CALL_URL_SUCCESS', 'SDK_PAYMENT_PROCESSING']
    expect(tell(...codes, 'SDK_PAYMENT_CHALLENGE').counts.attempts).toBe(1)
  })

  test('a submit refused in flight and the SDK’s own refusal are duplicates; the one that tells us of a submission is not', () => {
    const { actor, view, tell } = run()
    tell(...LOADED, 'SDK_DUPLICATE_SUBMISSION_BEHAVIOR')
    expect(view()).toMatchObject({ state: 'submitting', counts: { attempts: 1, duplicates: 0 } })
    actor.send({ type: 'checkout.submit' })
    expect(view()).toMatchObject({
      counts: { duplicates: 1 },
      notice: { code: 'checkout.submit', severity: 'warning' },
    })
    expect(tell('SDK_DUPLICATE_SUBMISSION_BEHAVIOR').counts.duplicates).toBe(2)
    expect(view().diagnostics.anomalies.count).toBe(0)
  })

  test('each failed check of the form', () => {
    const { tell } = run()
    const view = tell(...LOADED, 'SDK_FORM_VERIFICATION_FAILED', 'SDK_FORM_VERIFICATION_FAILED')
    expect(view).toMatchObject({ nextStep: 'fix-form', canSubmit: true, counts: { verificationFailures: 2 } })
    expect(tell('SDK_PAYMENT_CHALLENGE', 'SDK_FORM_VERIFICATION_FAILED')).toMatchObject({
      state: 'challenge',
      counts: { verificationFailures: 2 },
    })
  })
})

describe('one happening that comes by several channels', () => {
  const channels = ['onError', 'onEventCallback', 'promise'] as const

  test.each([
    ['SDK_FORM_VERIFICATION_FAILED', { verificationFailures: 1 }],
    ['SDK_DUPLICATE_SUBMISSION_BEHAVIOR', { duplicates: 0, attempts: 1 }],
  ] as const)('%s counts once', (type, counts) => {
    const { actor, view, tell } = run()
    tell(...LOADED)
    for (const channel of channels) actor.send({ type, channel })
    expect(view().counts).toMatchObject(counts)
  })

  test('by the same channel again it is a happening of its own', () => {
    const { actor, view, tell } = run()
    tell(...LOADED)
    for (const channel of ['onError', 'onEventCallback', 'onError'] as const)
      actor.send({ type: 'SDK_FORM_VERIFICATION_FAILED', channel })
    expect(view().counts.verificationFailures).toBe(2)
  })

  test('with something else in between as well', () => {
    const { actor, view, tell } = run()
    tell(...LOADED)
    actor.send({ type: 'SDK_FORM_VERIFICATION_FAILED', channel: 'onError' })
    actor.send({ type: 'SDK_PAYMENT_WARN', channel: 'onError' })
    actor.send({ type: 'SDK_FORM_VERIFICATION_FAILED', channel: 'onEventCallback' })
    expect(view().counts.verificationFailures).toBe(2)
  })

  test('a component that failed once is worth another try, told how often it may be', () => {
    const { actor, view } = run()
    for (const channel of channels) actor.send({ type: 'SDK_CREATECOMPONENT_ERROR', channel })
    expect(view().nextStep).toBe('retry-same-session')
  })

  test('its first telling is the one that is shown, and an anomaly is noted once', () => {
    const { actor, view } = run()
    actor.send({ type: 'SDK_PAYMENT_CHALLENGE' })
    for (const channel of channels) actor.send({ type: 'SDK_END_OF_LOADING', channel })
    expect(view().diagnostics.anomalies).toMatchObject({
      count: 1,
      last: [{ code: 'SDK_END_OF_LOADING', channel: 'onError', reason: 'out-of-place' }],
    })
  })

  test('a decline whose second telling has no payload keeps its reason', () => {
    const { actor, view } = run()
    const result = { paymentStatus: 'FAIL', paymentResultCode: 'ORDER_IS_CLOSED' }
    actor.send({ type: 'SDK_PAYMENT_FAIL', channel: 'onEventCallback', result })
    actor.send({ type: 'SDK_PAYMENT_FAIL', channel: 'promise' })
    expect(view()).toMatchObject({ nextStep: 'new-session', payment: { paymentResultCode: 'ORDER_IS_CLOSED' } })
  })

  test('a decline whose second telling has the reason learns it', () => {
    const { actor, view } = run()
    actor.send({ type: 'SDK_PAYMENT_FAIL', channel: 'onError' })
    const result = { paymentStatus: 'FAIL', paymentResultCode: 'FRAUD_REJECT' }
    actor.send({ type: 'SDK_PAYMENT_FAIL', channel: 'onEventCallback', result })
    expect(view()).toMatchObject({ nextStep: 'contact-support', canSubmit: false, payment: result })
  })

  test('of two reasons the stricter one counts', () => {
    const { actor, view } = run()
    const fail = (channel: 'promise' | 'onError' | 'onEventCallback', paymentResultCode: string): void =>
      actor.send({ type: 'SDK_PAYMENT_FAIL', channel, result: { paymentStatus: 'FAIL', paymentResultCode } })
    fail('promise', 'INVALID_CARD')
    fail('onError', 'FRAUD_REJECT')
    fail('onEventCallback', 'INVALID_CVV')
    expect(view()).toMatchObject({ nextStep: 'contact-support', canSubmit: false })
  })

  test('a second telling that casts doubt on the first is no new attempt', () => {
    const { actor, view, tell } = run()
    tell('SDK_PAYMENT_CHALLENGE')
    actor.send({ type: 'SDK_PAYMENT_FAIL', channel: 'onError' })
    actor.send({ type: 'SDK_PAYMENT_FAIL', channel: 'onEventCallback', result: { paymentStatus: 'PROCESSING' } })
    expect(view()).toMatchObject({ state: 'confirming', counts: { attempts: 1 } })
  })

  test('a doubt that its first telling raised is not undone by its second', () => {
    const { actor, view } = run()
    actor.send({ type: 'SDK_PAYMENT_FAIL', channel: 'onEventCallback', result: { paymentStatus: 'PROCESSING' } })
    actor.send({ type: 'SDK_PAYMENT_FAIL', channel: 'promise', result: { paymentStatus: 'FAIL' } })
    expect(view().state).toBe('confirming')
  })

  test('a success is believed by any channel', () => {
    const { actor, view } = run()
    actor.send({ type: 'SDK_PAYMENT_SUCCESSFUL', channel: 'onEventCallback', result: { paymentStatus: 'PENDING' } })
    actor.send({ type: 'SDK_PAYMENT_SUCCESSFUL', channel: 'promise', result: { paymentStatus: 'SUCCESS' } })
    expect(view().state).toBe('succeeded')
  })
})

describe('what is noted', () => {
  test('a code that nobody knows changes nothing, and is kept', () => {
    const { actor, view } = run()
    const before = view().state
    actor.send({ type: 'SDK_OF_TOMORROW' as 'SDK_PAYMENT_WARN' })
    expect(view()).toMatchObject({
      state: before,
      notice: null,
      diagnostics: { unrecognised: { count: 1, last: [{ code: 'SDK_OF_TOMORROW', reason: 'unrecognised' }] } },
    })
  })

  test('by onError it is an error, under its own name', () => {
    const { actor, view } = run()
    actor.send({ type: 'SDK_OF_TOMORROW' as 'SDK_PAYMENT_WARN', channel: 'onError' })
    expect(view()).toMatchObject({
      state: 'broken',
      nextStep: 'retry-same-session',
      notice: { code: 'SDK_OF_TOMORROW', severity: 'error', channel: 'onError' },
      diagnostics: { unrecognised: { count: 1 } },
    })
  })

  test('a known code by onError is what it is by onEventCallback', () => {
    const { actor, view } = run()
    actor.send({ type: 'SDK_PAYMENT_WARN', channel: 'onError' })
    expect(view()).toMatchObject({ state: 'init', notice: { severity: 'warning' } })
  })

  test('of any number the newest 20 are kept', () => {
    const { actor, view } = run()
    for (let n = 0; n < 25; n += 1) actor.send({ type: `SDK_NEW_${n}` as 'SDK_PAYMENT_WARN' })
    const { count, last } = view().diagnostics.unrecognised
    expect(count).toBe(25)
    expect(last).toHaveLength(20)
    expect(last.at(-1)?.code).toBe('SDK_NEW_24')
  })

  test('a payload that says otherwise, a malformed one, and a callback without a code', () => {
    const { actor, view } = run()
    actor.send({ type: 'SDK_PAYMENT_SUCCESSFUL', result: { paymentStatus: 'FAIL' } })
    actor.send({
      type: 'SDK_PAYMENT_PROCESSING',
      issues: [{ path: 'result.cardPaymentResultInfo', expected: 'object', received: 'string' }],
    })
    actor.send({ type: 'checkout.undecodable', channel: 'onError' })
    expect(view().diagnostics.anomalies.last.map(({ reason }) => reason)).toEqual([
      'contradiction',
      'malformed',
      'undecodable',
    ])
  })

  test('a mount or submit out of place is refused, and told', () => {
    const { actor, view, tell } = run()
    actor.send({ type: 'checkout.submit' })
    expect(view()).toMatchObject({ state: 'init', notice: { code: 'checkout.submit', severity: 'warning' } })
    tell('SDK_PAYMENT_CHALLENGE')
    actor.send({ type: 'checkout.mount' })
    expect(view()).toMatchObject({ state: 'challenge', notice: { code: 'checkout.mount' } })
    expect(view().diagnostics.anomalies).toMatchObject({
      count: 2,
      last: [{ reason: 'refused' }, { reason: 'refused' }],
    })
  })
})
