import { describe, expect, test, vi } from 'vitest'
import { createActor } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { type ConnectOptions, connectInspector } from '../../src/inspect/index.ts'
import { create, tell } from '../controller/helpers.ts'
import { codesOf, connect, read } from './connected.ts'
import { createNetwork } from './sockets.ts'

describe('an inspector that is connected', () => {
  test('hears who it is first, and then everything from the beginning, whether it was there or not', () => {
    const { network, inspector } = connect()
    const { checkout } = create({ inspect: inspector.inspect })
    tell(checkout, 'SDK_START_OF_LOADING')
    expect(network.sent()).toEqual([])
    network.open()
    tell(checkout, 'SDK_END_OF_LOADING')
    const messages = read(network.sent())
    expect(messages[0]).toEqual({ type: 'antom.hello', name: 'shop' })
    expect(messages[1]).toMatchObject({ type: '@xstate.actor', name: 'checkout', sessionId: checkout.actor.sessionId })
    expect(codesOf(messages)).toEqual(expect.arrayContaining(['SDK_START_OF_LOADING', 'SDK_END_OF_LOADING']))
  })

  test('hears of several checkouts', () => {
    const { network, inspector } = connect()
    network.open()
    const actors = [
      create({ inspect: inspector.inspect }).checkout.actor,
      createActor(checkoutMachine, { inspect: inspector.inspect }).start(),
    ]
    const told = read(network.sent()).filter((message) => 'name' in message && message.name === 'checkout')
    expect(told.map((message) => 'sessionId' in message && message.sessionId)).toEqual(
      actors.map(({ sessionId }) => sessionId),
    )
  })

  test('that is slow is not sent more than its network takes: the rest waits, and goes when there is room', () => {
    const { network, clock, inspector } = connect()
    network.open()
    const { checkout } = create({ inspect: inspector.inspect })
    const before = network.sent().length
    network.socket.bufferedAmount = 10_000_000
    tell(checkout, 'SDK_START_OF_LOADING')
    clock.increment(1_000)
    expect(network.sent().length).toBe(before)
    network.socket.bufferedAmount = 0
    clock.increment(1_000)
    expect(codesOf(read(network.sent().slice(before)))).toContain('SDK_START_OF_LOADING')
  })

  test('that never comes costs a bounded memory: the oldest is dropped, and counted', () => {
    const { network, inspector } = connect()
    const { checkout } = create({ inspect: inspector.inspect })
    for (let times = 0; times < 1_500; times += 1) tell(checkout, `SDK_CALL_${times % 2 ? 'A' : 'B'}`)
    expect(inspector.dropped).toBeGreaterThan(0)
    network.open()
    const sent = network.sent()
    expect(sent.join('').length).toBeLessThan(1_001_000)
    expect(codesOf(read(sent.slice(-3)))).toHaveLength(1)
  })
})

