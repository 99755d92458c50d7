import type { Either } from 'fp-ts/lib/Either.js'
import type { ActorRefFrom, InspectionEvent, Observer } from 'xstate'
import type { checkoutMachine } from '../../machines/checkout.machine.ts'
import type { CheckoutInput } from '../../machines/checkout.types.ts'
import type { CheckoutClock } from '../../machines/clock.ts'
import type { CheckoutState, CheckoutView, Outcome } from '../view/types.ts'
import type { CheckoutStorage } from './storage.ts'

/** All of them are optional. */
export interface CheckoutOptions extends Omit<CheckoutInput, 'saved'> {
  /**
   * Where the checkout survives a redirect or a reload: `localStorage`, whose entries a new tab sees as well, or
   * `sessionStorage`. Needs `id`. Holds no card data. The entry of an abandoned checkout expires: after a day, or after
   * 30 days where a payment may be in flight.
   */
  readonly storage?: CheckoutStorage | undefined
  /**
   * Which checkout this is: the paymentRequestId. Of all tabs of the browser that have it, one at a time lets a payment
   * pass, and what becomes of it is known in all of them. Needs Web Locks (HTTPS, or localhost) and BroadcastChannel;
   * where the platform lacks them, each tab works as if it were alone.
   */
  readonly id?: string | undefined
  /** `false`: it does not look for other tabs, as where several checkouts of one page share an `id`. Default: `true`. */
  readonly tabs?: boolean | undefined
  /**
   * Sees every event and snapshot of the actor, payloads included, and what comes after the end. `safely` of
   * `antom-checkout-machine/inspect` takes the payloads away. One that throws is not called again.
   */
  readonly inspect?: Observer<InspectionEvent> | ((event: InspectionEvent) => void) | undefined
  /** XState's `Clock`, with an optional `now()` in milliseconds. Default: the platform's timers. */
  readonly clock?: CheckoutClock | undefined
}

/** The machine did not accept the command, and the SDK was not called. */
export interface Refusal {
  readonly kind: 'refusal'
  readonly command: 'mount' | 'submit'
  /**
   * `duplicate`: a payment is in flight. `too-early`: there is no form yet. `new-mount-needed`: the present component or
   * session takes no further try. `mounted`: there is a component already. `expired`: the session that was to be mounted
   * is over. `closed`: the checkout is over. `other-tab`: another tab of the browser has this very payment in flight, or
   * its form open.
   */
  readonly reason: 'duplicate' | 'other-tab' | 'too-early' | 'new-mount-needed' | 'mounted' | 'expired' | 'closed'
  readonly state: CheckoutState
  /** One sentence for a developer. */
  readonly message: string
}

/** The SDK was called, and threw or rejected. The machine knows of it already. */
export interface Rejection {
  readonly kind: 'rejection'
  readonly command: 'mount' | 'submit'
  /** What the SDK threw, untouched. */
  readonly error: unknown
}

export interface MountOptions {
  /** When the payment session of this component ends: a Date, or epoch milliseconds. */
  readonly sessionExpiresAt?: number | Date | undefined
}

/** The callbacks to spread into the SDK's options. They accept whatever the SDK calls them with, and never throw. */
export interface CheckoutCallbacks {
  readonly onEventCallback: (...args: unknown[]) => void
  readonly onError: (...args: unknown[]) => void
  readonly onClose: (...args: unknown[]) => void
}

/** One checkout, wired to the SDK, for any UI layer. */
export interface Checkout {
  readonly callbacks: CheckoutCallbacks
  /**
   * Calls the SDK to mount its component, if the machine accepts it. The promise never rejects.
   *
   * @param call calls the SDK, once, and at once or when it is known that no other tab does; it may return a promise
   */
  mount<T>(call: () => T, options?: MountOptions): Promise<Either<Refusal | Rejection, Awaited<T>>>
  /**
   * Calls the SDK to submit, if the machine accepts it: of any number of concurrent calls one reaches the SDK. The
   * promise never rejects. That it resolves to Right does not mean that the payment succeeded: see the view.
   *
   * @param call calls the SDK, once, and at once or when it is known that no other tab does; it may return a promise
   */
  submit<T>(call: () => T): Promise<Either<Refusal | Rejection, Awaited<T>>>
  /**
   * Ends the checkout, in any state. Never throws; called again, it says the same. (Called by an observer of the bare
   * `actor`, in the middle of an event, it says `unresolved`: what else is queued decides.)
   */
  close(): Outcome
  /** The same object while nothing changed. */
  getSnapshot(): CheckoutView
  /** Called after each change of the view. Returns the function that ends it. */
  subscribe(listener: (view: CheckoutView) => void): () => void
  /** The running actor, for `@xstate/react`, vue, svelte, solid. */
  readonly actor: ActorRefFrom<typeof checkoutMachine>
}
