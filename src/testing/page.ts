import { SimulatedClock } from 'xstate'
import { createCheckout } from '../controller/create-checkout.ts'
import type { CheckoutStorage } from '../controller/storage.ts'
import type { CheckoutCallbacks, CheckoutOptions } from '../controller/types.ts'
import type { OutcomeStatus } from '../view/types.ts'
import { createToldServer, patience } from './told-server.ts'

/** What a page shows at a moment, as far as money is concerned. */
export interface Showing {
  /** "Thank you, paid." */
  readonly paid: boolean
  /** The pay button works, or the buyer is told to pay again. */
  readonly offersToPay: boolean
  /** How the checkout ended; `null` while it has not. */
  readonly outcome: OutcomeStatus | null
  /** Anything else that has to be the same when one failure is told twice. */
  readonly detail?: unknown
}

/** A checkout page under test: yours, or the one of {@link checkoutPage}. */
export interface Page {
  /** What the page hands to the SDK. */
  readonly callbacks: CheckoutCallbacks
  /** The page mounts the component: it calls `sdk` if it lets the mount pass. */
  mount(sdk: () => Promise<unknown>): void
  /** The merchant's own button is pressed: the page calls `sdk` if it lets the submit pass. */
  pay(sdk: () => Promise<unknown>): void
  /**
   * The merchant's server answers the question that the page has asked it. Returns `false`, and does nothing, where the
   * page waits for no answer (any more). Left out: the page asks no server.
   */
  answer?(settled: 'resolved' | 'rejected', value: unknown): boolean
  /** So many milliseconds pass, on whatever clock the page runs (fake timers, a simulated clock). */
  wait(ms: number): void
  /** The page is done with the checkout. */
  close(): void
  shows(): Showing
  /** The page is left, and loaded anew with what it has stored. Only for {@link survivesRedirect}. */
  reload?(): Page
}

const memory = (): CheckoutStorage => {
  const entries = new Map<string, string>()
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  }
}

/**
 * The smallest page that does what this package says: an example of an adapter, and the subject of our own proof. It
 * asks its server again as soon as there was an answer, so that a journey's answers find a question.
 */
export const checkoutPage = (options: CheckoutOptions = {}): Page => {
  const clock = new SimulatedClock()
  const storage = memory()
  const open = (): Page => {
    const { inquire, answer } = createToldServer()
    const checkout = createCheckout({
      submitButton: 'merchant',
      inquire,
      inquiry: patience,
      clock,
      storage,
      id: 'order-1',
      // Every try has pages of its own, and the page that was left is not gone.
      tabs: false,
      ...options,
    })
    return {
      callbacks: checkout.callbacks,
      mount: (sdk) => void checkout.mount(sdk),
      pay: (sdk) => void checkout.submit(sdk),
      answer(settled, value) {
        // The pause before its question is none at all, and passes with the clock.
        clock.increment(0)
        return answer(settled, value)
      },
      wait: (ms) => clock.increment(ms),
      close: () => void checkout.close(),
      shows() {
        const { state, canSubmit, submission, nextStep, counts, diagnostics, outcome } = checkout.getSnapshot()
        const { anomalies, unrecognised } = diagnostics
        return {
          paid: state === 'succeeded',
          offersToPay: canSubmit || outcome?.safeToPayAgain === true,
          outcome: outcome?.status ?? null,
          detail: { state, submission, nextStep, counts, anomalies: anomalies.count, unrecognised: unrecognised.count },
        }
      },
      reload: open,
    }
  }
  return open()
}
