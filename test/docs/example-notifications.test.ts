import { generateKeyPairSync } from 'node:crypto'
import { describe, expect } from 'vitest'
import { type Buyer, captured, declined, notification, test } from './example-shop.ts'

// docs/examples/server: what the merchant's server does with what comes to it as a notification of Antom's.

const receipt = { result: { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'success' } }

const openPayment = async (buyer: Buyer, goods?: string) => {
  const order = await buyer.order(goods)
  return { order, id: (await buyer.open(order)).body.paymentRequestId }
}

describe('a notification of Antom’s', () => {
  test('is stored, acknowledged as Antom wants it, and ships nothing before the card is charged', async ({
    shop,
    buyer,
  }) => {
    const { order, id } = await openPayment(buyer)
    const reply = await shop.send(notification(id))
    expect(reply).toMatchObject({ status: 200, body: receipt })
    expect(reply.headers.get('client-id')).toBe(shop.clientId)
    expect(Date.parse(reply.headers.get('response-time') ?? '')).not.toBeNaN()
    expect((await buyer.sees(order)).body).toMatchObject({
      payment: { id, status: 'SUCCESS', toldBy: 'notification', isCaptured: false },
      shipments: 0,
    })
    expect(await shop.send(captured(id))).toMatchObject({ status: 200, body: receipt })
    expect((await buyer.sees(order)).body).toMatchObject({ payment: { isCaptured: true }, shipments: 1 })
  })

  test('ships what a wallet has paid at once: there is no capture', async ({ shop, buyer }) => {
    const { order, id } = await openPayment(buyer, 'wallet')
    await shop.send(notification(id, { paymentAmount: { currency: 'USD', value: '3300' } }))
    expect((await buyer.sees(order)).body.shipments).toBe(1)
  })

  test('that comes again is acknowledged again, and nothing is shipped twice', async ({ shop, buyer }) => {
    const { order, id } = await openPayment(buyer)
    for (const parameters of [notification(id), captured(id), notification(id), captured(id)])
      expect((await shop.send(parameters)).body).toEqual(receipt)
    expect((await buyer.sees(order)).body.shipments).toBe(1)
  })

  test('is understood as the stand-in sends it, of the payment and of the capture', async ({ shop, buyer }) => {
    const { order, id } = await openPayment(buyer)
    shop.antom.decide(id, 'SUCCESS')
    expect(await shop.antom.notify(id)).toBe(200)
    expect(await shop.antom.notify(id, 'capture')).toBe(200)
    expect((await buyer.sees(order)).body).toMatchObject({ payment: { status: 'SUCCESS' }, shipments: 1 })
  })

  test('of a capture that overtakes its payment is left for Antom to send again', async ({ shop, buyer }) => {
    const { order, id } = await openPayment(buyer)
    expect((await shop.send(captured(id))).status).toBe(404)
    await shop.send(notification(id))
    expect((await shop.send(captured(id))).status).toBe(200)
    expect((await buyer.sees(order)).body.shipments).toBe(1)
  })

  test('of a capture that failed ships nothing', async ({ shop, buyer }) => {
    const { order, id } = await openPayment(buyer)
    await shop.send(notification(id))
    await shop.send(captured(id, 'F'))
    expect((await buyer.sees(order)).body).toMatchObject({ payment: { isCaptured: false }, shipments: 0 })
  })

  test('of a decline does not take a success back', async ({ shop, buyer }) => {
    const { order, id } = await openPayment(buyer)
    await shop.send(notification(id))
    expect((await shop.send(notification(id, declined))).body).toEqual(receipt)
    expect((await buyer.sees(order)).body.payment.status).toBe('SUCCESS')
    expect((await buyer.inquire(id)).body.paymentStatus).toBe('SUCCESS')
  })

  test('of a success does, after a decline: the session took another try', async ({ shop, buyer }) => {
    const { order, id } = await openPayment(buyer)
    await shop.send(notification(id, declined))
    expect((await buyer.sees(order)).body.payment.status).toBe('FAIL')
    await shop.send(notification(id))
    expect((await buyer.sees(order)).body.payment.status).toBe('SUCCESS')
  })

  test('that the payment is pending is no success, though its result is S', async ({ shop, buyer }) => {
    const { order, id } = await openPayment(buyer, 'wallet')
    const pending = { notifyType: 'PAYMENT_PENDING', paymentAmount: { currency: 'USD', value: '3300' } }
    expect((await shop.send(notification(id, pending))).body).toEqual(receipt)
    expect((await buyer.sees(order)).body).toMatchObject({ payment: { status: 'PENDING' }, shipments: 0 })
  })

  test.for([{ currency: 'USD', value: '9' }, { currency: 'IDR', value: '900' }, undefined])(
    'of %o is no success: the order says what it costs',
    async (paymentAmount, { shop, buyer }) => {
      const { order, id } = await openPayment(buyer)
      await shop.send(notification(id, { paymentAmount }))
      expect((await buyer.sees(order)).body).toMatchObject({ payment: { status: null }, shipments: 0 })
    },
  )

  test('of a payment that nobody knows is not acknowledged', async ({ shop, buyer }) => {
    await openPayment(buyer)
    expect((await shop.send(notification('no-such-payment'))).status).toBe(404)
  })

  test.for([{}, { result: {} }, { notifyType: 'REFUND_RESULT' }])(
    'that says %o is not acknowledged, though it is signed',
    async (parameters, { shop }) => {
      expect((await shop.send(parameters)).status).toBe(400)
    },
  )
})

describe('a forged notification', () => {
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

  test('is refused, and leaves everything as it was', async ({ shop, buyer }) => {
    const { order, id } = await openPayment(buyer, 'wallet')
    const paid = notification(id, { paymentAmount: { currency: 'USD', value: '3300' } })
    const before = (await buyer.sees(order)).body
    for (const forgery of [
      { signature: '' },
      { signature: 'algorithm=RSA256,keyVersion=1,signature=AAAA' },
      { key: stranger },
      { clientId: 'SANDBOX_ANOTHER_MERCHANT' },
    ])
      expect(await shop.send(paid, forgery)).toMatchObject({ status: 401, body: { error: 'not signed by Antom' } })
    const harmless = notification(id, declined)
    expect((await shop.send(harmless, { sent: paid })).status).toBe(401)
    expect((await buyer.sees(order)).body).toEqual(before)
    expect((await buyer.inquire(id)).body.paymentStatus).toBe('PROCESSING')
  })
})

test('an order that is paid twice is shipped once, and the last payment counts', async ({ shop, buyer }) => {
  const { order, id: first } = await openPayment(buyer)
  await shop.tell(first, 'FAIL', 'ORDER_IS_CLOSED')
  const second = (await buyer.open(order, first)).body.paymentRequestId
  expect(second).not.toBe(first)
  for (const id of [first, second]) {
    await shop.send(notification(id))
    await shop.send(captured(id))
  }
  expect((await buyer.sees(order)).body).toMatchObject({ payment: { id: second }, shipments: 1 })
  expect((await buyer.open(order)).body).toEqual({ paymentRequestId: second, session: null })
})
