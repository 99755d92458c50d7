import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CheckoutView } from '../../src/view/types.ts'
import { create, loaded, rest, tell } from './helpers.ts'

describe('a listener', () => {
  test('is called after each change of the view, and with nothing that did not change', () => {
    const { checkout } = create()
    const seen: CheckoutView[] = []
    const stop = checkout.subscribe((view) => seen.push(view))
    tell(checkout, 'SDK_START_OF_LOADING')
    // The same happening, by another channel.
    checkout.callbacks.onError({ code: 'SDK_START_OF_LOADING' })
    tell(checkout, 'SDK_END_OF_LOADING')
    stop()
    tell(checkout, 'SDK_PAYMENT_CHALLENGE')
    expect(seen.map(({ state }) => state)).toEqual(['loading', 'form'])
  })

  test('is called although somebody has looked in between', () => {
    const { checkout } = create()
    const seen: string[] = []
    checkout.subscribe(({ state }) => seen.push(state))
    checkout.actor.subscribe(() => void checkout.getSnapshot())
    tell(checkout, 'SDK_END_OF_LOADING')
    expect(seen).toEqual(['form'])
  })

  test('hears of deadlines at once, and of the server’s answer', async () => {
    const { checkout, clock } = create({ inquire: async () => ({ paymentStatus: 'SUCCESS' }) })
    const seen: string[] = []
    checkout.subscribe(({ state }) => seen.push(state))
    tell(checkout, 'SDK_PAYMENT_CHALLENGE')
    clock.increment(600_000)
    expect(seen).toEqual(['challenge', 'confirming'])
    await rest()
    expect(seen.at(-1)).toBe('succeeded')
  })

  test('hears of late events', () => {
    const { checkout } = create()
    tell(checkout, 'SDK_PAYMENT_SUCCESSFUL')
    const late: number[] = []
    checkout.subscribe(({ diagnostics }) => late.push(diagnostics.late.count))
    tell(checkout, 'SDK_PAYMENT_FAIL')
    expect(late).toEqual([1])
  })

  test('that is added twice is removed once', () => {
    const { checkout } = create()
    const listener = vi.fn()
    const stop = checkout.subscribe(listener)
    checkout.subscribe(listener)
    stop()
    stop()
    tell(checkout, 'SDK_END_OF_LOADING')
    expect(listener).toHaveBeenCalledTimes(1)
  })

  test('may submit: it is done when the listener asks for it, once', async () => {
    const { checkout } = create()
    const sdk = vi.fn(() => new Promise(() => {}))
    checkout.subscribe(({ state }) => {
      if (state === 'form') for (let n = 0; n < 3; n += 1) void checkout.submit(sdk)
    })
    tell(checkout, 'SDK_END_OF_LOADING')
    expect(sdk).toHaveBeenCalledTimes(1)
    expect(checkout.getSnapshot()).toMatchObject({ state: 'submitting', counts: { duplicates: 2 } })
  })

  test('may close, and has the outcome at once', () => {
    const { checkout } = create()
    const statuses: string[] = []
    checkout.subscribe(({ state }) => {
      if (state === 'declined') statuses.push(checkout.close().status)
    })
    tell(checkout, 'SDK_PAYMENT_FAIL')
    expect(statuses).toEqual(['failed'])
  })

  test('that acts does not leave the next one behind on an old view', () => {
    const { checkout } = create()
    const rendered: string[] = []
    checkout.subscribe(({ state }) => {
      if (state === 'form') checkout.close()
    })
    checkout.subscribe(({ state }) => rendered.push(state))
    tell(checkout, 'SDK_END_OF_LOADING')
    expect(rendered).toEqual(['cancelled'])
  })

  test('that was removed by another one is not called any more', () => {
    const { checkout } = create()
    const second = vi.fn()
    checkout.subscribe(() => stop())
    const stop = checkout.subscribe(second)
    tell(checkout, 'SDK_END_OF_LOADING')
    expect(second).not.toHaveBeenCalled()
  })

  test('that closes on a submit comes after the SDK was called: the outcome is open', () => {
    const { checkout } = loaded()
    checkout.subscribe(({ state }) => {
      if (state === 'submitting') checkout.close()
    })
    const sdk = vi.fn()
    void checkout.submit(sdk)
    expect(sdk).toHaveBeenCalledTimes(1)
    expect(checkout.getSnapshot().outcome).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })
})

describe('an observer of the bare actor, in the middle of an event,', () => {
  test('may submit: it waits its turn, and reaches the SDK once', async () => {
    const { checkout } = create()
    const sdk = vi.fn(() => new Promise(() => {}))
    const refused: unknown[] = []
    checkout.actor.subscribe((snapshot) => {
      if (!snapshot.matches({ live: { preparing: 'form' } })) return
      void checkout.submit(sdk)
      void checkout.submit(sdk).then((result) => refused.push(result))
    })
    tell(checkout, 'SDK_END_OF_LOADING')
    await rest()
    expect(sdk).toHaveBeenCalledTimes(1)
    expect(refused).toMatchObject([{ left: { reason: 'duplicate' } }])
  })

  test('may close: what else is queued is not known, so it is told that the outcome is open', () => {
    const { checkout } = create()
    const statuses: string[] = []
    checkout.actor.subscribe((snapshot) => {
      if (snapshot.matches({ live: { resting: 'declined' } })) statuses.push(checkout.close().status)
    })
    tell(checkout, 'SDK_PAYMENT_FAIL')
    expect(statuses).toEqual(['unresolved'])
    expect(checkout.getSnapshot().outcome).toMatchObject({ status: 'failed', safeToPayAgain: true })
  })
})

describe('what a listener or an inspector throws', () => {
  const platform = globalThis as { reportError?: unknown }
  const report = vi.fn()
  beforeEach(() => {
    report.mockClear()
    platform.reportError = report
  })
  afterEach(() => {
    delete platform.reportError
  })

  test('does not reach the SDK or the other listeners, and is told where the platform tells errors', () => {
    const { checkout } = create()
    const other = vi.fn()
    checkout.subscribe(() => {
      throw new Error('mine')
    })
    checkout.subscribe(other)
    tell(checkout, 'SDK_END_OF_LOADING')
    expect(other).toHaveBeenCalledTimes(1)
    expect(report).toHaveBeenCalledWith(new Error('mine'))
  })

  test('is told on the console where there is no reportError', () => {
    delete platform.reportError
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { checkout } = create()
    checkout.subscribe(() => {
      throw new Error('mine')
    })
    tell(checkout, 'SDK_END_OF_LOADING')
    expect(said).toHaveBeenCalledWith(new Error('mine'))
    said.mockRestore()
  })

  test('an inspector that throws is let go, and disturbs nothing', () => {
    const inspect = vi.fn(() => {
      throw new Error('no inspector')
    })
    const { checkout } = create({ inspect })
    tell(checkout, 'SDK_END_OF_LOADING')
    expect(checkout.getSnapshot().state).toBe('form')
    expect(inspect).toHaveBeenCalledTimes(1)
    expect(report).toHaveBeenCalledTimes(1)
  })

  test('an inspector sees the actor’s events, as a function or as an observer', () => {
    const types: string[] = []
    const { checkout } = create({ inspect: { next: ({ type }) => types.push(type) } })
    const events: string[] = []
    create({ inspect: ({ type }) => events.push(type) })
    tell(checkout, 'SDK_END_OF_LOADING')
    expect(types).toContain('@xstate.snapshot')
    expect(events).toContain('@xstate.actor')
  })
})
