import type { KeyObject } from 'node:crypto'
import * as v from 'valibot'
import type { Goods } from './goods.ts'
import { isSigned, signatureOf } from './signature.ts'

// Antom's server API, as far as this shop calls it. Every request is signed, and every response is checked.

export interface AntomSettings {
  /** One of Antom's regions. */
  readonly origin: string
  /** `/ams/sandbox/api` or `/ams/api`: nothing else tells the sandbox from production. */
  readonly path: string
  readonly clientId: string
  /** The merchant's own. */
  readonly privateKey: KeyObject
  /** Antom's, from its dashboard. */
  readonly publicKey: KeyObject
}

export interface Amount {
  readonly currency: string
  /** In the smallest unit. A string, as are all of Antom's numbers. */
  readonly value: string
}

export interface SessionRequest {
  readonly paymentRequestId: string
  readonly amount: Amount
  readonly order: { readonly id: string; readonly goods: Goods }
  /** Where a wallet sends the buyer back to. */
  readonly redirectUrl: string
  readonly notifyUrl: string
}

export interface Session {
  readonly data: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

export const paymentStatuses = ['SUCCESS', 'FAIL', 'CANCELLED', 'PROCESSING', 'PENDING'] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

export interface Inquiry {
  /** Undefined: Antom knows of no payment, or does not say. */
  readonly status: PaymentStatus | undefined
  readonly reason?: string | undefined
  readonly amount?: Amount | undefined
  /** Antom's own id of the payment. */
  readonly paymentId?: string | undefined
}

export interface Antom {
  createPaymentSession(request: SessionRequest): Promise<Session>
  inquiryPayment(paymentRequestId: string): Promise<Inquiry>
}

export const amountSchema = v.object({ currency: v.string(), value: v.string() })

/** How the *call* went. It says nothing of the payment. */
const resultSchema = v.object({ resultStatus: v.string(), resultCode: v.string() })

const sessionSchema = v.object({
  result: resultSchema,
  paymentSessionData: v.optional(v.string()),
  paymentSessionExpiryTime: v.optional(v.string()),
})

const inquirySchema = v.object({
  result: resultSchema,
  paymentStatus: v.optional(v.picklist(paymentStatuses)),
  paymentResultCode: v.optional(v.string()),
  paymentAmount: v.optional(amountSchema),
  paymentId: v.optional(v.string()),
})

const PATIENCE = 10_000
/** Antom's default, in milliseconds. */
const SESSION_LIFE = 60 * 60 * 1000

/** Whatever goes wrong with a call, it throws: then nothing is known of the payment. */
export const createAntom = ({ origin, path, clientId, privateKey, publicKey }: AntomSettings): Antom => {
  const call = async (name: string, parameters: unknown): Promise<unknown> => {
    const request = {
      path: `${path}/v1/payments/${name}`,
      clientId,
      time: String(Date.now()),
      body: JSON.stringify(parameters),
    }
    const response = await fetch(origin + request.path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=UTF-8',
        'client-id': clientId,
        'request-time': request.time,
        signature: signatureOf(request, privateKey),
      },
      body: request.body,
      signal: AbortSignal.timeout(PATIENCE),
    })
    const body = await response.text()
    const answer = { ...request, time: response.headers.get('response-time') ?? '', body }
    if (!isSigned(answer, response.headers.get('signature') ?? undefined, publicKey))
      throw new Error(`${name}: answered with ${response.status}, and not signed by Antom`)
    return JSON.parse(body)
  }

  return {
    async createPaymentSession({ paymentRequestId, amount, order, redirectUrl, notifyUrl }) {
      const asked = Date.now()
      const answer = v.parse(
        sessionSchema,
        await call('createPaymentSession', {
          productCode: 'CASHIER_PAYMENT',
          paymentRequestId,
          paymentAmount: amount,
          paymentMethod: { paymentMethodType: order.goods.method },
          ...(order.goods.method === 'CARD' && { paymentFactor: { captureMode: 'AUTOMATIC' } }),
          settlementStrategy: { settlementCurrency: amount.currency },
          order: {
            referenceOrderId: order.id,
            orderDescription: order.goods.name,
            orderAmount: amount,
            goods: [{ referenceGoodsId: order.goods.id, goodsName: order.goods.name, goodsQuantity: '1' }],
          },
          paymentRedirectUrl: redirectUrl,
          paymentNotifyUrl: notifyUrl,
        }),
      )
      const { result, paymentSessionData, paymentSessionExpiryTime } = answer
      if (result.resultStatus !== 'S' || paymentSessionData === undefined)
        throw new Error(`createPaymentSession: ${result.resultStatus} ${result.resultCode}`)
      const expiresAt = Date.parse(paymentSessionExpiryTime ?? '')
      return { data: paymentSessionData, expiresAt: Number.isNaN(expiresAt) ? asked + SESSION_LIFE : expiresAt }
    },

    async inquiryPayment(paymentRequestId) {
      const answer = v.parse(inquirySchema, await call('inquiryPayment', { paymentRequestId }))
      // Antom tells a status only where the call went well.
      const status = answer.result.resultStatus === 'S' ? answer.paymentStatus : undefined
      const { paymentResultCode: reason, paymentAmount: amount, paymentId } = answer
      return { status, reason, amount, paymentId }
    },
  }
}
