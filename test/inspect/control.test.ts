import { describe, expect, test } from 'vitest'
import { create } from '../controller/helpers.ts'
import { connect, read } from './connected.ts'

describe('a checkout that takes events from the inspector’s page', () => {
  const controlled = () => {
    const { network, clock, inspector } = connect()
    const { checkout } = create({ inspect: inspector.inspect })
    const { sessionId } = checkout.actor
    const send = (intervention: unknown, to = sessionId): void =>
      network.say({ type: 'antom.send', sessionId: to, intervention })
    return { network, clock, inspector, checkout, sessionId, send }
  }

  test('says so to whoever is there, and to whoever comes after a break', () => {
    const { network, clock, inspector, checkout, sessionId } = controlled()
    inspector.control(checkout)
    network.open()
    const control = { type: 'antom.control', sessionId, isAllowed: true }
    expect(read(network.sent())[1]).toEqual(control)
    network.lose()
    clock.increment(1_000)
    network.open()
    expect(read(network.socket.sent)[1]).toEqual(control)
  })

  test('is told what the SDK would tell it', () => {
    const { network, inspector, checkout, send } = controlled()
    network.open()
    inspector.control(checkout)
    send({ via: 'onEventCallback', code: 'SDK_END_OF_LOADING' })
    expect(checkout.getSnapshot().state).toBe('form')
    send({ via: 'onError', code: 'SDK_PAYMENT_FAIL', paymentStatus: 'FAIL', paymentResultCode: 'FRAUD_REJECT' })
    expect(checkout.getSnapshot()).toMatchObject({
      state: 'declined',
      notice: { channel: 'onError' },
      payment: { paymentResultCode: 'FRAUD_REJECT' },
    })
    send({ via: 'onClose' })
    expect(checkout.getSnapshot().notice).toMatchObject({ code: 'checkout.dismiss' })
    send({ via: 'close' })
    expect(checkout.getSnapshot().final).toBe(true)
  })

  test.each([
    ['an event that is not for it', { via: 'onEventCallback', code: 'SDK_END_OF_LOADING' }, 'x:999999'],
    ['a way that there is not', { via: 'constructor', code: 'SDK_END_OF_LOADING' }],
    ['no code', { via: 'onEventCallback' }],
    ['a code that is too long', { via: 'onEventCallback', code: 'S'.repeat(129) }],
    ['nothing', null],
  ])('does nothing for %s', (_what, intervention, to?: string) => {
    const { network, inspector, checkout, send } = controlled()
    network.open()
    inspector.control(checkout)
    const before = checkout.getSnapshot()
    send(intervention, to)
    expect(checkout.getSnapshot()).toBe(before)
  })

  test('does nothing for a message that is too long, whatever else it says', () => {
    const { network, inspector, checkout, sessionId } = controlled()
    network.open()
    inspector.control(checkout)
    network.say({ type: 'antom.send', sessionId, intervention: { via: 'close' }, more: 'x'.repeat(5_000) })
    expect(checkout.getSnapshot().final).toBe(false)
  })

  test.each(['', '{', 'null', '{"sessionId":{"toString":1}}', '[]', '7'])('does nothing for %j', (message) => {
    const { network, inspector, checkout } = controlled()
    network.open()
    inspector.control(checkout)
    const before = checkout.getSnapshot()
    network.say(message)
    network.socket.tell('message', { data: new Uint8Array(8) })
    expect(checkout.getSnapshot()).toBe(before)
  })

  test('takes none unless it was given, and none any more when that is ended', () => {
    const { network, inspector, checkout, sessionId, send } = controlled()
    network.open()
    send({ via: 'close' })
    inspector.control(checkout)()
    send({ via: 'close' })
    expect(checkout.getSnapshot().final).toBe(false)
    expect(read(network.sent()).at(-1)).toEqual({ type: 'antom.control', sessionId, isAllowed: false })
  })

  test('takes what comes late, until another one is given: then it is let go, if it is over', () => {
    const { network, inspector, checkout, sessionId, send } = controlled()
    network.open()
    inspector.control(checkout)
    checkout.close()
    const late = (): number => checkout.getSnapshot().diagnostics.late.count
    send({ via: 'onError', code: 'SDK_INTERNAL_ERROR' })
    expect(late()).toBe(1)
    const next = create({ inspect: inspector.inspect }).checkout
    const end = inspector.control(next)
    expect(
      read(network.sent())
        .filter(({ type }) => type === 'antom.control')
        .slice(1),
    ).toEqual([
      { type: 'antom.control', sessionId, isAllowed: false },
      { type: 'antom.control', sessionId: next.actor.sessionId, isAllowed: true },
    ])
    send({ via: 'onError', code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR' })
    expect(late()).toBe(1)
    // One that lives stays.
    inspector.control(create({ inspect: inspector.inspect }).checkout)
    send({ via: 'close' }, next.actor.sessionId)
    expect(next.getSnapshot().final).toBe(true)
    end()
  })
})
