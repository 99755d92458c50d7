import { element, find } from './elements.ts'
import { type Order, showOrder } from './server.ts'

// For the person who tries the example. A shop shows nothing of this to its buyers.

const SECOND = 1_000

const priceOf = ({ value, currency }: Order['amount']): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(Number(value) / 100)

const show = async (order: string): Promise<void> => {
  const { goods, amount, payment, shipments, log } = await showOrder(order)
  const facts = {
    Order: `${goods}, ${priceOf(amount)}`,
    paymentRequestId: payment?.id ?? 'none',
    paymentStatus: payment?.status ?? 'not known',
    'Told by': payment?.toldBy ?? 'nobody',
    Captured: payment?.isCaptured ? 'yes' : 'no',
    Shipped: shipments === 0 ? 'no' : `${shipments} time`,
  }
  find('aside dl').replaceChildren(
    ...Object.entries(facts).flatMap(([name, value]) => [
      element('dt', { textContent: name }),
      element('dd', { textContent: value }),
    ]),
  )
  find('aside ol').replaceChildren(...log.map((textContent) => element('li', { textContent })))
}

/** Shows what the server has written down, for as long as the page is open. */
export const watchServer = (order: string): void => {
  const watch = (): void => {
    if (!document.hidden) show(order).catch(() => {})
  }
  watch()
  setInterval(watch, SECOND)
}
