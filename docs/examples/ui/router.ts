import { createPayment, type Payment } from './payment.ts'

/** Shows the page, and returns the function that takes it away. */
export type ShowPage = (place: HTMLElement, payment: Payment) => () => void

/**
 * Stands for the shop's router: while the address says `#/checkout/ORDER`, it loads the payment and shows the page. So the
 * payment is created outside of what a UI layer renders as often as it likes, and once.
 */
export const whileAtCheckout = (showPage: ShowPage): void => {
  const place = document.querySelector<HTMLElement>('#page')
  if (!place) throw new Error('the document has no place for the page')
  const say = (textContent: string): void =>
    place.replaceChildren(Object.assign(document.createElement('p'), { role: 'status', textContent }))

  let visit = new AbortController()
  let takeAway = (): void => {}

  const load = async (order: string, replaces?: string): Promise<void> => {
    visit = new AbortController()
    const { signal } = visit
    say('One moment, please.')
    // Not at once: a UI layer may ask for it in the middle of its own work.
    const startOver = (instead?: string): void => queueMicrotask(() => follow(instead))
    const payment = await createPayment({ order, replaces, signal, startOver }).catch(() => null)
    if (signal.aborted) return
    if (!payment) return say('The shop does not answer. Please load this page again.')
    place.replaceChildren()
    takeAway = showPage(place, payment)
  }

  const follow = (replaces?: string): void => {
    visit.abort()
    takeAway()
    takeAway = () => {}
    place.replaceChildren()
    const [, order] = /^#\/checkout\/([\w-]+)$/.exec(location.hash) ?? []
    if (order) void load(order, replaces)
  }

  addEventListener('hashchange', () => follow())
  follow()
}
