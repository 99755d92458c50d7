import { AMSCashierPayment } from '@alipay/ams-checkout'
import { type CheckoutView, createCheckout } from 'antom-checkout-machine'
import { wordsFor } from '../../ui/words.ts'
import { find } from './elements.ts'
import { inquirePayment, openPayment, type Payment, Refused } from './server.ts'
import { watchServer } from './server-view.ts'

// The checkout, and the page to which a wallet sends the buyer back: they are the same.

const order = new URLSearchParams(location.search).get('order') ?? ''
const [status, spinner, component] = [find('#status'), find('#spinner'), find('#component')]
const [pay, again] = [find<HTMLButtonElement>('#pay'), find<HTMLButtonElement>('#again')]

const say = (sentence: string): void => {
  // Written anew, the same sentence would be read out again.
  if (status.textContent !== sentence) status.textContent = sentence
}

const render = (view: CheckoutView): void => {
  const { sentence, button } = wordsFor(view)
  say(sentence)
  spinner.hidden = !view.busy
  component.hidden = view.final
  pay.hidden = button !== 'pay'
  pay.disabled = !view.canSubmit
  again.hidden = button !== 'try-again'
}

const start = async (): Promise<void> => {
  const payment = await openPayment(order)
  const { paymentRequestId } = payment

  const checkout = createCheckout({
    id: paymentRequestId,
    storage: localStorage,
    submitButton: 'merchant',
    sessionExpiresAt: payment.session?.expiresAt,
    inquire: ({ signal }) => inquirePayment(paymentRequestId, signal),
  })
  // Spelt wrongly, `environment` is production.
  const sdk = new AMSCashierPayment({ environment: 'sandbox', locale: 'en_US', ...checkout.callbacks })

  const proceed = ({ session }: Payment): void => {
    if (!session) {
      // The server knows more than this browser does: the checkout has to ask, and not to begin.
      checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_PROCESSING' })
      return
    }
    // The SDK refuses a component while the last one is there.
    sdk.unmount()
    const { data: sessionData, expiresAt: sessionExpiresAt } = session
    void checkout.mount(() => sdk.mountComponent({ sessionData }, '#component'), { sessionExpiresAt })
  }

  pay.onclick = () => void checkout.submit(() => sdk.submit())
  again.onclick = async () => {
    const isOver = checkout.getSnapshot().nextStep === 'new-session'
    try {
      // The server is asked even where the session goes on: it looks whether nothing is under way.
      const next = await openPayment(order, isOver ? paymentRequestId : undefined)
      // Another payment is another checkout.
      if (next.paymentRequestId !== paymentRequestId) location.reload()
      else proceed(next)
    } catch {
      say('The shop does not answer. Please try again.')
    }
  }

  checkout.subscribe(render)
  // After a wallet, a reload or a crash it is not `init`: then what the last visit has left goes on.
  if (checkout.getSnapshot().state === 'init' || !payment.session) proceed(payment)
  render(checkout.getSnapshot())
}

start().catch((error: unknown) => {
  spinner.hidden = true
  say(
    error instanceof Refused && error.status === 404
      ? 'This order is not known in this browser. If you have paid it, it is paid: there is nothing that you have to do.'
      : 'The shop does not answer. Please load this page again.',
  )
})
watchServer(order)
