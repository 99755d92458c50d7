import type { Channel, PaymentResult, SdkEvent } from '../src/boundary/types.ts'
import type { NextStep } from '../src/catalogue/types.ts'
import type { Counts, DiagnosticList, Notice, Outcome } from '../src/view/types.ts'
import type { Inquire, InquiryLimits, ServerAnswer } from './inquiry.types.ts'

/** Milliseconds that a waiting state lasts at most. Each is counted from the entry from another state. */
export interface Timeouts {
  /** Then the component is slow, not dead. The SDK itself gives up after 15 s. Default: 20 s. */
  readonly loading: number
  /** Then the server is asked. Default: 60 s. */
  readonly submitting: number
  /** Then the server is asked. Default: 10 min. */
  readonly challenge: number
  /** Then the server is asked. Default: 30 s. */
  readonly redirecting: number
}

/** Who renders the submit button. Of a click on the SDK's own button nothing is told before the result. */
export type SubmitButton = 'sdk' | 'merchant'

/**
 * Whether a payment may have been submitted unseen. `form`: the SDK's own button was on the page. `attempt`: a submit
 * was never answered; only a definite answer about the payment settles it. A doubt only grows until it is settled.
 */
export type Doubt = 'none' | 'form' | 'attempt'

/** How sure another tab of the browser is that this very payment is in flight there: as its own doubt, or certain. */
export type Claim = Doubt | 'certain'

/** What a declined payment leaves open to the buyer. */
export interface Decline {
  readonly nextStep: NextStep
  readonly sameSession: boolean
}

/** What is kept of a checkout when its page is left. No card data, no session data. */
export interface SavedCheckout {
  /** The state that it comes back as. */
  readonly state: 'init' | 'confirming' | 'declined' | 'dismissed' | 'broken'
  readonly doubt: Doubt
  readonly decline: Decline | null
  readonly cause: string | null
  readonly componentErrors: number
  readonly confirmedBy: 'sdk' | 'server' | null
  readonly paymentResultCode: string | null
  readonly counts: Counts
  /** Epoch milliseconds. */
  readonly sessionExpiresAt: number | null
  /** Epoch milliseconds: until when the server is asked. */
  readonly inquiryEndsAt: number | null
}

export interface CheckoutInput {
  /** Default: `sdk`. */
  readonly submitButton?: SubmitButton | undefined
  /**
   * Whether the SDK tells that its form is there (`SDK_END_OF_LOADING`). `AMSEasyPay` and `AMSCheckoutPage` do not: give
   * `false`, and a payment counts as possible from the mount on. Default: `true`. Seen in SDK 1.47.2.
   */
  readonly announcesForm?: boolean | undefined
  readonly timeouts?: Partial<Timeouts> | undefined
  /** Epoch milliseconds: when the payment session ends. Antom's sessions last one hour by default. */
  readonly sessionExpiresAt?: number | Date | null | undefined
  /** Asks the merchant's server what became of the payment. Without it, an open outcome stays open. */
  readonly inquire?: Inquire | undefined
  readonly inquiry?: Partial<InquiryLimits> | undefined
  /** A checkout that another page has left. */
  readonly saved?: SavedCheckout | undefined
}

export interface CheckoutContext {
  /** What does not change: one object, as long as the checkout lives. */
  readonly settings: {
    readonly submitButton: SubmitButton
    readonly announcesForm: boolean
    readonly timeouts: Timeouts
    readonly inquire: Inquire | undefined
    readonly inquiry: InquiryLimits
  }
  readonly saved: SavedCheckout | undefined

  // What decides, with the state.
  /** There is something on the page that a submit could reach; a restored checkout has nothing. */
  readonly hasComponent: boolean
  readonly doubt: Doubt
  readonly decline: Decline | null
  /** What the other tabs say. Until they have settled it, this one lets nothing pass that could pay. */
  readonly elsewhere: Claim

  // Deadlines, in milliseconds on the actor's clock.
  readonly sessionExpiresAt: number | null
  /** The end of the session that the options speak of, until a mount has taken it. */
  readonly firstSession: number | null
  readonly deadline: number | null

  // What is told.
  /** The code that led to the resting state. */
  readonly cause: string | null
  /** How often the component itself was the cause. */
  readonly componentErrors: number
  readonly notice: Notice | null
  readonly payment: PaymentResult | null
  readonly confirmedBy: 'sdk' | 'server' | null
  readonly counts: Counts
  readonly anomalies: DiagnosticList
  readonly unrecognised: DiagnosticList
  readonly outcome: Outcome | null

  /** The newest happening, and the channels that have told it: by another one it is the same happening. */
  readonly heard: { readonly code: string; readonly channels: readonly Channel[] } | null
  /** Which call of the controller opened the present component, and the present attempt. */
  readonly mountTicket: number | null
  readonly submitTicket: number | null
}

/** What the merchant asks for. */
export type CheckoutCommand =
  /** A component is about to be mounted, for a session that ends then: epoch milliseconds. */
  | { readonly type: 'checkout.mount'; readonly sessionExpiresAt?: number | Date | null; readonly ticket?: number }
  /** The merchant's own button was pressed. */
  | { readonly type: 'checkout.submit'; readonly ticket?: number }
  /** The buyer closed the popup: the SDK's `onClose`. */
  | { readonly type: 'checkout.dismiss'; readonly channel?: Channel }
  /** The merchant is done with this checkout: the one event that ends it in any state. */
  | { readonly type: 'checkout.close' }

/** What the promise of a submit brought that no code of the SDK says. */
export type SubmitAnswer =
  /** It rejected, or said that it does not know. */
  | { readonly type: 'answer.open'; readonly channel?: Channel }
  /** It was refused before anything was sent. */
  | { readonly type: 'answer.refused'; readonly channel?: Channel }
  /** It came when its attempt was over. */
  | {
      readonly type: 'answer.late'
      readonly code?: string
      readonly channel?: Channel
      readonly ticket?: number
      readonly needChangeSessionForRetry?: boolean
    }

/** What time brings. */
export type CheckoutAlarm =
  | { readonly type: 'checkout.timeout' }
  | { readonly type: 'checkout.expired'; readonly code: 'session-expired' }

/** What the other tabs of the browser say of the same payment. Source: this package's controller, by its `id`. */
export type TabEvent =
  /** How sure they are by now that it is in flight. */
  | { readonly type: 'tab.claim'; readonly claim: Claim }
  /** The tab whose payment it was is no more, and has not said what became of it: that is ours to find out. */
  | { readonly type: 'tab.gone'; readonly channel?: Channel }
  /** One of them has closed its checkout, and nothing was paid there. */
  | { readonly type: 'tab.ended'; readonly channel?: Channel }

/** A callback without a usable code. */
export interface UndecodableEvent {
  readonly type: 'checkout.undecodable'
  readonly channel?: Channel
}

/** The events that are not the SDK's. Every one of their types has a dot in it. */
export type OwnEvent = CheckoutCommand | SubmitAnswer | ServerAnswer | CheckoutAlarm | TabEvent | UndecodableEvent

export type CheckoutEvent = SdkEvent | OwnEvent

/** Tells one of our own events from the others. TypeScript does not by itself, as the SDK's codes are an open set. */
export const isOwn = <T extends OwnEvent['type']>(
  event: CheckoutEvent,
  type: T,
): event is Extract<OwnEvent, { readonly type: T }> => event.type === type
