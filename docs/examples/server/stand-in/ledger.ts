import { randomUUID } from 'node:crypto'
import type { ToldOutcome } from '../../../stub/answer.ts'
import { isScenario } from '../../../stub/scenarios.ts'
import { createSessionData } from '../../../stub/session-data.ts'
import type { Amount, PaymentStatus } from '../antom.ts'

// What "Antom" knows of payments, and what it answers a merchant's server. The shapes are those of its documentation;
// how the real one behaves where docs/server.md says that it could not be found out, is made up.

/** A request of createPaymentSession, as far as it is read. */
export interface SessionParameters {
  readonly paymentRequestId: string
  readonly paymentAmount: Amount
  readonly paymentMethod: { readonly paymentMethodType: string }
  readonly order: { readonly goods: readonly { readonly referenceGoodsId: string }[] }
  readonly paymentRedirectUrl: string
  readonly paymentNotifyUrl: string
}

export interface KnownPayment {
  readonly request: SessionParameters
  readonly paymentId: string
  readonly sessionData: string
  readonly expiresAt: string
  /** Undefined: nobody has tried to pay yet. */
  status: PaymentStatus | undefined
  code: string | undefined
}

const SESSION_LIFE = 60 * 60 * 1000

const result = (resultCode: string, resultStatus: 'S' | 'F'): Record<string, unknown> => ({
  result: { resultCode, resultStatus, resultMessage: resultCode.toLowerCase().replaceAll('_', ' ') },
})

export const refused = (resultCode: string): Record<string, unknown> => result(resultCode, 'F')

export interface Ledger {
  readonly payments: ReadonlyMap<string, KnownPayment>
  createPaymentSession(request: SessionParameters): Record<string, unknown>
  inquiryPayment(request: { readonly paymentRequestId: string }): Record<string, unknown>
  /** What the payment page or the wallet has told. Answers the payment, if it changed anything. */
  hear(outcome: ToldOutcome): KnownPayment | undefined
  /** The parameters of notifyPayment. */
  notification(payment: KnownPayment): Record<string, unknown>
  /** The parameters of notifyCapture. */
  captureNotification(payment: KnownPayment): Record<string, unknown>
}

export const createLedger = (sessionLife = SESSION_LIFE): Ledger => {
  const payments = new Map<string, KnownPayment>()

  const open = (request: SessionParameters): KnownPayment => {
    const { paymentRequestId, order, paymentRedirectUrl } = request
    const wanted = order.goods[0]?.referenceGoodsId
    const payment: KnownPayment = {
      request,
      paymentId: randomUUID(),
      sessionData: createSessionData({
        scenario: isScenario(wanted) ? wanted : 'success',
        paymentRequestId,
        returnUrl: paymentRedirectUrl,
      }),
      expiresAt: new Date(Date.now() + sessionLife).toISOString(),
      status: undefined,
      code: undefined,
    }
    payments.set(paymentRequestId, payment)
    return payment
  }

  return {
    payments,

    createPaymentSession(request) {
      const payment = payments.get(request.paymentRequestId) ?? open(request)
      if (payment.request.paymentAmount.value !== request.paymentAmount.value) return refused('REPEAT_REQ_INCONSISTENT')
      return {
        ...result('SUCCESS', 'S'),
        paymentSessionData: payment.sessionData,
        paymentSessionId: payment.paymentId,
        paymentSessionExpiryTime: payment.expiresAt,
      }
    },

    inquiryPayment({ paymentRequestId }) {
      const payment = payments.get(paymentRequestId)
      if (!payment?.status) return refused('ORDER_NOT_EXIST')
      return {
        ...result('SUCCESS', 'S'),
        paymentStatus: payment.status,
        paymentResultCode: payment.code,
        paymentRequestId,
        paymentId: payment.paymentId,
        paymentAmount: payment.request.paymentAmount,
      }
    },

    hear({ paymentRequestId, paymentStatus, paymentResultCode }) {
      const payment = payments.get(paymentRequestId)
      if (!payment || payment.status === 'SUCCESS') return undefined
      payment.status = paymentStatus as PaymentStatus
      payment.code = paymentResultCode ?? paymentStatus
      return payment
    },

    notification: ({ request, paymentId, status, code }) => ({
      notifyType: 'PAYMENT_RESULT',
      ...result(code ?? 'SUCCESS', status === 'SUCCESS' ? 'S' : 'F'),
      paymentRequestId: request.paymentRequestId,
      paymentId,
      paymentAmount: request.paymentAmount,
      paymentCreateTime: new Date().toISOString(),
      ...(status === 'SUCCESS' && { paymentTime: new Date().toISOString() }),
    }),

    captureNotification: ({ request, paymentId }) => ({
      notifyType: 'CAPTURE_RESULT',
      ...result('SUCCESS', 'S'),
      paymentId,
      captureRequestId: paymentId,
      captureId: paymentId,
      captureAmount: request.paymentAmount,
      captureTime: new Date().toISOString(),
    }),
  }
}
