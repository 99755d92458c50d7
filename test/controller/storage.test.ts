import { describe, expect, test, vi } from 'vitest'
import { create, loaded, memory, rest, tell } from './helpers.ts'

describe('a checkout whose page was left', () => {
  const leave = (...codes: string[]) => {
    const storage = memory()
    const { checkout } = loaded({ storage, id: 'order-1' })
    tell(checkout, ...codes)
    return { storage, before: checkout.getSnapshot(), back: () => create({ storage, id: 'order-1' }).checkout }
  }

  test('comes back asking the server for what was in flight', async () => {
    const { storage } = leave('SDK_CALL_URL_SUCCESS')
    const { checkout } = create({ storage, id: 'order-1', inquire: async () => ({ paymentStatus: 'SUCCESS' }) })
    expect(checkout.getSnapshot()).toMatchObject({
      state: 'confirming',
      busy: true,
      submission: 'certain',
      counts: { attempts: 1 },
    })
    expect(await checkout.mount(vi.fn())).toMatchObject({ left: { reason: 'duplicate' } })
    await rest()
    expect(checkout.getSnapshot().state).toBe('succeeded')
  })

  test('a submit is stored before the SDK is called: a crash in between does not lose it', () => {
    const storage = memory()
    const { checkout } = loaded({ storage, id: 'order-1' })
    void checkout.submit(() => {
      expect(create({ storage, id: 'order-1' }).checkout.getSnapshot().state).toBe('confirming')
    })
  })

  test('a decline needs a new mount before the next submit, and keeps its advice', async () => {
    const { back } = leave('SDK_PAYMENT_FAIL')
    const checkout = back()
    expect(checkout.getSnapshot()).toMatchObject({
      state: 'declined',
      nextStep: 'change-method',
      canSubmit: false,
      canMount: true,
    })
    expect(await checkout.submit(vi.fn())).toMatchObject({ left: { reason: 'new-mount-needed' } })
    expect(checkout.close()).toMatchObject({ status: 'failed', confirmedBy: 'sdk', code: 'SDK_PAYMENT_FAIL' })
  })

  test('a decline comes back with its reason', () => {
    const storage = memory()
    const { checkout } = loaded({ storage, id: 'order-1' })
    const result = { paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CVV' }
    checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_FAIL', result })
    expect(create({ storage, id: 'order-1' }).checkout.close()).toMatchObject({
      nextStep: 'fix-form',
      paymentResultCode: 'INVALID_CVV',
    })
  })

  test('a decline that the server reports has nothing on the page that a submit could reach', async () => {
    const { storage } = leave('SDK_PAYMENT_CHALLENGE')
    const inquire = async () => ({ paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CARD' })
    const { checkout } = create({ storage, id: 'order-1', inquire })
    await rest()
    expect(checkout.getSnapshot()).toMatchObject({ state: 'declined', canSubmit: false, nextStep: 'change-method' })
    await checkout.mount(vi.fn())
    tell(checkout, 'SDK_END_OF_LOADING', 'SDK_PAYMENT_FAIL')
    expect(checkout.getSnapshot()).toMatchObject({ state: 'declined', canSubmit: true })
  })

  test('the end of its session is not that of the next mount', () => {
    const storage = memory()
    create({ storage, id: 'order-1', sessionExpiresAt: 5_000 }).checkout.callbacks.onEventCallback({ code: 'SDK_NEW' })
    const { checkout, clock } = create({ storage, id: 'order-1' })
    void checkout.mount(vi.fn())
    clock.increment(60_000)
    expect(checkout.getSnapshot().state).toBe('loading')
  })

  test('is written only when something changed', () => {
    const storage = memory()
    const setItem = vi.spyOn(storage, 'setItem')
    const { checkout } = loaded({ storage, id: 'order-1' })
    const before = setItem.mock.calls.length
    tell(checkout, 'SDK_PAYMENT_WARN', 'SDK_PAYMENT_WARN', 'SDK_NEW')
    expect(setItem).toHaveBeenCalledTimes(before)
  })

  test('keeps no code that we do not know: it could be anything', () => {
    const storage = memory()
    const { checkout } = loaded({ storage, id: 'order-1' })
    checkout.callbacks.onEventCallback({
      code: 'SDK_PAYMENT_FAIL',
      result: { paymentStatus: 'FAIL', paymentResultCode: '4111 1111 1111 1111' },
    })
    checkout.callbacks.onError({ code: '4111 1111 1111 1111' })
    expect([...storage.entries.values()].join()).not.toContain('4111 1111')
  })

  test('the doubt of a network error comes back', () => {
    const { back } = leave('SDK_SUBMIT_NETWORK_ERROR')
    expect(back().getSnapshot()).toMatchObject({ state: 'dismissed', submission: 'possible', nextStep: 'ask-server' })
  })

  test('an outcome that was reached is forgotten; one that is open is not', () => {
    const paid = leave('SDK_PAYMENT_SUCCESSFUL')
    expect(paid.storage.entries.size).toBe(0)
    expect(paid.back().getSnapshot().state).toBe('init')

    const storage = memory()
    const { checkout } = loaded({ storage, id: 'order-1' })
    tell(checkout, 'SDK_PAYMENT_PROCESSING')
    checkout.close()
    expect(create({ storage, id: 'order-1' }).checkout.getSnapshot().state).toBe('confirming')
  })

  test('the question goes on with what is left of its budget', async () => {
    const storage = memory()
    const inquire = vi.fn(async () => ({ paymentStatus: 'PENDING' }))
    const { checkout, clock } = loaded({ storage, id: 'order-1', inquire, inquiry: { budget: 10_000 } })
    tell(checkout, 'SDK_PAYMENT_PROCESSING')
    clock.increment(4_000)
    // The stored moment is one of the calendar: it means the same to the clock of another page.
    vi.useFakeTimers({ now: Date.now() + 4_000 })
    const back = create({ storage, id: 'order-1', inquire, inquiry: { budget: 10_000 } })
    back.clock.increment(5_900)
    expect(back.checkout.getSnapshot().busy).toBe(true)
    back.clock.increment(200)
    expect(back.checkout.getSnapshot()).toMatchObject({ state: 'confirming', busy: false })
    vi.useRealTimers()
  })

  test('a budget that lies beyond ours is cut to it', () => {
    const { storage } = leave('SDK_PAYMENT_PROCESSING')
    const long = create({ storage, id: 'order-1', inquire: () => ({}), inquiry: { budget: 1e9 } })
    expect(long.checkout.getSnapshot().busy).toBe(true)
    const { checkout, clock } = create({ storage, id: 'order-1', inquire: () => ({}), inquiry: { budget: 10_000 } })
    expect(checkout.getSnapshot().busy).toBe(true)
    clock.increment(10_000)
    expect(checkout.getSnapshot().busy).toBe(false)
  })

  test('another order is another checkout', () => {
    const { storage } = leave('SDK_PAYMENT_PROCESSING')
    expect(create({ storage, id: 'order-2' }).checkout.getSnapshot().state).toBe('init')
  })

  test('an entry that cannot be read is never a fresh form', () => {
    const { storage, back } = leave('SDK_PAYMENT_PROCESSING')
    for (const [key, entry] of storage.entries) storage.setItem(key, entry.slice(0, 20))
    expect(back().getSnapshot()).toMatchObject({ state: 'confirming', submission: 'certain' })
  })

  test('storage that throws costs nothing but the survival', () => {
    const broken = (): never => {
      throw new Error('private mode')
    }
    const { checkout } = loaded({ storage: { getItem: broken, setItem: broken, removeItem: broken }, id: 'order-1' })
    tell(checkout, 'SDK_PAYMENT_SUCCESSFUL')
    expect(checkout.getSnapshot().state).toBe('succeeded')
  })

  test('without an id nothing is stored', () => {
    const storage = memory()
    tell(loaded({ storage }).checkout, 'SDK_PAYMENT_PROCESSING')
    expect(storage.entries.size).toBe(0)
  })
})
