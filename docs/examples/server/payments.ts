import type { Antom, PaymentStatus, Session } from './antom.ts'
import { addPayment, learn, type Order, type Payment } from './records.ts'

// The rules. What the page says is not among what they go by.

export interface Addresses {
  /** Where Antom sends its notifications. */
  readonly notifyUrl: string
  /** Where a wallet sends the buyer back to. */
  redirectUrl(order: Order): string
}

export interface Opened {
  readonly payment: Payment
  /** `null`: the payment has been made, or is on its way. Then there is nothing to pay, and the page asks. */
  readonly session: Session | null
}

export interface Known {
  /** Undefined: Antom knows of no payment yet. */
  readonly status: PaymentStatus | undefined
  readonly reason?: string | undefined
}

/** Both throw where Antom does not answer: then nothing is known. */
export interface Payments {
  /**
   * The payment by which an order is to be paid. However often it is called, it is the same one, until Antom says that
   * nothing will come of that.
   *
   * @param replaces the payment whose session takes no further try, as the page has it
   */
  open(order: Order, replaces?: string): Promise<Opened>
  inquire(payment: Payment): Promise<Known>
}

// A function: what it reads may change while we wait.
const hasSucceeded = (payment: Payment): boolean => payment.status === 'SUCCESS'

const isUnderWay = (status: PaymentStatus | undefined): boolean =>
  status === 'SUCCESS' || status === 'PROCESSING' || status === 'PENDING'

export const createPayments = (antom: Antom, { notifyUrl, redirectUrl }: Addresses): Payments => {
  const inquire = async (payment: Payment): Promise<Known> => {
    // Of our own record only success counts: a decline there may be of an earlier try than the one that is on its way.
    if (hasSucceeded(payment)) return { status: 'SUCCESS' }
    const { status, ...more } = await antom.inquiryPayment(payment.id)
    if (status) learn(payment, { status, ...more }, 'inquiry')
    // A notification that came while we asked knows better.
    if (hasSucceeded(payment)) return { status: 'SUCCESS' }
    // A success that we did not accept is none yet.
    return status === 'SUCCESS' ? { status: 'PROCESSING' } : { status, reason: more.reason }
  }

  const openSession = (payment: Payment): Promise<Session> => {
    const { id, order } = payment
    payment.session ??= antom
      .createPaymentSession({
        paymentRequestId: id,
        amount: order.amount,
        order,
        redirectUrl: redirectUrl(order),
        notifyUrl,
      })
      .catch((error: unknown) => {
        // Whoever comes next asks again, under the same id.
        payment.session = null
        throw error
      })
    return payment.session
  }

  const open = async (order: Order, replaces?: string): Promise<Opened> => {
    if (order.paidBy) return { payment: order.paidBy, session: null }
    const newest = order.payments.at(-1)
    if (newest) {
      const { status } = await inquire(newest)
      if (isUnderWay(status)) return { payment: newest, session: null }
      const session = await openSession(newest)
      const hasEnded = session.expiresAt <= Date.now() || (newest.id === replaces && status !== undefined)
      if (!hasEnded) return { payment: newest, session }
      // While we asked, somebody else may have put another in its place.
      if (order.payments.at(-1) !== newest) return open(order)
    }
    const payment = addPayment(order)
    return { payment, session: await openSession(payment) }
  }

  return { open, inquire }
}
