import { createSign, generateKeyPairSync } from 'node:crypto'
import { describe, expect } from 'vitest'
import { type Antom, createAntom } from '../../docs/examples/server/antom.ts'
import { goods } from '../../docs/examples/server/goods.ts'
import { createPayments } from '../../docs/examples/server/payments.ts'
import { addPayment, createOrder } from '../../docs/examples/server/records.ts'
import { isSigned, signatureOf } from '../../docs/examples/server/signature.ts'
import { declined, notification, test } from './example-shop.ts'

// docs/examples/server: what the page may ask the merchant's server, and what it is told. The notifications are in
// example-notifications.test.ts, and the page itself in test/browser/example-server.test.ts.

describe('the payment of an order', () => {
  test('gets a session of Antom’s, for the price on the shop’s own list', async ({ shop, buyer }) => {
    const order = await buyer.order('success')
    const { body } = await buyer.open(order)
    expect(body.session?.data).toContain('&&')
    expect(body.session?.millisecondsLeft).toBeGreaterThan(3_500_000)
    expect(shop.asked('createPaymentSession')).toMatchObject([
      {
        paymentRequestId: body.paymentRequestId,
        paymentAmount: { currency: 'USD', value: '900' },
        order: { referenceOrderId: order },
        paymentRedirectUrl: `${shop.shop}/checkout?order=${order}`,
        paymentNotifyUrl: `${shop.shop}/notifications`,
      },
    ])
  })

  test('is one and the same, however often and however fast the page asks', async ({ shop, buyer }) => {
    const order = await buyer.order()
    const opened = await Promise.all([1, 2, 3].map(() => buyer.open(order)))
    opened.push(await buyer.open(order))
    expect(new Set(opened.map(({ body }) => body.paymentRequestId)).size).toBe(1)
    expect(new Set(opened.map(({ body }) => body.session?.data)).size).toBe(1)
    expect(shop.asked('createPaymentSession')).toHaveLength(1)
  })

  test('is asked for again under the same id when Antom’s answer was lost', async ({ shop, buyer }) => {
    const order = await buyer.order()
    shop.antom.hold = async () => {
      throw new Error('the connection breaks')
    }
    expect(await buyer.open(order)).toMatchObject({ status: 502, body: { error: 'nothing is known' } })
    shop.antom.hold = async () => {}
    expect((await buyer.open(order)).status).toBe(200)
    const [lost, again] = shop.asked('createPaymentSession')
    expect(again).toEqual(lost)
  })

  test.for(['PROCESSING', 'PENDING', 'SUCCESS'])(
    'that is %s has no session for another browser to begin with',
    async (status, { shop, buyer }) => {
      const order = await buyer.order()
      const { paymentRequestId } = (await buyer.open(order)).body
      await shop.tell(paymentRequestId, status)
      expect((await buyer.open(order)).body).toEqual({ paymentRequestId, session: null })
    },
  )

  test('is not begun anew when an earlier one of the order turns out to be paid', async ({ shop, buyer }) => {
    const order = await buyer.order()
    const first = (await buyer.open(order)).body.paymentRequestId
    await shop.tell(first, 'FAIL')
    await buyer.open(order, first)
    await shop.send(notification(first))
    expect((await buyer.open(order)).body).toEqual({ paymentRequestId: first, session: null })
  })

  test('is of goods that the shop has', async ({ buyer }) => {
    expect(await buyer.order('gold')).toBeUndefined()
  })

  test('may go on in its session after a decline', async ({ shop, buyer }) => {
    const order = await buyer.order()
    const first = (await buyer.open(order)).body
    await shop.tell(first.paymentRequestId, 'FAIL', 'INVALID_CARD_NUMBER')
    expect((await buyer.open(order)).body).toMatchObject({
      paymentRequestId: first.paymentRequestId,
      session: { data: first.session?.data },
    })
  })
})

describe('another payment in place of one', () => {
  test('is not begun while Antom has not said that nothing comes of the first', async ({ shop, buyer }) => {
    const order = await buyer.order()
    const { paymentRequestId } = (await buyer.open(order)).body
    expect((await buyer.open(order, paymentRequestId)).body.paymentRequestId).toBe(paymentRequestId)
    await shop.tell(paymentRequestId, 'PROCESSING')
    expect((await buyer.open(order, paymentRequestId)).body).toEqual({ paymentRequestId, session: null })
    expect(shop.asked('createPaymentSession')).toHaveLength(1)
  })

  test.for(['FAIL', 'CANCELLED'])('is begun, and only one, when Antom says %s', async (status, { shop, buyer }) => {
    const order = await buyer.order()
    const { paymentRequestId } = (await buyer.open(order)).body
    await shop.tell(paymentRequestId, status)
    const replies = await Promise.all([1, 2].map(() => buyer.open(order, paymentRequestId)))
    const ids = new Set(replies.map(({ body }) => body.paymentRequestId))
    expect(ids.size).toBe(1)
    expect(ids).not.toContain(paymentRequestId)
    const ofThisOrder = { order: { referenceOrderId: order } }
    expect(shop.asked('createPaymentSession')).toMatchObject([ofThisOrder, ofThisOrder])
  })

  describe('after the end of the session', () => {
    test.override({ sessionLife: -1 })

    test('is begun when nothing was tried, and not while something is under way', async ({ shop, buyer }) => {
      const order = await buyer.order()
      const first = (await buyer.open(order)).body.paymentRequestId
      const second = (await buyer.open(order)).body.paymentRequestId
      expect(second).not.toBe(first)
      await shop.tell(second, 'PROCESSING')
      expect((await buyer.open(order)).body).toEqual({ paymentRequestId: second, session: null })
    })
  })
})

