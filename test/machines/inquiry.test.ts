import { describe, expect, test, vi } from 'vitest'
import type { Inquire } from '../../machines/inquiry.types.ts'
import { LOADED, type Running, run } from './actors.ts'
import { answering, confirming, minute, pass, rest, second } from './asking.ts'

describe('an open outcome is asked for at the merchant’s server', () => {
  test.each([
    ['SUCCESS', 'succeeded', 'certain'],
    ['FAIL', 'declined', 'none'],
    ['CANCELLED', 'dismissed', 'none'],
  ])('%s: the checkout is %s', async (paymentStatus, state, submission) => {
    const running = confirming(answering({ paymentStatus }))
    expect(running.view().busy).toBe(true)
    await rest()
    expect(running.view()).toMatchObject({ state, submission, notice: { channel: 'server' } })
  })

  test('the server is the one who confirmed it', async () => {
    const running = confirming(answering({ paymentStatus: 'SUCCESS', cardPaymentResultInfo: { lastFour: '8888' } }))
    await rest()
    expect(running.actor.getSnapshot().output).toMatchObject({
      confirmedBy: 'server',
      code: 'server.succeeded',
      payment: { cardPaymentResultInfo: { lastFour: '8888' } },
    })
  })

  test('a decline by the server has its reason’s advice', async () => {
    const running = confirming(answering({ paymentStatus: 'FAIL', paymentResultCode: 'ORDER_IS_CLOSED' }))
    await rest()
    expect(running.view()).toMatchObject({ state: 'declined', nextStep: 'new-session', canSubmit: false })
  })

  test.each([
    ['processing', { paymentStatus: 'PROCESSING' }],
    ['pending', { paymentStatus: 'PENDING' }],
    ['nothing', undefined],
    ['another shape', { status: 'SUCCESS' }],
    ['no JSON', '<html>502</html>'],
    ['a success with the reason of a failure', { paymentStatus: 'SUCCESS', paymentResultCode: 'RISK_REJECT' }],
    ['a failure that is none', { paymentStatus: 'FAIL', paymentResultCode: 'PAYMENT_IN_PROCESS' }],
    ['a cancel that succeeded', { paymentStatus: 'CANCELLED', paymentResultCode: 'SUCCESS' }],
  ])('%s is not definite: it is asked again', async (_what, answer) => {
    const inquire = answering(answer)
    const running = confirming(inquire)
    await pass(running, second)
    expect(inquire).toHaveBeenCalledTimes(2)
    expect(running.view()).toMatchObject({ state: 'confirming', nextStep: 'ask-server', busy: true })
  })

  test.each([
    ['rejects', () => Promise.reject(new Error('503'))],
    [
      'throws',
      () => {
        throw new Error('offline')
      },
    ],
  ])('a question that %s is a try', async (_how, fail) => {
    const inquire = vi.fn<Inquire>(fail)
    await pass(confirming(inquire), second)
    expect(inquire).toHaveBeenCalledTimes(2)
  })

  test('the pauses grow from 1 s to 30 s, and end with the budget of 5 min', async () => {
    const asked: number[] = []
    const running: Running = run({
      inquiry: { jitter: 0 },
      inquire: () => {
        asked.push(running?.clock.now() ?? 0)
        return { paymentStatus: 'PENDING' }
      },
    })
    running.tell('SDK_PAYMENT_ERROR')
    await pass(running, 10 * minute)
    expect(asked.slice(0, 8).map((at) => at / second)).toEqual([0, 1, 3, 7, 15, 31, 61, 91])
    expect(asked.at(-1)).toBeLessThan(5 * minute)
    expect(running.view()).toMatchObject({
      state: 'confirming',
      busy: false,
      nextStep: 'ask-server',
      notice: { code: 'server.silent', severity: 'warning' },
    })
  })

  test('never two questions at a time, and each is numbered', async () => {
    let underWay = 0
    let most = 0
    const numbers: number[] = []
    const running = run({
      inquire: async ({ attempt }) => {
        numbers.push(attempt)
        underWay += 1
        most = Math.max(most, underWay)
        await new Promise((resolve) => running.clock.setTimeout(() => resolve(undefined), 2_500))
        underWay -= 1
      },
    })
    running.tell('SDK_PAYMENT_PROCESSING')
    await pass(running, 12 * second)
    expect(numbers).toEqual([1, 2, 3])
    expect(most).toBe(1)
  })

  test('a question that never ends, ends with the budget, and is aborted', async () => {
    let aborted: AbortSignal | undefined
    const running = confirming(
      ({ signal }) => {
        aborted = signal
        return new Promise(() => {})
      },
      { budget: 7 * second },
    )
    await pass(running, 7 * second)
    expect(running.view()).toMatchObject({ state: 'confirming', busy: false })
    expect(aborted?.aborted).toBe(true)
  })

  test('an answer that comes after the state was left counts for nothing', async () => {
    let answer: (value: unknown) => void = () => {}
    let aborted: AbortSignal | undefined
    const running = confirming(({ signal }) => {
      aborted = signal
      return new Promise((resolve) => {
        answer = resolve
      })
    })
    await rest()
    running.tell('SDK_PAYMENT_RETRY')
    expect(aborted?.aborted).toBe(true)
    answer({ paymentStatus: 'SUCCESS' })
    await rest()
    expect(running.view().state).toBe('form')
  })

  test('what leads to confirming again does not begin the question anew', async () => {
    const inquire = answering()
    const running = confirming(inquire, { budget: 10 * second })
    await rest()
    for (const code of [
      'SDK_PAYMENT_PROCESSING',
      'SDK_PAYMENT_PENDING',
      'SDK_PAYMENT_ERROR',
      'SDK_PAYMENT_AUTHORIZATION_SUCCESSFUL',
      'SDK_PAYMENT_CANCEL',
      'SDK_CALL_URL_ERROR',
      'SDK_LAUNCH_PAYMENT_APP_ERROR',
      'SDK_INIT_PARAMETER_ERROR',
      'SDK_CREATEPAYMENT_PARAMETER_ERROR',
      'SDK_CREATECOMPONENT_ERROR',
      'SDK_CREATE_COMPONENT_ERROR',
      'SDK_INTERNAL_ERROR',
    ])
      running.tell(code)
    running.actor.send({ type: 'checkout.dismiss' })
    running.actor.send({ type: 'answer.open' })
    running.actor.send({ type: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'PROCESSING' } })
    running.actor.send({ type: 'SDK_PAYMENT_SUCCESSFUL', result: { paymentStatus: 'PROCESSING' } })
    running.actor.send({ type: 'SDK_OF_TOMORROW' as 'SDK_PAYMENT_WARN', channel: 'onError' })
    await rest()
    expect(inquire).toHaveBeenCalledTimes(1)
    expect(running.view().counts.attempts).toBe(1)
    await pass(running, 10 * second)
    expect(running.view().busy).toBe(false)
  })

  test('without `inquire` nobody is asked, and nothing spins', () => {
    const { view, tell } = run()
    tell('SDK_PAYMENT_PROCESSING')
    expect(view()).toMatchObject({ state: 'confirming', busy: false, nextStep: 'ask-server' })
  })

  test('limits that are no times are not taken', async () => {
    const inquire = answering()
    await pass(confirming(inquire, { firstDelay: Number.NaN }), second)
    expect(inquire).toHaveBeenCalledTimes(2)
  })
})

