import { AMSCashierPayment } from '@alipay/ams-checkout'
import { type Checkout, createCheckout } from 'antom-checkout-machine'
import { inquirePayment, openPayment } from '../server/page/server.ts'

/** One payment, for any UI layer. None of its functions throws, and none waits for a promise of the SDK's. */
export interface Payment {
  /** What to show: by `subscribe` and `getSnapshot`, or `toView` of its `actor`. */
  readonly checkout: Checkout
  /** The page is there, with its `#component`. Called again, it mounts nothing a second time. */
  readonly start: () => void
  readonly pay: () => void
  /** With the same session, or with a new payment where that takes no further try. */
  readonly tryAgain: () => void
  /**
   * The page is gone, the document is not: the buyer is elsewhere in the shop. A document that is left, for a bank or a
   * wallet, needs nothing: the checkout goes on when the buyer comes back.
   */
  readonly leave: () => void
}

export interface Visit {
  readonly order: string
  /** The payment whose session takes no further try, as its page has found out. */
  readonly replaces?: string | undefined
  /** Aborts when the buyer has left before anything could be shown. */
  readonly signal: AbortSignal
  /** Shows the page anew, with the payment that is then to be made. */
  readonly startOver: (replaces?: string) => void
}

/** Asks the shop's server how the order is to be paid. Rejects where it does not answer: then nothing has begun. */
export const createPayment = async ({ order, replaces, signal, startOver }: Visit): Promise<Payment> => {
  const { paymentRequestId, session } = await openPayment(order, replaces)
  signal.throwIfAborted()
  const checkout = createCheckout({
    submitButton: 'merchant',
    id: paymentRequestId,
    storage: localStorage,
    inquire: (question) => inquirePayment(paymentRequestId, question.signal),
  })
  // Spelt wrongly, `environment` is production.
  const sdk = new AMSCashierPayment({ environment: 'sandbox', locale: 'en_US', ...checkout.callbacks })
  let isLeft = false

  const mount = ({ data, expiresAt }: { readonly data: string; readonly expiresAt: number }): void => {
    const call = (): Promise<void> => {
      // The SDK refuses a component while the last one is there.
      sdk.unmount()
      return sdk.mountComponent({ sessionData: data }, '#component')
    }
    void checkout.mount(call, { sessionExpiresAt: expiresAt })
  }

  return {
    checkout,
    start() {
      // Hot reload, for instance: the component has gone with the old page.
      if (isLeft) startOver()
      // The server knows of a payment, whatever this browser knows: there is nothing to begin, and it has to be asked.
      else if (!session) checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_PROCESSING' })
      // After a redirect or a reload it is not `init`: then what the last visit has left goes on.
      else if (checkout.getSnapshot().state === 'init') mount(session)
    },
    pay() {
      void checkout.submit(() => sdk.submit())
    },
    tryAgain() {
      if (session && checkout.getSnapshot().nextStep !== 'new-session') mount(session)
      else startOver(paymentRequestId)
    },
    leave() {
      isLeft = true
      sdk.unmount()
      // Ends its timers. What may have been paid stays in the storage, for the next visit.
      checkout.close()
    },
  }
}