describe('when the connection breaks', () => {
  test('it is opened again after pauses that grow up to half a minute', () => {
    const { network, clock } = connect()
    const opened: number[] = []
    for (let second = 0; second < 130; second += 1) {
      const before = network.sockets.length
      if (second === 0) network.lose()
      clock.increment(1_000)
      if (network.sockets.length > before) {
        opened.push(second + 1)
        network.lose()
      }
    }
    expect(opened).toEqual([1, 3, 7, 15, 31, 61, 91, 121])
  })

  test('and after one that held, soon', () => {
    const { network, clock } = connect()
    for (const pause of [1_000, 2_000, 4_000]) {
      network.lose()
      clock.increment(pause)
    }
    network.open()
    network.lose()
    clock.increment(1_000)
    expect(network.sockets).toHaveLength(5)
  })

  test('whoever is there next hears of each checkout, how it is, and what comes', () => {
    const { network, clock, inspector } = connect()
    network.open()
    const { checkout } = create({ inspect: inspector.inspect })
    tell(checkout, 'SDK_START_OF_LOADING', 'SDK_END_OF_LOADING')
    network.lose()
    tell(checkout, 'SDK_PAYMENT_CHALLENGE')
    clock.increment(1_000)
    network.open()
    const messages = read(network.socket.sent)
    const mine = messages.filter(
      (message) =>
        message.type !== 'antom.hello' && 'sessionId' in message && message.sessionId === checkout.actor.sessionId,
    )
    expect(messages[0]).toEqual({ type: 'antom.hello', name: 'shop' })
    expect(mine.slice(0, 2)).toMatchObject([
      { type: '@xstate.actor', name: 'checkout' },
      { type: '@xstate.snapshot', snapshot: { value: { live: { preparing: { form: 'ready' } } } } },
    ])
    expect(codesOf(mine)).toEqual(['SDK_PAYMENT_CHALLENGE'])
  })

  test('what the one before had not been sent yet is not told to the next as if it were new', () => {
    const { network, clock, inspector } = connect()
    network.open()
    const { checkout } = create({ inspect: inspector.inspect })
    network.socket.bufferedAmount = 10_000_000
    tell(checkout, 'SDK_START_OF_LOADING')
    network.lose()
    clock.increment(1_000)
    network.open()
    const messages = read(network.socket.sent)
    expect(codesOf(messages)).toEqual([])
    expect(messages).toContainEqual(
      expect.objectContaining({
        snapshot: expect.objectContaining({ value: { live: { preparing: { loading: 'brisk' } } } }),
      }),
    )
  })

  test('timers that are over are not told of again', () => {
    const { network, clock, inspector } = connect()
    network.open()
    const { checkout } = create({ inspect: inspector.inspect, sessionExpiresAt: 1_000_000 })
    for (let times = 0; times < 10; times += 1)
      tell(checkout, 'SDK_START_OF_LOADING', 'SDK_END_OF_LOADING', 'SDK_PAYMENT_CHALLENGE', 'SDK_PAYMENT_RETRY')
    network.lose()
    clock.increment(1_000)
    network.open()
    expect(read(network.socket.sent).filter((message) => message.type === '@xstate.actor').length).toBeLessThan(4)
  })

  test('the checkout does not notice', () => {
    const { network, inspector } = connect()
    const { checkout } = create({ inspect: inspector.inspect })
    network.open()
    tell(checkout, 'SDK_END_OF_LOADING')
    network.lose()
    tell(checkout, 'SDK_PAYMENT_SUCCESSFUL')
    expect(checkout.close()).toMatchObject({ status: 'succeeded' })
  })
})

describe('where there is nothing to connect with', () => {
  test('no WebSocket: it says so once, and looks at nothing', () => {
    vi.stubGlobal('WebSocket', undefined)
    const onError = vi.fn()
    const inspector = connectInspector({ url: 'ws://inspector', onError })
    vi.unstubAllGlobals()
    tell(create({ inspect: inspector.inspect }).checkout, 'SDK_END_OF_LOADING')
    expect(onError.mock.calls).toEqual([
      [new Error('There is no WebSocket here for connectInspector. Give it that of "ws".')],
    ])
    inspector.close()
  })

  test('the platform’s own is taken, where it has one', () => {
    const network = createNetwork()
    vi.stubGlobal('WebSocket', network.WebSocket)
    const inspector = connectInspector({ url: 'ws://inspector/7' })
    vi.unstubAllGlobals()
    expect(network.socket.url).toBe('ws://inspector/7')
    inspector.close()
  })

  test('an address that is none: it says so once, and does not try again', () => {
    const error = new SyntaxError('not a URL')
    const Broken = class {
      constructor() {
        throw error
      }
    } as unknown as NonNullable<ConnectOptions['WebSocket']>
    const { clock, onError } = connect({ WebSocket: Broken })
    clock.increment(100_000)
    expect(onError.mock.calls).toEqual([[error]])
  })

  test('closed, it is over: nothing is sent, and no connection opened', () => {
    const { network, clock, inspector } = connect()
    network.open()
    inspector.close()
    inspector.close()
    const sent = network.sent().length
    create({ inspect: inspector.inspect })
    clock.increment(100_000)
    expect(network.socket.isClosed).toBe(true)
    expect([network.sent().length, network.sockets.length]).toEqual([sent, 1])
  })
})

test('closed while it waits to be opened again, it leaves no timer behind', () => {
  const clock = { setTimeout: () => 7, clearTimeout: vi.fn() }
  const { network, inspector } = connect({ clock })
  network.lose()
  inspector.close()
  expect(clock.clearTimeout).toHaveBeenLastCalledWith(7)
})