describe('a checkout at rest asks too, while a payment is possible', () => {
  test('dismissed, with the SDK’s own button on the page before', async () => {
    const running = run({ inquire: answering({ paymentStatus: 'SUCCESS' }) })
    running.tell(...LOADED)
    running.actor.send({ type: 'checkout.dismiss' })
    expect(running.view()).toMatchObject({ state: 'dismissed', busy: true, nextStep: 'ask-server' })
    await rest()
    expect(running.view().state).toBe('succeeded')
  })

  test('the SDK’s own cancel settles that, and the question ends', async () => {
    const inquire = answering()
    const running = run({ inquire })
    running.tell(...LOADED)
    running.actor.send({ type: 'checkout.dismiss' })
    running.tell('SDK_PAYMENT_CANCEL')
    await pass(running, minute)
    expect(inquire).toHaveBeenCalledTimes(1)
    expect(running.view()).toMatchObject({ busy: false, submission: 'none', nextStep: 'retry-same-session' })
  })

  test('an attempt is not settled by it: the same question goes on, within its budget', async () => {
    const inquire = answering()
    const running = run({ inquire, inquiry: { budget: 5 * second } })
    running.tell(...LOADED, 'SDK_SUBMIT_NETWORK_ERROR')
    running.actor.send({ type: 'checkout.dismiss' })
    running.tell('SDK_PAYMENT_CANCEL')
    await rest()
    expect(inquire).toHaveBeenCalledTimes(1)
    expect(running.view()).toMatchObject({ busy: true, submission: 'possible' })
    await pass(running, 5 * second)
    expect(running.tell('SDK_PAYMENT_CANCEL')).toMatchObject({ busy: false, submission: 'possible' })
  })

  test('broken, after a form', async () => {
    const inquire = answering({ paymentStatus: 'FAIL' })
    const running = run({ inquire })
    running.tell(...LOADED, 'SDK_CREATECOMPONENT_ERROR')
    expect(running.view()).toMatchObject({ state: 'broken', busy: true, nextStep: 'ask-server' })
    await rest()
    expect(running.view()).toMatchObject({ state: 'declined', submission: 'none' })
  })

  test.each(['dismissed', 'broken'])('%s with nothing submitted asks nobody', async (state) => {
    const inquire = answering()
    const running = run({ inquire })
    if (state === 'broken') running.tell('SDK_CREATECOMPONENT_ERROR')
    else running.actor.send({ type: 'checkout.dismiss' })
    await pass(running, minute)
    expect(running.view()).toMatchObject({ state, busy: false })
    expect(inquire).not.toHaveBeenCalled()
  })
})
