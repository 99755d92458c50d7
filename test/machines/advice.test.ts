import { describe, expect, test } from 'vitest'
import { paymentResultCodes } from '../../src/catalogue/payment-result-codes.ts'
import { toView } from '../../src/view/to-view.ts'
import { LOADED, run } from './actors.ts'

describe('what next, after a decline', () => {
  const definite = Object.entries(paymentResultCodes).filter(([, { nextStep }]) => nextStep !== 'ask-server')
  test.each(definite)('%s', (paymentResultCode, { nextStep, sameSession }) => {
    const { actor, view } = run()
    actor.send({ type: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'FAIL', paymentResultCode } })
    expect(view()).toMatchObject({ state: 'declined', nextStep, canSubmit: sameSession, canMount: true })
    actor.send({ type: 'checkout.submit' })
    expect(view().state).toBe(sameSession ? 'submitting' : 'declined')
  })

  test.each(Object.keys(paymentResultCodes).filter((code) => !definite.some(([name]) => name === code)))(
    '%s is no decline: the server is asked',
    (paymentResultCode) => {
      const { actor, view } = run()
      actor.send({ type: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'FAIL', paymentResultCode } })
      expect(view()).toMatchObject({ state: 'confirming', nextStep: 'ask-server', canSubmit: false })
    },
  )

  test.each([
    ['no payload', undefined],
    ['no reason', { paymentStatus: 'FAIL' }],
    ['an unknown reason', { paymentStatus: 'FAIL', paymentResultCode: 'REASON_OF_TOMORROW' }],
  ])('%s: another method, in the same session', (_what, result) => {
    const { actor, view } = run()
    actor.send({ type: 'SDK_PAYMENT_FAIL', ...(result && { result }) })
    expect(view()).toMatchObject({ state: 'declined', nextStep: 'change-method', canSubmit: true })
  })

  test.each([
    [true, 'INVALID_CARD', 'new-session', false],
    [false, 'INVALID_CARD', 'change-method', true],
    [false, 'ORDER_IS_CLOSED', 'retry-same-session', true],
    [false, 'PROCESS_FAIL', 'contact-support', true],
  ])('Payment Element says needChangeSessionForRetry %s of %s', (needChange, code, nextStep, canSubmit) => {
    const { actor, view } = run()
    actor.send({
      type: 'SDK_PAYMENT_FAIL',
      result: { paymentStatus: 'FAIL', paymentResultCode: code },
      needChangeSessionForRetry: needChange,
    })
    expect(view()).toMatchObject({ nextStep, canSubmit })
  })

  test.each([
    ['of an attempt before it', 1, true],
    ['that says that the session will do', 2, false],
    ['of nobody knows which attempt', undefined, true],
  ])('a late answer %s does not change that', (_what, ticket, needChangeSessionForRetry) => {
    const { actor, view, tell } = run()
    tell(...LOADED)
    actor.send({ type: 'checkout.submit', ticket: 2 })
    tell('SDK_PAYMENT_FAIL')
    actor.send({ type: 'answer.late', needChangeSessionForRetry, ...(ticket !== undefined && { ticket }) })
    expect(view()).toMatchObject({ nextStep: 'change-method', canSubmit: true })
    actor.send({ type: 'answer.late', needChangeSessionForRetry: true, ticket: 2 })
    expect(view()).toMatchObject({ nextStep: 'new-session', canSubmit: false })
  })

  test('the failed checkout keeps the advice', () => {
    const { actor } = run()
    actor.send({ type: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'FAIL', paymentResultCode: 'NO_PAY_OPTIONS' } })
    actor.send({ type: 'checkout.close' })
    expect(actor.getSnapshot().output).toMatchObject({
      status: 'failed',
      nextStep: 'fix-integration',
      code: 'SDK_PAYMENT_FAIL',
      paymentResultCode: 'NO_PAY_OPTIONS',
      confirmedBy: 'sdk',
      safeToPayAgain: true,
    })
  })
})

describe('what next, when the component is broken', () => {
  test.each([
    ['SDK_INIT_PARAMETER_ERROR', 'fix-integration'],
    ['SDK_CREATEPAYMENT_PARAMETER_ERROR', 'fix-integration'],
    ['SDK_CREATECOMPONENT_ERROR', 'retry-same-session'],
    ['SDK_CREATE_COMPONENT_ERROR', 'retry-same-session'],
    ['SDK_INTERNAL_ERROR', 'retry-same-session'],
    ['SDK_CALL_URL_ERROR', 'contact-support'],
    ['SDK_LAUNCH_PAYMENT_APP_ERROR', 'contact-support'],
  ])('%s: %s', (code, nextStep) => {
    const { actor, tell } = run()
    expect(tell(code)).toMatchObject({ state: 'broken', nextStep, submission: 'none', canMount: true })
    actor.send({ type: 'checkout.close' })
    expect(actor.getSnapshot().output).toMatchObject({ status: 'errored', nextStep, code, confirmedBy: null })
  })

  test('the second time, support', () => {
    const { actor, tell } = run()
    tell('SDK_CREATECOMPONENT_ERROR')
    actor.send({ type: 'checkout.mount' })
    expect(tell('SDK_INTERNAL_ERROR').nextStep).toBe('contact-support')
  })

  test('an error of another kind does not count for that', () => {
    const { actor, tell } = run()
    tell('SDK_INIT_PARAMETER_ERROR')
    actor.send({ type: 'checkout.mount' })
    expect(tell('SDK_CREATECOMPONENT_ERROR').nextStep).toBe('retry-same-session')
  })

  test('the newer cause counts, and an internal error is none', () => {
    const { tell } = run()
    tell('SDK_CREATECOMPONENT_ERROR')
    expect(tell('SDK_INIT_PARAMETER_ERROR').nextStep).toBe('fix-integration')
    expect(tell('SDK_INTERNAL_ERROR').nextStep).toBe('fix-integration')
  })
})

