import { describe, expect, test } from 'vitest'
import { createActor, setup } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { createXState4DevTools } from '../../src/inspect/index.ts'
import { create, loaded, memory, tell } from '../controller/helpers.ts'
import { plant, reachableFrom, secretsIn, secretTexts } from './secrets.ts'
import { look, serviceOf, servicesOf } from './xstate-4-viewer.ts'

const ready = { live: { preparing: { form: 'ready' } } }
const challenge = { live: { flight: 'challenge' } }

describe('a checkout is a service of XState 4', () => {
  test('that is registered, is sent events, changes its state, and stops', () => {
    const { devTools, inspect } = createXState4DevTools()
    const told = look(devTools)
    const { checkout } = create({ inspect })
    tell(checkout, 'SDK_END_OF_LOADING', 'SDK_PAYMENT_CHALLENGE', 'SDK_PAYMENT_SUCCESSFUL')
    const session = `checkout:${checkout.actor.sessionId}`
    expect(told).toEqual([
      [session, 'register', { live: { preparing: 'init' } }],
      [session, 'state', { live: { preparing: 'init' } }],
      [session, 'event', 'SDK_END_OF_LOADING'],
      [session, 'state', ready],
      [session, 'event', 'SDK_PAYMENT_CHALLENGE'],
      [session, 'state', challenge],
      [session, 'event', 'SDK_PAYMENT_SUCCESSFUL'],
      [session, 'state', 'succeeded'],
      [session, 'stop'],
    ])
    expect(servicesOf(devTools)).toEqual([])
  })

  test('whose states say what XState 4 reads of them', () => {
    const { devTools, inspect } = createXState4DevTools()
    const { checkout } = create({ inspect })
    const service = serviceOf(devTools)
    expect(service.initialState).toMatchObject({ done: false, tags: ['mountable'], event: { type: 'xstate.init' } })
    expect(service.initialState.changed).toBeUndefined()
    expect(service.initialState.nextEvents).toContain('checkout.mount')
    tell(checkout, 'SDK_END_OF_LOADING')
    const data = { type: 'SDK_END_OF_LOADING', channel: 'onEventCallback' }
    expect(service.state).toMatchObject({
      value: ready,
      context: { notice: { code: 'SDK_END_OF_LOADING' } },
      event: data,
      _event: { name: 'SDK_END_OF_LOADING', data, $$type: 'scxml', type: 'external' },
      tags: ['submittable'],
      changed: true,
    })
    expect(service.state.nextEvents).toContain('checkout.submit')
    // A timer of nobody's: no state has a row for it, and nothing changes.
    checkout.actor.send({ type: 'xstate.nothing' } as never)
    expect(service.state).toMatchObject({ value: ready, changed: false })
    tell(checkout, 'SDK_PAYMENT_SUCCESSFUL')
    expect(service.state).toMatchObject({ value: 'succeeded', changed: true, done: true, nextEvents: [] })
  })

  test('that a viewer who comes late finds as it is, with the state that it began in', () => {
    const { devTools, inspect } = createXState4DevTools()
    const { checkout } = loaded({ inspect })
    tell(checkout, 'SDK_PAYMENT_CHALLENGE')
    const told = look(devTools)
    expect(told.map(([, ...rest]) => rest)).toEqual([
      ['register', challenge],
      ['state', challenge],
    ])
    expect(serviceOf(devTools).initialState.value).toEqual({ live: { preparing: 'init' } })
  })

  test('restored by a page that comes back: it begins where it was left', () => {
    const storage = memory()
    const before = loaded({ storage, id: 'order', tabs: false })
    tell(before.checkout, 'SDK_PAYMENT_CHALLENGE')
    const { devTools, inspect } = createXState4DevTools()
    create({ inspect, storage, id: 'order', tabs: false })
    expect(serviceOf(devTools).initialState.value).toMatchObject({ live: { flight: { confirming: 'unanswered' } } })
  })

  test('and what comes after its end is told as an event', () => {
    const { devTools, inspect } = createXState4DevTools()
    const told = look(devTools)
    const { checkout } = create({ inspect })
    checkout.close()
    checkout.callbacks.onError({ code: 'SDK_INTERNAL_ERROR' })
    expect(told.slice(-2).map(([, ...rest]) => rest)).toEqual([['stop'], ['event', 'SDK_INTERNAL_ERROR']])
  })

  test('each for itself, where there are several', () => {
    const { devTools, inspect } = createXState4DevTools()
    const [first, second] = [create({ inspect }), create({ inspect })]
    tell(second.checkout, 'SDK_END_OF_LOADING')
    expect(servicesOf(devTools).map(({ state }) => state.value)).toEqual([{ live: { preparing: 'init' } }, ready])
    first.checkout.close()
    expect(serviceOf(devTools).sessionId).toBe(`checkout:${second.checkout.actor.sessionId}`)
  })

  test('as a bare actor, which may be stopped before its end', () => {
    const { devTools, inspect } = createXState4DevTools()
    const told = look(devTools)
    const actor = createActor(checkoutMachine, { inspect }).start()
    actor.stop()
    expect(told.at(-1)).toEqual([`checkout:${actor.sessionId}`, 'stop'])
    expect(servicesOf(devTools)).toEqual([])
  })

  test('as the child of a merchant’s own machine, of which nothing is shown', () => {
    const { devTools, inspect } = createXState4DevTools()
    const order = setup({ actors: { checkout: checkoutMachine } }).createMachine({
      id: 'order-of-anna-muster',
      invoke: { id: 'pay', src: 'checkout' },
      initial: 'paying',
      states: { paying: {} },
    })
    const actor = createActor(order, { inspect }).start()
    expect(serviceOf(devTools)).toMatchObject({ id: 'checkout', state: { value: { live: { preparing: 'init' } } } })
    actor.getSnapshot().children.pay?.send({ type: 'SDK_END_OF_LOADING' })
    expect(serviceOf(devTools).state.value).toEqual(ready)
    actor.stop()
    expect(servicesOf(devTools)).toEqual([])
  })
})

