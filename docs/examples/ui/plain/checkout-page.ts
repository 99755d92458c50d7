// Plain DOM. The view comes by `subscribe`, and once by `getSnapshot`: a listener hears changes only.
import type { CheckoutView } from 'antom-checkout-machine'
import type { Payment } from '../payment.ts'
import { wordsFor } from '../words.ts'

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties)

/** Shows the page, and returns the function that takes it away. */
export const showCheckoutPage = (place: HTMLElement, payment: Payment): (() => void) => {
  const { checkout, start, pay, tryAgain, leave } = payment
  const heading = element('h1', { textContent: 'Checkout' })
  const component = element('section', { id: 'component', ariaLabel: 'Payment details' })
  const status = element('p', { role: 'status' })
  const spinner = element('progress', { ariaLabel: 'Please wait' })
  const payButton = element('button', { type: 'button', textContent: 'Pay', onclick: pay })
  const againButton = element('button', { type: 'button', textContent: 'Try again', onclick: tryAgain })

  const render = (view: CheckoutView): void => {
    const { sentence, button } = wordsFor(view)
    heading.textContent = view.outcome ? 'Result' : 'Checkout'
    component.hidden = view.final
    // Written anew, the same sentence would be read out again.
    if (status.textContent !== sentence) status.textContent = sentence
    spinner.hidden = !view.busy
    payButton.hidden = button !== 'pay'
    payButton.disabled = !view.canSubmit
    againButton.hidden = button !== 'try-again'
  }

  const page = element('main', {})
  page.append(heading, component, status, spinner, payButton, againButton)
  place.replaceChildren(page)
  const unsubscribe = checkout.subscribe(render)
  render(checkout.getSnapshot())
  start()
  return () => {
    unsubscribe()
    leave()
    page.remove()
  }
}
