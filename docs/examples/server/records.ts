import { randomUUID } from 'node:crypto'
import type { Amount, PaymentStatus, Session } from './antom.ts'
import type { Goods } from './goods.ts'
import { currency } from './goods.ts'

// What the shop keeps. Here in memory; in production in a database, where each function is one transaction.

export interface Order {
  readonly id: string
  /** Who may ask about it. */
  readonly buyer: string
  readonly goods: Goods
  readonly amount: Amount
  /** Oldest first. There is a second one only when the first is over. */
  readonly payments: Payment[]
  /** The payment that counts. */
  paidBy: Payment | null
  shipments: number
  /** For a person who wants to see. */
  readonly log: string[]
}

export interface Payment {
  /** The paymentRequestId. */
  readonly id: string
  readonly order: Order
  /** A promise, so that two who ask at the same time get the same. */
  session: Promise<Session> | null
  status: PaymentStatus | null
  toldBy: Source | null
  /** Antom's own id of it. */
  antomId: string | null
  isCaptured: boolean
}

export type Source = 'notification' | 'inquiry'

/** What Antom says of a payment, by either way. */
export interface News {
  readonly status: PaymentStatus
  readonly reason?: string | undefined
  readonly amount?: Amount | undefined
  readonly paymentId?: string | undefined
}

export const createOrder = (buyer: string, goods: Goods): Order => ({
  id: randomUUID(),
  buyer,
  goods,
  amount: { currency, value: String(goods.price) },
  payments: [],
  paidBy: null,
  shipments: 0,
  log: [],
})

/** Stored before Antom is asked for the session: if its answer is lost, we ask again under the same id. */
export const addPayment = (order: Order): Payment => {
  const payment: Payment = {
    id: randomUUID(),
    order,
    session: null,
    status: null,
    toldBy: null,
    antomId: null,
    isCaptured: false,
  }
  order.payments.push(payment)
  return payment
}

/**
 * The goods go out once, and when the money has come in. A card is charged in two steps: `SUCCESS` says that the payment
 * is authorised, and the capture, which follows, that it is ours. A wallet pays in one.
 */
const shipIfPaid = ({ order, status, isCaptured }: Payment): void => {
  const isPaid = status === 'SUCCESS' && (isCaptured || order.goods.method !== 'CARD')
  if (!isPaid || order.shipments > 0) return
  order.shipments += 1
  order.log.push('the goods are shipped')
}

/**
 * Writes down what Antom says of a payment, and does what follows from it. It may be told again, late, and out of order.
 * Success is never taken back: a session takes another try after a decline, and word of that decline may be the later.
 */
export const learn = (payment: Payment, { status, reason, amount, paymentId }: News, source: Source): void => {
  const { order } = payment
  order.log.push(
    `${source}: ${[status, reason].filter((word, at, all) => all.indexOf(word) === at && word).join(', ')}`,
  )
  payment.antomId ??= paymentId ?? null
  if (payment.status === 'SUCCESS') return
  const isOurAmount = amount?.currency === order.amount.currency && amount.value === order.amount.value
  if (status === 'SUCCESS' && !isOurAmount) {
    order.log.push('that is not the amount of the order: somebody has to look')
    return
  }
  payment.status = status
  payment.toldBy = source
  // If an order is paid twice, Antom keeps the last payment, and refunds the earlier by itself.
  if (status === 'SUCCESS') order.paidBy = payment
  shipIfPaid(payment)
}

export const learnCapture = (payment: Payment, hasSucceeded: boolean): void => {
  payment.order.log.push(`notification: the capture ${hasSucceeded ? 'succeeded' : 'failed: somebody has to look'}`)
  payment.isCaptured ||= hasSucceeded
  shipIfPaid(payment)
}
