import { describe, expect, test, vi } from 'vitest'
import { createActor, createMachine, fromCallback, type InspectionEvent, sendTo } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import type { Checkout } from '../../src/index.ts'
import { safely, toWire } from '../../src/inspect/index.ts'
import { create, loaded, rest, tell } from '../controller/helpers.ts'
import { reachableFrom } from './secrets.ts'

interface Seen {
  readonly inspect: (event: InspectionEvent) => void
  readonly events: InspectionEvent[]
}

const witness = (): Seen => {
  const events: InspectionEvent[] = []
  return { events, inspect: safely((event) => void events.push(event)) }
}

const eventsOf = ({ events }: Seen, type: InspectionEvent['type'], sessionId: string): readonly unknown[] =>
  events.filter((event) => event.type === type && event.actorRef.sessionId === sessionId)

/** What a page sees of a checkout that goes from the form to a decline. */
const live = (checkout: Checkout): unknown => {
  tell(checkout, 'SDK_START_OF_LOADING', 'SDK_END_OF_LOADING', 'SDK_PAYMENT_CHALLENGE')
  checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_FAIL', result: { paymentResultCode: 'FRAUD_REJECT' } })
  return [checkout.getSnapshot(), checkout.close(), checkout.getSnapshot()]
}
const undisturbed = live(create().checkout)

describe('an inspector behind safely', () => {
  test('is shown the checkout’s events and snapshots in XState’s own shape', () => {
    const seen = witness()
    const { checkout } = create({ inspect: seen.inspect })
    tell(checkout, 'SDK_START_OF_LOADING')
    const { sessionId } = checkout.actor
    expect(eventsOf(seen, '@xstate.event', sessionId).at(-1)).toMatchObject({
      rootId: sessionId,
      event: { type: 'SDK_START_OF_LOADING', channel: 'onEventCallback' },
    })
    expect(eventsOf(seen, '@xstate.snapshot', sessionId).at(-1)).toMatchObject({
      event: { type: 'SDK_START_OF_LOADING' },
      snapshot: { status: 'active', value: { live: { preparing: { loading: 'brisk' } } }, tags: ['busy'] },
    })
  })

  test('is shown nothing of the inner steps, whose context would be whole', () => {
    const seen = witness()
    tell(create({ inspect: seen.inspect }).checkout, 'SDK_START_OF_LOADING')
    expect(new Set(seen.events.map(({ type }) => type))).toEqual(
      new Set(['@xstate.actor', '@xstate.event', '@xstate.snapshot']),
    )
  })

  test('has the same stand-in for an actor each time, which takes no events and says how it is now', () => {
    const seen = witness()
    const { checkout } = create({ inspect: seen.inspect })
    const [standIn] = seen.events.map(({ actorRef }) => actorRef)
    tell(checkout, 'SDK_END_OF_LOADING')
    const all = seen.events
      .map(({ actorRef }) => actorRef)
      .filter(({ sessionId }) => sessionId === checkout.actor.sessionId)
    expect(new Set(all)).toEqual(new Set([standIn]))
    expect(standIn).not.toHaveProperty('send')
    expect(standIn?.getSnapshot()).toMatchObject({
      status: 'active',
      value: { live: { preparing: { form: 'ready' } } },
    })
  })

  test('may ask the stand-in before the actor has begun', () => {
    const asked: unknown[] = []
    create({ inspect: safely(({ actorRef }) => asked.push(actorRef.getSnapshot())) })
    expect(asked[0]).toEqual({ status: 'active' })
  })

  test('is shown the same object for the same snapshot', () => {
    const seen = witness()
    const { checkout } = loaded({ inspect: seen.inspect })
    const last = [...seen.events]
      .reverse()
      .find(({ type, actorRef }) => type === '@xstate.snapshot' && actorRef.sessionId === checkout.actor.sessionId)
    expect(last).toHaveProperty('snapshot')
    expect((last as { snapshot: unknown }).snapshot).toBe(last?.actorRef.getSnapshot())
  })

  test('may be an observer, and of a bare actor', () => {
    const next = vi.fn()
    const actor = createActor(checkoutMachine, { inspect: safely({ next }) }).start()
    actor.send({ type: 'SDK_PAYMENT_CHALLENGE' })
    expect(next).toHaveBeenLastCalledWith(
      expect.objectContaining({ snapshot: expect.objectContaining({ value: { live: { flight: 'challenge' } } }) }),
    )
    actor.stop()
  })

  test('knows a checkout whose machine was given other actors', () => {
    const seen = witness()
    const machine = checkoutMachine.provide({ actors: { alarm: fromCallback(() => {}) } })
    const actor = createActor(machine, { inspect: seen.inspect }).start()
    expect(seen.events.at(-1)).toMatchObject({ snapshot: { value: { live: { preparing: 'init' } } } })
    actor.stop()
  })

  test('knows a checkout that is the child of a merchant’s own machine, and sees nothing of that', () => {
    const shop = createMachine({
      id: 'tomJaysShop',
      context: { cart: 'shoes' },
      invoke: { id: 'pay', src: checkoutMachine },
      on: { tellCheckout: { actions: sendTo('pay', { type: 'SDK_PAYMENT_CHALLENGE' }) } },
    })
    const seen = witness()
    const actor = createActor(shop, { inspect: seen.inspect }).start()
    actor.send({ type: 'tellCheckout', order: 'shoes' })
    const shown = seen.events.map((event) => toWire(event))
    expect(
      shown.filter((event) => event?.type === '@xstate.actor').map((event) => event && 'name' in event && event.name),
    ).toContain('checkout')
    expect(shown).toContainEqual(
      expect.objectContaining({ snapshot: expect.objectContaining({ value: { live: { flight: 'challenge' } } }) }),
    )
    expect(shown).toContainEqual(
      expect.objectContaining({ event: { type: 'unlisted-code' }, snapshot: { status: 'active' } }),
    )
    const inTheirHands = [JSON.stringify(shown), ...reachableFrom(seen.events, new WeakSet())].join('\n')
    expect(inTheirHands).not.toMatch(/tomJay|shoes|tellCheckout/)
    actor.stop()
  })
})