describe('the machine that XState 4 is given', () => {
  const { devTools, inspect } = createXState4DevTools()
  create({ inspect })
  const { definition } = serviceOf(devTools).machine

  test('is all there as JSON, its functions by name', () => {
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition)
    expect(definition.states?.['live']?.states?.['starting']?.always?.[0]).toEqual({
      target: '#checkout.live.flight.confirming',
      cond: { type: 'wasLeftAs', params: { state: 'confirming' } },
      internal: false,
    })
    expect(definition.states?.['live']?.states?.['preparing']?.states?.['init']).toMatchObject({
      invoke: [{ id: '0.checkout.live.preparing.init', src: 'alarm' }],
      tags: ['mountable'],
    })
  })

  test('says what is entered anew, as XState 4 does it unless it is told not to', () => {
    const live = definition.states?.['live']
    expect(live?.on?.['SDK_REDIRECT']?.[0]).toMatchObject({ target: expect.any(String), internal: true })
    expect(live?.on?.['SDK_PAYMENT_SUCCESSFUL']?.at(-1)).toMatchObject({ target: '#succeeded', internal: false })
  })
})

describe('nothing but what an inspector may be shown', () => {
  test.each(secretTexts)('is in a service, nor in what is told of it: no %s', (text) => {
    const { devTools, inspect } = createXState4DevTools()
    const seen = new WeakSet<object>()
    const found: string[] = []
    const read = (value: unknown): void => void found.push(...reachableFrom(value, seen).flatMap(secretsIn))
    devTools.onRegister((service: Parameters<typeof reachableFrom>[0]) => read(service))
    const { checkout } = create({ inspect, inquire: async () => plant({ paymentStatus: 'FAIL' }, text) })
    const service = serviceOf(devTools)
    service.subscribe(read)
    service.send = read
    const result = { paymentStatus: 'SUCCESS', paymentResultCode: text, cardPaymentResultInfo: { holdName: text } }
    for (const code of ['SDK_PAYMENT_CHALLENGE', text, 'SDK_PAYMENT_SUCCESSFUL']) {
      checkout.callbacks.onEventCallback(plant({ code, result }, text))
      checkout.callbacks.onEventCallback({ code, result })
      checkout.callbacks.onError({ code, message: text })
    }
    checkout.close()
    read(service)
    expect(found).toEqual([])
    expect(service.state.context.notice?.code).toMatch(/^(SDK_|unlisted)/)
  })
})
