import type { EventCode } from '../catalogue/event-codes.ts'

/**
 * How something reached the checkout: one of the SDK's callbacks, the promise of one of its methods, the answer of the
 * merchant's server, or another tab of the browser with the same checkout.
 */
export type Channel = 'onEventCallback' | 'onError' | 'onClose' | 'promise' | 'server' | 'tab'

/** A card's funding. An open set: Antom may add to the five values of its reference. */
export type CardFunding = 'CREDIT' | 'DEBIT' | 'PREPAID' | 'CHARGE' | 'DEFERRED_DEBIT' | (string & {})

/** `cardPaymentResultInfo`: the card, as far as it may be shown. Every field is optional in the reference. */
export interface CardPaymentResultInfo {
  /** The card number, masked. */
  readonly cardNo?: string
  readonly cardBrand?: string
  /** The first six digits. */
  readonly cardBin?: string
  readonly lastFour?: string
  readonly issuerName?: string
  /** ISO 3166, two letters. */
  readonly issuingCountry?: string
  readonly funding?: CardFunding
  /** The issuer's answer to the address check, untranslated. */
  readonly avsResultRaw?: string
  /** The issuer's answer to the security code check, untranslated. */
  readonly cvvResultRaw?: string
  readonly holdName?: string
  /** The same card has the same fingerprint. */
  readonly fingerprint?: string
  /** Two digits. */
  readonly expiryMonth?: string
  /** The last two digits of the year. */
  readonly expiryYear?: string
}

/** `popRiskDecisionResultInfo`: what Antom's risk control advises, for merchants who have signed up for it. */
export interface RiskDecisionResultInfo {
  /** `ACCEPT` or `REJECT` in the reference. */
  readonly riskDecision?: string
  /** `3D` or `NON_3D` in the reference. */
  readonly riskAuthDecision?: string
}

/** The payload of a result event, and of the server's inquiryPayment. Source: the SDK's callback reference. */
export interface PaymentResult {
  /** `SUCCESS`, `FAIL`, `PROCESSING`, `PENDING` or `CANCELLED`. */
  readonly paymentStatus?: string
  /** Why; `describePaymentResult` knows the codes of the reference. */
  readonly paymentResultCode?: string
  readonly paymentResultMessage?: string
  /** The status of the call, never of the payment. */
  readonly result?: {
    readonly resultCode?: string
    readonly resultStatus?: string
    readonly resultMessage?: string
  }
  readonly cardPaymentResultInfo?: CardPaymentResultInfo
  readonly popRiskDecisionResultInfo?: RiskDecisionResultInfo
}

/** One thing that was wrong with a payload: the field was left out, and the event stands. */
export interface DecodeIssue {
  /** Where, from the callback's arguments: `result.paymentStatus`. */
  readonly path: string
  readonly expected: string
  /** The kind of value that came, never the value itself. */
  readonly received: string
}

/** A callback without a usable code: a non-empty string of at most 128 characters. */
export interface DecodeError {
  readonly kind: 'no-code' | 'empty-code' | 'long-code' | 'unreadable'
  /** One sentence for a developer. It quotes nothing of what came. */
  readonly message: string
  readonly issues: readonly DecodeIssue[]
}

declare const foreign: unique symbol

/** The type of an event whose code the catalogue does not know. It is never one of the machine's own event types. */
export type ForeignType = string & { readonly [foreign]: true }

/** A callback of the SDK as an event of the machine: its `type` is the SDK's code. */
export interface SdkEvent {
  readonly type: EventCode | ForeignType
  /** The code as it came. It differs from `type` only where a foreign code would have passed for one of our events. */
  readonly code?: string
  readonly message?: string
  readonly result?: PaymentResult
  readonly channel?: Channel
  /** What was left out of the payload, and why. */
  readonly issues?: readonly DecodeIssue[]
  /** Payment Element only (`error.needChangeSessionForRetry`): whether another try needs a new session. */
  readonly needChangeSessionForRetry?: boolean
}
