import type { CheckoutOptions, CheckoutView, Outcome } from '../../src/index.ts'

// What the merchant's page and the tests agree on. Everything that crosses between them is plain data.

/** Which of the SDK's integrations the page uses. `inline` is `mountComponent`, `popup` is `createComponent`. */
export type Integration = 'inline' | 'popup' | 'easy-pay' | 'checkout-page' | 'auto-debit-pay' | 'element'

/** How a page is set up: it finds this in its own address, so a reload or a return from a wallet sets it up again. */
export interface MerchantOptions
  extends Pick<CheckoutOptions, 'submitButton' | 'announcesForm' | 'timeouts' | 'id' | 'inquiry'> {
  readonly integration?: Integration
  /** As the SDK takes it. Default: `sandbox`. */
  readonly environment?: string
  /** Payment Element: which of its loading hooks the page gives. Default: both. */
  readonly loadingHooks?: 'both' | 'end-only'
  /** Epoch milliseconds. */
  readonly sessionExpiresAt?: number
  readonly storage?: 'session' | 'local'
  /** The address that `inquire` fetches, e.g. `/payments/1`. */
  readonly inquireAt?: string
}

/** A call of one of Payment Element's loading hooks, and where the checkout was then. */
export interface LoadingHook {
  readonly hook: 'start' | 'end'
  readonly state: string
}

export type CommandName = 'mount' | 'submit' | 'unmount'

export type CallbackName = 'onEventCallback' | 'onError' | 'onClose'

/** What `checkout.mount` or `checkout.submit` resolved to. */
export type Told =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly reason: string; readonly state: string }
  | { readonly kind: 'rejection'; readonly error: unknown }

/** One line of a trace, as it is written. */
export type RecordedLine = { readonly t: number; readonly via: string } & Readonly<Record<string, unknown>>

/** `window.merchant` in the shop's page. */
export interface MerchantHandle {
  /** Calls the SDK through the checkout and does not wait. Answers which call of that name it was: 1, 2, … */
  mount(sessionData: string | undefined): number
  submit(): number
  /** Takes the SDK's component down, without a word to the checkout. */
  unmount(): number
  /**
   * Takes the component down and mounts another. Only the mount is recorded: a recorded unmount ends the checkout where
   * it is replayed.
   */
  mountAgain(sessionData: string | undefined): number
  /** Calls the SDK itself, as a page does that does not ask the checkout. Counted and recorded with the others. */
  mountPastCheckout(sessionData: string | undefined): number
  submitPastCheckout(): number
  /** Calls one of the checkout's callbacks in the SDK's place, and records it. */
  call(name: CallbackName, args: readonly unknown[]): void
  close(): Outcome
  view(): CheckoutView
  /** The states passed through, the present one last. */
  states(): readonly string[]
  /** Undefined while the call is open. What is called past the checkout is never a refusal. */
  told(name: 'mount' | 'submit', call: number): Told | undefined
  /** What reached, or was done by, the page. */
  trace(): readonly RecordedLine[]
}