describe('what next, elsewhere', () => {
  test('after a network error the same submit may be sent again', () => {
    const { tell } = run({ submitButton: 'merchant' })
    const view = tell(...LOADED, 'SDK_SUBMIT_NETWORK_ERROR')
    expect(view).toMatchObject({ state: 'form', nextStep: 'resubmit', canSubmit: true, submission: 'possible' })
  })

  test('a stray internal error leaves the form as it is, with a notice', () => {
    const { tell } = run()
    const view = tell(...LOADED, 'SDK_INTERNAL_ERROR')
    expect(view).toMatchObject({ state: 'form', notice: { code: 'SDK_INTERNAL_ERROR', severity: 'warning' } })
  })

  test('the buyer who left may come back to the same session', () => {
    const { actor, view } = run({ submitButton: 'merchant' })
    actor.send({ type: 'checkout.dismiss', channel: 'onClose' })
    expect(view()).toMatchObject({ state: 'dismissed', nextStep: 'retry-same-session', canMount: true })
    actor.send({ type: 'checkout.close' })
    expect(actor.getSnapshot().output).toMatchObject({ status: 'cancelled', nextStep: 'retry-same-session' })
  })

  test('a checkout that was closed before anything happened needs nothing', () => {
    const { actor } = run()
    actor.send({ type: 'checkout.close' })
    expect(actor.getSnapshot().output).toEqual({
      status: 'cancelled',
      safeToPayAgain: true,
      confirmedBy: null,
      nextStep: 'none',
      code: null,
      paymentResultCode: null,
      payment: null,
      counts: { attempts: 0, duplicates: 0, verificationFailures: 0 },
      anomalies: 0,
    })
  })

  test('what was told of one attempt is not told of the next', () => {
    const { actor, view, tell } = run()
    actor.send({ type: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CARD' } })
    actor.send({ type: 'checkout.submit' })
    expect(view()).toMatchObject({ state: 'submitting', payment: null, notice: null })
    tell('SDK_PAYMENT_RETRY', 'SDK_PAYMENT_SUCCESSFUL')
    expect(actor.getSnapshot().output).toMatchObject({ payment: null, paymentResultCode: null })
  })

  test('a success straight after a decline does not carry the decline’s reason', () => {
    const { actor, tell } = run()
    actor.send({ type: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CARD' } })
    tell('SDK_PAYMENT_SUCCESSFUL')
    expect(actor.getSnapshot().output).toMatchObject({
      status: 'succeeded',
      paymentResultCode: null,
      nextStep: 'show-success',
    })
  })
})

describe('the view', () => {
  test('is plain data, and the same object while nothing changed', () => {
    const { actor, view } = run()
    actor.send({
      type: 'SDK_PAYMENT_FAIL',
      result: { paymentStatus: 'FAIL', cardPaymentResultInfo: { lastFour: '1' } },
    })
    const before = view()
    expect(structuredClone(before)).toEqual(before)
    expect(view()).toBe(before)
    // Heard again by another channel: the actor's snapshot is a new one, what it says is not.
    actor.send({ type: 'SDK_PAYMENT_FAIL', channel: 'promise' })
    expect(view()).toBe(before)
    actor.send({ type: 'checkout.submit' })
    expect(view()).not.toBe(before)
  })

  test('the same news again changes nothing of it, and an old snapshot keeps its own', () => {
    const { actor, view, tell } = run()
    const before = tell('SDK_PAYMENT_WARN')
    expect(tell('SDK_PAYMENT_WARN')).toBe(before)
    const old = actor.getSnapshot()
    const after = tell('SDK_END_OF_LOADING')
    expect(toView(old)).toBe(before)
    expect(view()).toBe(after)
  })

  test('of a button that nobody has heard of, the SDK may be the one that renders it', () => {
    const { tell } = run({ submitButton: 'Merchant' as 'merchant' })
    expect(tell('SDK_END_OF_LOADING').submission).toBe('possible')
  })

  test('a retry in the page leaves the decline behind', () => {
    const { actor, tell } = run({ submitButton: 'merchant' })
    actor.send({ type: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CARD' } })
    expect(tell('SDK_PAYMENT_RETRY')).toMatchObject({ state: 'form', payment: null })
    actor.send({ type: 'checkout.close' })
    expect(actor.getSnapshot().output).toMatchObject({ status: 'cancelled', paymentResultCode: null, nextStep: 'none' })
  })
})