describe('the checkout goes on as if nobody looked, with an inspector that', () => {
  const onError = vi.fn()
  const throws = (): never => {
    throw new Error('broken inspector')
  }

  test.each<[string, Parameters<typeof safely>[0]]>([
    ['sees everything', () => {}],
    ['throws', throws],
    ['throws as an observer', { next: throws }],
    ['rejects', async () => throws()],
    ['is no inspector at all', {}],
    ['changes what it is shown', (event) => Object.assign(event, { actorRef: null, snapshot: null, event: null })],
    ['asks in return, and throws', ({ actorRef }) => throws() ?? actorRef.getSnapshot()],
  ])('%s', async (_what, inspector) => {
    expect(live(create({ inspect: safely(inspector, { onError }) }).checkout)).toEqual(undisturbed)
    await rest()
  })

  test('throws: it is told of once, and not called again', () => {
    const tellError = vi.fn()
    const inspector = vi.fn(throws)
    live(create({ inspect: safely(inspector, { onError: tellError }) }).checkout)
    expect(inspector).toHaveBeenCalledTimes(1)
    expect(tellError.mock.calls).toEqual([[new Error('broken inspector')]])
  })

  test('rejects: it is told of once, and not called again', async () => {
    const tellError = vi.fn()
    const inspector = vi.fn(async () => throws())
    const { checkout } = create({ inspect: safely(inspector, { onError: tellError }) })
    await rest()
    const before = inspector.mock.calls.length
    live(checkout)
    expect(inspector).toHaveBeenCalledTimes(before)
    expect(tellError.mock.calls).toEqual([[new Error('broken inspector')]])
  })

  test('takes too long: it is let go when its budget is spent, and not before', () => {
    const tellError = vi.fn()
    let time = 0
    const inspector = vi.fn(() => {
      time += 10
    })
    live(create({ inspect: safely(inspector, { budget: 45, now: () => time, onError: tellError }) }).checkout)
    expect(inspector).toHaveBeenCalledTimes(5)
    expect(tellError.mock.calls).toEqual([[new Error('An inspector took more than 45 ms, and is not called again.')]])
  })

  test('takes its time in the long run: a tenth of it is given back, and it is not let go', () => {
    let time = 0
    const inspector = vi.fn(() => {
      time += 10
    })
    const inspect = safely(inspector, { budget: 200, now: () => time, onError: throws })
    const { checkout } = create({ inspect })
    const before = inspector.mock.calls.length
    for (let count = 1; count <= 50; count += 1) {
      time += 1_000
      checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_WARN' })
    }
    expect(inspector.mock.calls.length).toBeGreaterThanOrEqual(before + 50)
  })

  test('cannot even be told of: nothing comes of that either', () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(live(create({ inspect: safely(throws, { onError: throws }) }).checkout)).toEqual(undisturbed)
    expect(reported).toHaveBeenCalled()
    reported.mockRestore()
  })
})

describe('what comes after the end', () => {
  const ended = (inspect: (event: InspectionEvent) => void): Checkout => {
    const { checkout } = create({ inspect })
    tell(checkout, 'SDK_END_OF_LOADING', 'SDK_PAYMENT_SUCCESSFUL')
    return checkout
  }

  test('is shown as an event of the checkout’s, though its actor does not hear of it', () => {
    const seen = witness()
    const checkout = ended(seen.inspect)
    const before = checkout.actor.getSnapshot()
    const shown = seen.events.length
    checkout.callbacks.onError({ code: 'SDK_INTERNAL_ERROR', message: 'Tom Jay' })
    expect(seen.events.slice(shown)).toEqual([
      {
        type: '@xstate.event',
        actorRef: seen.events[0]?.actorRef,
        rootId: checkout.actor.sessionId,
        sourceRef: undefined,
        event: { type: 'SDK_INTERNAL_ERROR', channel: 'onError' },
      },
    ])
    expect(checkout.actor.getSnapshot()).toBe(before)
    expect(checkout.getSnapshot().diagnostics.late.count).toBe(1)
  })

  test('is noted all the same where the inspector throws at it', () => {
    let isLate = false
    const checkout = ended(() => {
      if (isLate) throw new Error('broken inspector')
    })
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {})
    isLate = true
    tell(checkout, 'SDK_INTERNAL_ERROR', 'SDK_PAYMENT_WARN')
    expect(checkout.getSnapshot().diagnostics.late.count).toBe(2)
    expect(reported).toHaveBeenCalledTimes(1)
    reported.mockRestore()
  })
})
