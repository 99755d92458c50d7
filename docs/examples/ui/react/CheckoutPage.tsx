// React. A checkout is an external store as React wants one: the view comes by `subscribe` and `getSnapshot`.
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Payment } from '../payment.ts'
import { wordsFor } from '../words.ts'

export const CheckoutPage = ({ payment }: { readonly payment: Payment }) => {
  const { checkout, start, pay, tryAgain, leave } = payment
  const view = useSyncExternalStore(checkout.subscribe, checkout.getSnapshot)
  const component = useRef<HTMLElement>(null)
  useEffect(() => {
    const box = component.current
    start()
    // StrictMode and hot reload clean up as well, with the page still there: then nobody leaves.
    return () => {
      if (!box?.isConnected) leave()
    }
  }, [start, leave])

  const { sentence, button } = wordsFor(view)
  return (
    <main>
      <h1>{view.outcome ? 'Result' : 'Checkout'}</h1>
      {/* The SDK's: React puts nothing into it. */}
      <section ref={component} id="component" aria-label="Payment details" hidden={view.final} />
      <p role="status">{sentence}</p>
      {view.busy && <progress aria-label="Please wait" />}
      {button === 'pay' && (
        <button type="button" disabled={!view.canSubmit} onClick={pay}>
          Pay
        </button>
      )}
      {button === 'try-again' && (
        <button type="button" onClick={tryAgain}>
          Try again
        </button>
      )}
    </main>
  )
}
