import { SimulatedClock } from 'xstate'
import type { Inquire, InquiryLimits } from '../../machines/inquiry.types.ts'
import { createCheckout } from '../../src/controller/create-checkout.ts'
import type { CheckoutView } from '../../src/view/types.ts'

/** A clock that also says when a timer is set: by that a page shows that it has heard an answer, and pauses. */
class WatchedClock extends SimulatedClock {
  #waiting = new Map<number, () => void>()

  override setTimeout(run: (...args: unknown[]) => void, ms: number) {
    this.#waiting.get(ms)?.()
    this.#waiting.delete(ms)
    return super.setTimeout(run, ms)
  }

  /** The next timer of so many milliseconds is set. */
  timer(ms: number): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(ms, resolve))
  }
}

/** What a merchant writes. */
export const asking =
  (url: string): Inquire =>
  async ({ signal, attempt }) => {
    const response = await fetch(`${url}/payments/order-1?attempt=${attempt}`, { signal })
    if (!response.ok) throw new Error(`The server answered ${response.status}.`)
    return response.json()
  }

/** A page whose payment is in the air: it asks the server what became of it. */
export const openPage = (inquire: Inquire, inquiry: Partial<InquiryLimits> = {}) => {
  const clock = new WatchedClock()
  let tries = 0
  const checkout = createCheckout({
    submitButton: 'merchant',
    clock,
    inquire(question) {
      tries += 1
      return inquire(question)
    },
    inquiry: { jitter: 0, ...inquiry },
  })
  checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_PROCESSING' })
  return {
    checkout,
    clock,
    tell: (code: string) => checkout.callbacks.onEventCallback({ code }),
    /** How many questions it has begun to ask: the server hears of them later, or never. */
    tries: (): number => tries,
    view: (): CheckoutView => checkout.getSnapshot(),
    /** The page is in this state. */
    until: (state: CheckoutView['state']): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (checkout.getSnapshot().state === state) resolve()
        }
        checkout.subscribe(look)
        look()
      }),
  }
}
