import type { KeyObject } from 'node:crypto'
import * as v from 'valibot'
import { amountSchema, type PaymentStatus } from './antom.ts'
import { parseJson } from './http.ts'
import type { News } from './records.ts'
import { isSigned, type Message } from './signature.ts'

const resultSchema = v.object({ resultStatus: v.string(), resultCode: v.optional(v.string()) })

/** What Antom sends to `paymentNotifyUrl`: for a card, how the payment ended *and* how the capture ended. */
const notificationSchema = v.variant('notifyType', [
  v.object({
    notifyType: v.picklist(['PAYMENT_RESULT', 'PAYMENT_PENDING']),
    result: resultSchema,
    paymentRequestId: v.string(),
    paymentId: v.optional(v.string()),
    paymentAmount: v.optional(amountSchema),
  }),
  v.object({ notifyType: v.literal('CAPTURE_RESULT'), result: resultSchema, paymentId: v.string() }),
])

/** The receipt that Antom wants. Without it the notification comes again, up to eight times within 24 hours. */
export const receipt = { result: { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'success' } }

export type Notification =
  | { readonly kind: 'payment'; readonly paymentRequestId: string; readonly news: News }
  /** It names the payment by Antom's own id. */
  | { readonly kind: 'capture'; readonly paymentId: string; readonly hasSucceeded: boolean }
  /** Antom has not sent this. */
  | { readonly kind: 'forged' }
  | { readonly kind: 'unknown' }

/** Here, as in no response of Antom's, `result` is the payment's own; but an `S` is a success only with this type. */
const statusOf = (notifyType: string, resultStatus: string): PaymentStatus => {
  if (notifyType === 'PAYMENT_PENDING') return 'PENDING'
  if (resultStatus === 'S') return 'SUCCESS'
  return resultStatus === 'F' ? 'FAIL' : 'PROCESSING'
}

export const readNotification = (message: Message, signature: string, publicKey: KeyObject): Notification => {
  if (!isSigned(message, signature, publicKey)) return { kind: 'forged' }
  const { success, output } = v.safeParse(notificationSchema, parseJson(message.body))
  if (!success) return { kind: 'unknown' }
  const { notifyType, result } = output
  if (notifyType === 'CAPTURE_RESULT')
    return { kind: 'capture', paymentId: output.paymentId, hasSucceeded: result.resultStatus === 'S' }
  const { paymentRequestId, paymentId, paymentAmount: amount } = output
  const status = statusOf(notifyType, result.resultStatus)
  return { kind: 'payment', paymentRequestId, news: { status, reason: result.resultCode, amount, paymentId } }
}
