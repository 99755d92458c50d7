import { afterEach, describe, expect, test, vi } from 'vitest'
import { create, loaded, tell } from './helpers.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the callbacks take whatever the SDK calls them with', () => {
  test.each([
    ['nothing', []],
    ['null', [null]],
    ['a number', [42]],
    ['an empty code', [{ code: '' }]],
    ['a code that is none', [{ code: 42 }]],
  ])('%s is noted, and changes nothing', (_what, args) => {
    const { checkout } = loaded()
    checkout.callbacks.onError(...args)
    expect(checkout.getSnapshot()).toMatchObject({
      state: 'form',
      diagnostics: { anomalies: { count: 1, last: [{ reason: 'undecodable', channel: 'onError' }] } },
    })
  })

  test.each([
    'checkout.close',
    'checkout.submit',
    'server.succeeded',
    'server.failed',
    'xstate.stop',
    '*',
    '__proto__',
  ])('the code %s is a stranger’s, not our own event', (code) => {
    const { checkout } = loaded()
    checkout.callbacks.onEventCallback({ code })
    expect(checkout.getSnapshot()).toMatchObject({
      state: 'form',
      diagnostics: { unrecognised: { count: 1, last: [{ code }] } },
    })
  })

  test('a proxy that cannot be looked at costs itself, not the event', () => {
    const { checkout } = loaded()
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    checkout.callbacks.onEventCallback({
      code: 'SDK_PAYMENT_SUCCESSFUL',
      message: proxy,
      result: { paymentStatus: 'SUCCESS', cardPaymentResultInfo: { cardNo: proxy, lastFour: '8888' } },
    })
    expect(checkout.getSnapshot()).toMatchObject({
      state: 'succeeded',
      payment: { cardPaymentResultInfo: { lastFour: '8888' } },
    })
  })

  test('of foreign codes XState, which remembers every event type for ever, sees one', () => {
    const types = new Set<string>()
    const { checkout } = loaded({
      inspect: (event) => event.type === '@xstate.event' && types.add(event.event.type),
    })
    for (let n = 0; n < 50; n += 1) tell(checkout, `SDK_NEW_${n}`)
    expect([...types].filter((type) => type.startsWith('SDK_NEW'))).toEqual([])
    expect(checkout.getSnapshot().diagnostics.unrecognised).toMatchObject({ count: 50, last: { length: 20 } })
  })

  test('as Android and iOS call them', () => {
    const { checkout } = loaded()
    checkout.callbacks.onEventCallback('SDK_PAYMENT_FAIL', '{"paymentStatus":"FAIL","paymentResultCode":"RISK_REJECT"}')
    expect(checkout.getSnapshot()).toMatchObject({ state: 'declined', nextStep: 'contact-support' })
  })

  test('onClose is the buyer who closed the popup', () => {
    const { checkout } = loaded()
    checkout.callbacks.onClose({})
    expect(checkout.getSnapshot()).toMatchObject({ state: 'dismissed', notice: { channel: 'onClose' } })
  })

  test('can be taken apart', () => {
    const { checkout } = create()
    const { onEventCallback } = checkout.callbacks
    onEventCallback({ code: 'SDK_END_OF_LOADING' })
    expect(checkout.getSnapshot().state).toBe('form')
  })
})

describe('after the end', () => {
  test('an error that follows the success is kept as late, changes nothing, and nothing is said on the console', () => {
    const said = (['log', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method))
    const { checkout } = loaded()
    tell(checkout, 'SDK_PAYMENT_SUCCESSFUL')
    const before = checkout.getSnapshot()
    checkout.callbacks.onError({ code: 'SDK_CREATECOMPONENT_ERROR' })
    checkout.callbacks.onEventCallback({ code: 'SDK_CREATECOMPONENT_ERROR' })
    checkout.callbacks.onEventCallback(null)
    const after = checkout.getSnapshot()
    expect(after).toEqual({ ...before, diagnostics: { ...before.diagnostics, late: after.diagnostics.late } })
    // The same error by two channels is one error, after the end as before.
    expect(after.diagnostics.late).toMatchObject({
      count: 2,
      last: [
        { code: 'SDK_CREATECOMPONENT_ERROR', channel: 'onError', reason: 'late' },
        { code: 'checkout.undecodable', reason: 'late' },
      ],
    })
    expect(checkout.getSnapshot()).toBe(after)
    for (const method of said) expect(method).not.toHaveBeenCalled()
  })

  test('the success told once more by another channel is not late', async () => {
    const { checkout } = loaded()
    await checkout.submit(() => {
      tell(checkout, 'SDK_PAYMENT_SUCCESSFUL')
      return { code: 'SDK_PAYMENT_SUCCESSFUL' }
    })
    expect(checkout.getSnapshot().diagnostics.late.count).toBe(0)
  })

  test('close says the same, however often', () => {
    const { checkout } = loaded()
    const outcome = checkout.close()
    expect(outcome).toMatchObject({ status: 'cancelled', safeToPayAgain: true })
    expect(checkout.close()).toBe(outcome)
    expect(checkout.getSnapshot()).toMatchObject({ final: true, state: 'cancelled', outcome })
  })

  test('a closed checkout keeps no timer', () => {
    const timers = new Set<unknown>()
    const clock = {
      setTimeout: (_run: () => void, ms: number) => {
        const timer = { ms }
        timers.add(timer)
        return timer
      },
      clearTimeout: (timer: unknown) => void timers.delete(timer),
    }
    const { checkout } = create({ clock, sessionExpiresAt: Date.now() + 10_000, inquire: () => ({}) })
    tell(checkout, 'SDK_START_OF_LOADING')
    expect(timers.size).toBe(2)
    tell(checkout, 'SDK_PAYMENT_PROCESSING')
    checkout.close()
    expect(timers.size).toBe(0)
  })
})
