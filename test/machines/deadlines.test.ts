import { describe, expect, test } from 'vitest'
import { createActor, SimulatedClock } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { toView } from '../../src/view/to-view.ts'
import { LOADED, run } from './actors.ts'

const second = 1_000
const minute = 60 * second

describe('no state waits for ever', () => {
  test('loading is slow after 20 s, not dead: the form may still come', () => {
    const { actor, clock, view, tell } = run()
    tell('SDK_START_OF_LOADING')
    clock.increment(20 * second - 1)
    expect(view().notice?.severity).toBe('info')
    clock.increment(1)
    expect(view()).toMatchObject({ state: 'loading', notice: { code: 'checkout.timeout', severity: 'warning' } })
    expect(tell('SDK_END_OF_LOADING').state).toBe('form')
    expect(actor.getSnapshot().status).toBe('active')
  })

  test('closed while slow, the component has failed, and the same session may be tried again', () => {
    const { actor, clock, tell } = run()
    tell('SDK_START_OF_LOADING')
    clock.increment(20 * second)
    actor.send({ type: 'checkout.close' })
    expect(actor.getSnapshot().output).toMatchObject({ status: 'errored', nextStep: 'retry-same-session' })
  })

  test.each([
    ['submitting', 'SDK_PAYMENT_APPROVE', minute],
    ['challenge', 'SDK_PAYMENT_CHALLENGE', 10 * minute],
    ['redirecting', 'SDK_CALL_URL_SUCCESS', 30 * second],
  ])('%s asks the server when its time is over', (state, code, timeout) => {
    const { clock, view, tell } = run()
    expect(tell(code).state).toBe(state)
    clock.increment(timeout - 1)
    expect(view().state).toBe(state)
    clock.increment(1)
    expect(view()).toMatchObject({ state: 'confirming', submission: 'certain', nextStep: 'ask-server' })
  })

  test.each([
    ['loading', 'SDK_START_OF_LOADING', 20 * second],
    ['challenge', 'SDK_PAYMENT_CHALLENGE', 10 * minute],
    ['redirecting', 'SDK_REDIRECT', 30 * second],
    ['redirecting', 'SDK_CALL_URL_SUCCESS', 30 * second],
  ])('%s: the same code again (%s) does not renew the deadline', (_state, code, timeout) => {
    const { clock, view, tell } = run()
    tell(code)
    clock.increment(timeout - 1)
    tell(code)
    clock.increment(1)
    expect(view().notice?.code).toBe('checkout.timeout')
  })

  test('a deadline of one state does not fire in the next', () => {
    const { clock, view, tell } = run()
    tell('SDK_PAYMENT_APPROVE')
    clock.increment(minute - 1)
    tell('SDK_PAYMENT_CHALLENGE')
    clock.increment(10 * minute - 1)
    expect(view().state).toBe('challenge')
  })

  test('the merchant may set other limits; one that is no time is not taken', () => {
    const { clock, view, tell } = run({
      timeouts: { challenge: 5, redirecting: Number.NaN, submitting: Number.POSITIVE_INFINITY },
    })
    tell('SDK_PAYMENT_CHALLENGE')
    clock.increment(5)
    expect(view().state).toBe('confirming')
    tell('SDK_REDIRECT')
    clock.increment(30 * second - 1)
    expect(view().state).toBe('redirecting')
    clock.increment(1)
    expect(view().state).toBe('confirming')
  })

  test('no time at all is a limit too; a negative one is none', () => {
    const { clock, view, tell } = run({ timeouts: { challenge: 0, redirecting: -1 } })
    expect(tell('SDK_PAYMENT_CHALLENGE').state).toBe('confirming')
    tell('SDK_REDIRECT')
    clock.increment(30 * second - 1)
    expect(view().state).toBe('redirecting')
  })

  test('a limit that a timer of the platform cannot hold does not fire at once', () => {
    const month = 30 * 24 * 60 * minute
    const { clock, view, tell } = run({ timeouts: { challenge: month } })
    tell('SDK_PAYMENT_CHALLENGE')
    clock.increment(2 ** 31 - 1)
    expect(view().state).toBe('challenge')
    clock.increment(month - 2 ** 31)
    expect(view().state).toBe('challenge')
    clock.increment(1)
    expect(view().state).toBe('confirming')
  })

  test('a calendar that is set back does not lengthen the wait', () => {
    const simulated = new SimulatedClock()
    let setBack = 0
    const clock = {
      setTimeout: (run: () => void, ms: number) => simulated.setTimeout(run, ms),
      clearTimeout: (timer: number) => simulated.clearTimeout(timer),
      now: () => simulated.now() + 1e12 - setBack,
    }
    const actor = createActor(checkoutMachine, { clock }).start()
    actor.send({ type: 'SDK_PAYMENT_CHALLENGE' })
    setBack = 60 * minute
    simulated.increment(10 * minute)
    expect(toView(actor.getSnapshot()).state).toBe('confirming')
  })

  test('a computer that slept through it finds it over', () => {
    const simulated = new SimulatedClock()
    let slept = 0
    const clock = {
      setTimeout: (run: () => void, ms: number) => simulated.setTimeout(run, ms),
      clearTimeout: (timer: number) => simulated.clearTimeout(timer),
      now: () => simulated.now() + 1e12 + slept,
    }
    const month = 30 * 24 * 60 * minute
    const actor = createActor(checkoutMachine, { clock, input: { timeouts: { challenge: month } } }).start()
    actor.send({ type: 'SDK_PAYMENT_CHALLENGE' })
    slept = month
    simulated.increment(2 ** 31 - 1)
    expect(toView(actor.getSnapshot()).state).toBe('confirming')
  })

  test.each([
    ['submitting', 'SDK_PAYMENT_APPROVE', minute, 'confirming'],
    ['challenge', 'SDK_PAYMENT_CHALLENGE', 10 * minute, 'confirming'],
    ['redirecting', 'SDK_CALL_URL_SUCCESS', 30 * second, 'confirming'],
    ['form', 'SDK_END_OF_LOADING', 50 * second, 'broken'],
  ])('the deadline of %s survives XState’s own persisted snapshot', (state, code, limit, end) => {
    const before = run({ submitButton: 'merchant', sessionExpiresAt: 50 * second })
    before.tell(code)
    const passed = 20 * second
    before.clock.increment(passed)
    const persisted = JSON.parse(JSON.stringify(before.actor.getPersistedSnapshot()))
    before.actor.stop()

    const clock = new SimulatedClock()
    clock.increment(passed)
    const actor = createActor(checkoutMachine, { snapshot: persisted, clock, input: {} }).start()
    clock.increment(limit - passed - 1)
    expect(toView(actor.getSnapshot()).state).toBe(state)
    clock.increment(1)
    expect(toView(actor.getSnapshot()).state).toBe(end)
  })
})