describe('what has become of a payment', () => {
  test('is said by Antom: before it says so, there is no success', async ({ shop, buyer }) => {
    const { paymentRequestId } = (await buyer.open(await buyer.order())).body
    const status = async () => (await buyer.inquire(paymentRequestId)).body.paymentStatus
    expect(await status()).toBe('PROCESSING')
    for (const said of ['PROCESSING', 'PENDING', 'FAIL', 'CANCELLED', 'SUCCESS']) {
      await shop.tell(paymentRequestId, said)
      expect(await status()).toBe(said)
    }
  })

  test('is told with its reason', async ({ shop, buyer }) => {
    const { paymentRequestId } = (await buyer.open(await buyer.order())).body
    await shop.tell(paymentRequestId, 'FAIL', 'INVALID_CARD_NUMBER')
    expect((await buyer.inquire(paymentRequestId)).body).toEqual({
      paymentStatus: 'FAIL',
      paymentResultCode: 'INVALID_CARD_NUMBER',
    })
  })

  test('is not asked of Antom any more once it is a success', async ({ shop, buyer }) => {
    const { paymentRequestId } = (await buyer.open(await buyer.order())).body
    await shop.send(notification(paymentRequestId))
    expect((await buyer.inquire(paymentRequestId)).body).toEqual({ paymentStatus: 'SUCCESS' })
    expect(shop.asked('inquiryPayment')).toHaveLength(0)
  })

  test('is asked of Antom after a decline: another try may be on its way', async ({ shop, buyer }) => {
    const { paymentRequestId } = (await buyer.open(await buyer.order())).body
    await shop.send(notification(paymentRequestId, declined))
    await shop.tell(paymentRequestId, 'PROCESSING')
    expect((await buyer.inquire(paymentRequestId)).body.paymentStatus).toBe('PROCESSING')
  })

  test('is a success when its notification comes while Antom is being asked', async ({ shop, buyer }) => {
    const { paymentRequestId } = (await buyer.open(await buyer.order())).body
    await shop.tell(paymentRequestId, 'PROCESSING')
    shop.antom.hold = async () => {
      await shop.send(notification(paymentRequestId))
    }
    expect((await buyer.inquire(paymentRequestId)).body.paymentStatus).toBe('SUCCESS')
  })

  test('is not a success while Antom tells another amount than the order’s', async () => {
    const [tea] = goods
    if (!tea) throw new Error('there are no goods')
    const antom: Antom = {
      createPaymentSession: async () => ({ data: '', expiresAt: 0 }),
      inquiryPayment: async () => ({ status: 'SUCCESS', amount: { currency: 'USD', value: '1' } }),
    }
    const order = createOrder('buyer', tea)
    const payments = createPayments(antom, { notifyUrl: '', redirectUrl: () => '' })
    expect(await payments.inquire(addPayment(order))).toEqual({ status: 'PROCESSING' })
    expect(order).toMatchObject({ paidBy: null, shipments: 0 })
  })

  test('is not known while Antom does not answer', async ({ shop, buyer }) => {
    const { paymentRequestId } = (await buyer.open(await buyer.order())).body
    shop.antom.hold = async () => {
      throw new Error('the connection breaks')
    }
    expect(await buyer.inquire(paymentRequestId)).toMatchObject({ status: 502, body: { error: 'nothing is known' } })
  })

  test('is told to the buyer alone: an id of somebody else’s is as good as none', async ({ shop, buyer }) => {
    const order = await buyer.order()
    const { paymentRequestId } = (await buyer.open(order)).body
    const stranger = shop.visit()
    await stranger.order()
    for (const reply of [
      await stranger.inquire(paymentRequestId),
      await stranger.sees(order),
      await stranger.open(order),
      await shop.visit().inquire(paymentRequestId),
      await buyer.inquire('no-such-payment'),
      await buyer.sees('no-such-order'),
    ])
      expect(reply).toMatchObject({ status: 404, body: { error: 'not found' } })
  })
})

describe('a signature', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const message = { path: '/ams/api/v1/payments/pay', clientId: 'SANDBOX_1', time: '1685599933871', body: '{"a":"ü"}' }

  test('is SHA256withRSA over method, path, client, time and body; in base64, encoded for a URL', () => {
    const content = 'POST /ams/api/v1/payments/pay\nSANDBOX_1.1685599933871.{"a":"ü"}'
    const signature = encodeURIComponent(createSign('SHA256').update(content).sign(privateKey, 'base64'))
    expect(signatureOf(message, privateKey)).toBe(`algorithm=RSA256,keyVersion=1,signature=${signature}`)
    for (const header of [`algorithm=RSA256, keyVersion=1, signature=${signature}`, `signature=${signature}`])
      expect(isSigned(message, header, publicKey)).toBe(true)
  })

  test.for([undefined, '', 'signature=', 'signature=%', 'algorithm=RSA256,keyVersion=1,signature=AAAA'])(
    '%o is none, and nothing is thrown',
    (header) => {
      expect(isSigned(message, header, publicKey)).toBe(false)
    },
  )

  test('of the merchant’s is demanded by Antom, and one of Antom’s by the merchant', async ({ shop }) => {
    const settings = { origin: shop.antom.origin, path: '/ams/sandbox/api', clientId: shop.clientId }
    const stranger = createAntom({ ...settings, privateKey, publicKey })
    await expect(stranger.inquiryPayment('1')).rejects.toThrow('not signed by Antom')
    const { body } = await fetch(`${settings.origin}${settings.path}/v1/payments/inquiryPayment`, {
      method: 'POST',
      headers: { 'client-id': shop.clientId },
      body: '{}',
    }).then(async (response) => ({ body: await response.json() }))
    expect(body).toMatchObject({ result: { resultCode: 'INVALID_SIGNATURE', resultStatus: 'F' } })
  })
})
