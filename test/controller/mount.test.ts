import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, test, vi } from 'vitest'
import { create, deferred, loaded, rest, tell } from './helpers.ts'

describe('mount', () => {
  test('calls the SDK, and that it resolves says nothing', async () => {
    const { checkout } = create()
    expect(await checkout.mount(async () => 'mounted')).toEqual(right('mounted'))
    expect(checkout.getSnapshot().state).toBe('loading')
  })

  test('a second one is refused: the SDK would break the first', async () => {
    const { checkout } = loaded()
    const sdk = vi.fn()
    expect(await checkout.mount(sdk)).toMatchObject({ left: { kind: 'refusal', command: 'mount', reason: 'mounted' } })
    expect(sdk).not.toHaveBeenCalled()
  })

  test('while a payment is in flight, it could pay twice', async () => {
    const { checkout } = create()
    tell(checkout, 'SDK_PAYMENT_PROCESSING')
    expect(await checkout.mount(vi.fn())).toMatchObject({ left: { reason: 'duplicate' } })
  })

  test('a rejection without a code of the SDK is a component that could not be created', async () => {
    const { checkout } = create()
    const error = new Error('no such selector')
    expect(await checkout.mount(() => Promise.reject(error))).toEqual(
      left({ kind: 'rejection', command: 'mount', error }),
    )
    expect(checkout.getSnapshot()).toMatchObject({
      state: 'broken',
      nextStep: 'retry-same-session',
      notice: { code: 'SDK_CREATECOMPONENT_ERROR', channel: 'promise' },
    })
  })

  test('Payment Element resolves a mount that failed, and says so in its answer', async () => {
    const { checkout } = create()
    const answer = { error: { code: 'ERR_DATA_STRUCT_UNRECOGNIZED', message: 'An error occurred.' } }
    expect(await checkout.mount(async () => answer)).toEqual(right(answer))
    expect(checkout.getSnapshot()).toMatchObject({ state: 'broken', canMount: true, nextStep: 'retry-same-session' })
  })

  test.each([
    ['no error', { error: undefined }],
    ['null', { error: null }],
    ['nothing at all', undefined],
    ['a text', 'error'],
  ])('… and with %s it has not failed', async (_what, answer) => {
    const { checkout } = create()
    await checkout.mount(async () => answer)
    expect(checkout.getSnapshot().state).toBe('loading')
  })

  test('… once, with the callback that names the failure', async () => {
    const { checkout } = create()
    await checkout.mount(async () => {
      tell(checkout, 'SDK_LAUNCH_PAYMENT_APP_ERROR')
      return { error: { code: 'INITIALIZE_WEB_TIMEOUT' } }
    })
    expect(checkout.getSnapshot()).toMatchObject({ state: 'broken', notice: { code: 'SDK_LAUNCH_PAYMENT_APP_ERROR' } })
  })

  test('one failure by onError, onEventCallback and the promise is one failure', async () => {
    const { checkout } = create()
    const failure = { code: 'SDK_CREATECOMPONENT_ERROR', message: 'Network request error' }
    await checkout.mount(() => {
      checkout.callbacks.onError(failure)
      checkout.callbacks.onEventCallback(failure)
      return Promise.reject(failure)
    })
    expect(checkout.getSnapshot()).toMatchObject({ state: 'broken', nextStep: 'retry-same-session' })
    await checkout.mount(() => Promise.reject(failure))
    expect(checkout.getSnapshot().nextStep).toBe('contact-support')
  })

  test('the rejection of a component that another one has followed does not break that one', async () => {
    const { checkout } = create()
    const first = deferred()
    void checkout.mount(() => first.promise)
    checkout.callbacks.onError({ code: 'SDK_CREATECOMPONENT_ERROR' })
    void checkout.mount(() => new Promise(() => {}))
    first.reject({ code: 'SDK_CREATECOMPONENT_ERROR' })
    await rest()
    expect(checkout.getSnapshot().state).toBe('loading')
  })

  test('a rejection that names nothing is the failure that a callback has named', async () => {
    const { checkout } = create()
    await checkout.mount(() => {
      checkout.callbacks.onError({ code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR' })
      return Promise.reject(new Error('failed'))
    })
    expect(checkout.getSnapshot()).toMatchObject({ state: 'broken', nextStep: 'fix-integration' })
    await checkout.mount(() => Promise.reject(new Error('failed')))
    expect(checkout.getSnapshot().nextStep).toBe('retry-same-session')
  })

  test('a session that is over already, or a date that is none', async () => {
    const sdk = vi.fn()
    const over = create()
    over.clock.increment(10)
    expect(await over.checkout.mount(sdk, { sessionExpiresAt: 5 })).toMatchObject({ left: { reason: 'expired' } })
    expect(sdk).not.toHaveBeenCalled()
    const none = create()
    expect(await none.checkout.mount(sdk, { sessionExpiresAt: new Date('garbage') })).toMatchObject({ _tag: 'Right' })
  })

  test('brings the end of its session', () => {
    const { checkout, clock } = create()
    void checkout.mount(vi.fn(), { sessionExpiresAt: 3_000 })
    clock.increment(3_000)
    expect(checkout.getSnapshot()).toMatchObject({ state: 'broken', nextStep: 'new-session' })
  })
})