describe('the payment session ends', () => {
  const expired = { state: 'broken', nextStep: 'new-session', notice: { code: 'session-expired' } }

  test.each([
    ['init', [] as string[]],
    ['loading', ['SDK_START_OF_LOADING']],
    ['form', [...LOADED]],
  ])('in %s: a new session is needed', (state, codes) => {
    const { clock, view, tell } = run({ sessionExpiresAt: 5_000, submitButton: 'merchant' })
    expect(tell(...codes).state).toBe(state)
    clock.increment(4_999)
    expect(view().state).toBe(state)
    clock.increment(1)
    expect(view()).toMatchObject(expired)
  })

  test('with the SDK’s own button on the page it may have been paid unseen: the server is asked', () => {
    const { clock, view, tell } = run({ sessionExpiresAt: 5_000 })
    tell(...LOADED)
    clock.increment(5_000)
    expect(view()).toMatchObject({ state: 'broken', submission: 'possible', nextStep: 'ask-server' })
  })

  test('a payment in flight is not broken by it', () => {
    const { clock, view, tell } = run({ sessionExpiresAt: 5_000 })
    tell('SDK_PAYMENT_CHALLENGE')
    clock.increment(5_000)
    expect(view().state).toBe('challenge')
    expect(tell('SDK_PAYMENT_RETRY').state).toBe('broken')
  })

  test('a session that is over when the checkout begins', () => {
    expect(run({ sessionExpiresAt: -1 }).view()).toMatchObject(expired)
  })

  test('a moment of the calendar is mapped to a clock that starts at 0', () => {
    const { clock, view } = run({ sessionExpiresAt: new Date(Date.now() + minute) })
    clock.increment(minute - second)
    expect(view().state).toBe('init')
    clock.increment(2 * second)
    expect(view()).toMatchObject(expired)
  })

  test('the first mount may leave the session as it is; a later one brings its own, or none', () => {
    const { actor, clock, view, tell } = run({ sessionExpiresAt: 5_000, submitButton: 'merchant' })
    actor.send({ type: 'checkout.mount' })
    clock.increment(5_000)
    expect(view()).toMatchObject(expired)
    actor.send({ type: 'checkout.mount' })
    clock.increment(minute)
    expect(view().state).toBe('loading')
    tell('SDK_CREATECOMPONENT_ERROR')
    actor.send({ type: 'checkout.mount', sessionExpiresAt: clock.now() + 7 })
    clock.increment(7)
    expect(view()).toMatchObject(expired)
  })

  test('told once, it does not break a component that turns out to be alive', () => {
    const { clock, tell } = run({ sessionExpiresAt: 5_000 })
    tell('SDK_START_OF_LOADING')
    clock.increment(5_000)
    expect(tell('SDK_END_OF_LOADING').state).toBe('form')
  })
})
