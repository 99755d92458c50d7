import { describe, expect, test, vi } from 'vitest'
import { createXState4DevTools, type XState4Service } from '../../src/inspect/index.ts'
import { create, tell } from '../controller/helpers.ts'
import { look, serviceOf, servicesOf } from './xstate-4-viewer.ts'

const stateOf = ({ checkout }: ReturnType<typeof create>): string => checkout.getSnapshot().state

/** As the viewer of `@xstate/inspect` sends it. */
const envelope = (data: { readonly type: string }) => ({ name: data.type, data, $$type: 'scxml', origin: 'viewer' })

const watched = (isControlled: boolean) => {
  const errors: string[] = []
  const onError = (error: unknown): void => void errors.push(String(error))
  const { devTools, inspect, control } = createXState4DevTools({ onError })
  const told = look(devTools)
  const made = create({ inspect })
  const release = isControlled ? control(made.checkout) : () => {}
  return { ...made, errors, told, devTools, release, service: serviceOf(devTools) }
}

describe('what a viewer sends to a checkout', () => {
  test('is refused, and the page is told once, without a word of what was sent', () => {
    const shop = watched(false)
    shop.service.send(envelope({ type: 'checkout.close' }))
    shop.service.send(envelope({ type: 'SDK_PAYMENT_SUCCESSFUL' }))
    shop.service.send('ANNA MUSTER')
    expect(stateOf(shop)).toBe('init')
    expect(shop.errors).toEqual([
      expect.stringMatching(/has sent checkout\.close to a checkout.*by control\(checkout\)/),
    ])
    const other = watched(false)
    other.service.send('ANNA MUSTER')
    expect(other.errors).toEqual([expect.stringContaining('has sent unlisted-code to a checkout')])
  })

  test('arrives where the page allows it: the SDK’s codes with their result, and the close', () => {
    const shop = watched(true)
    const result = { paymentStatus: 'FAIL', paymentResultCode: 'FRAUD_REJECT', cardNo: '4111111111111111' }
    shop.service.send(envelope({ type: 'SDK_END_OF_LOADING' }))
    expect(stateOf(shop)).toBe('form')
    shop.service.send({ type: 'SDK_PAYMENT_FAIL', result })
    expect(shop.checkout.getSnapshot()).toMatchObject({
      state: 'declined',
      payment: { paymentStatus: 'FAIL', paymentResultCode: 'FRAUD_REJECT' },
    })
    shop.service.send('checkout.close')
    expect(stateOf(shop)).toBe('failed')
    expect(shop.errors).toEqual([])
  })

  test('is told to the listeners of the checkout, as what the SDK says is', () => {
    const shop = watched(true)
    const states: string[] = []
    shop.checkout.subscribe(({ state }) => states.push(state))
    shop.service.send('SDK_END_OF_LOADING')
    expect(states).toEqual(['form'])
  })

  test.each(['checkout.submit', 'checkout.mount', 'server.succeeded', 'tab.claim', 'xstate.stop', '*', '', null, 7])(
    'is refused even then where it is %s',
    (type) => {
      const shop = watched(true)
      tell(shop.checkout, 'SDK_END_OF_LOADING')
      shop.service.send(envelope({ type } as never))
      expect(stateOf(shop)).toBe('form')
      expect(shop.errors).toEqual([expect.stringContaining('it only takes the SDK’s codes, and checkout.close')])
    },
  )

  test('is refused again when the page has ended that', () => {
    const shop = watched(true)
    shop.release()
    shop.service.send('checkout.close')
    expect([stateOf(shop), shop.errors.length]).toEqual(['init', 1])
  })

  test('is noted as late when the checkout is over', () => {
    const shop = watched(true)
    shop.checkout.close()
    shop.service.send('SDK_INTERNAL_ERROR')
    expect(shop.checkout.getSnapshot().diagnostics.late).toMatchObject({ last: [{ code: 'SDK_INTERNAL_ERROR' }] })
  })
})

describe('a viewer that throws is let go, and told of', () => {
  const throwing: Readonly<Record<string, (service: XState4Service) => void>> = {
    'when a checkout is registered': () => {
      throw new Error('broken')
    },
    'at a state': (service) => {
      service.subscribe((state) => {
        if (state !== service.initialState) throw new Error('broken')
      })
    },
    'at an event': (service) => {
      service.send = () => {
        throw new Error('broken')
      }
    },
    'at the end': (service) => {
      service.onStop(() => {
        throw new Error('broken')
      })
    },
  }

  test.each(Object.entries(throwing))('%s: the checkout goes on, and so do the others', (_when, attach) => {
    const errors: string[] = []
    const { devTools, inspect } = createXState4DevTools({ onError: (error) => errors.push(String(error)) })
    devTools.onRegister(attach)
    const before = look(devTools)
    const shop = create({ inspect })
    const after = look(devTools)
    tell(shop.checkout, 'SDK_END_OF_LOADING', 'SDK_PAYMENT_CHALLENGE', 'SDK_PAYMENT_SUCCESSFUL')
    expect(stateOf(shop)).toBe('succeeded')
    expect(errors).toEqual(['Error: broken'])
    for (const told of [before, after]) {
      expect(told.filter(([, what]) => what === 'state').length).toBe(4)
      expect(told.at(-1)?.[1]).toBe('stop')
    }
  })

  test('in the page’s own words: what its onError throws stops nothing either', () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { devTools, inspect } = createXState4DevTools({
      onError: () => {
        throw new Error('worse')
      },
    })
    devTools.onRegister(() => {
      throw new Error('broken')
    })
    const shop = create({ inspect })
    tell(shop.checkout, 'SDK_END_OF_LOADING')
    expect(stateOf(shop)).toBe('form')
    expect(serviceOf(devTools).state.value).toEqual({ live: { preparing: { form: 'ready' } } })
    expect(reported).toHaveBeenCalledOnce()
    reported.mockRestore()
  })
})

describe('the registry', () => {
  test('tells nobody who has gone', () => {
    const { devTools, inspect } = createXState4DevTools()
    const registered: unknown[] = []
    devTools.onRegister((service) => registered.push(service)).unsubscribe()
    create({ inspect })
    expect(registered).toEqual([])
    const states: unknown[] = []
    const { checkout } = create({ inspect })
    servicesOf(devTools)
      .at(-1)
      ?.subscribe({ next: ({ value }) => states.push(value) })
      .unsubscribe()
    tell(checkout, 'SDK_END_OF_LOADING')
    expect(states).toEqual([{ live: { preparing: 'init' } }])
  })

  test('takes the page’s own services of XState 4 as well, until they stop', () => {
    const { devTools } = createXState4DevTools()
    const told: unknown[] = []
    devTools.onRegister((service: { readonly sessionId: string }) => told.push(service.sessionId))
    const stops: (() => void)[] = []
    const own = (sessionId: string) => ({ sessionId, onStop: (listener: () => void) => void stops.push(listener) })
    const first = own('x:0')
    devTools.register(first)
    expect([told, devTools.services.size]).toEqual([['x:0'], 1])
    for (const stop of stops) stop()
    expect(devTools.services.size).toBe(0)
    devTools.register(first)
    devTools.unregister(first)
    expect(devTools.services.size).toBe(0)
  })
})
