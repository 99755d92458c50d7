/** One sentence or two in both languages of the catalogue. */
export interface Text {
  readonly en: string
  readonly zh: string
}

/** A language of the catalogue. */
export type Lang = keyof Text

/**
 * What the integrator should do now.
 *
 * `ask-server` never means "pay again": the outcome is open, and only the merchant's server can learn it.
 */
export type NextStep =
  | 'none'
  | 'wait'
  | 'fix-form'
  | 'resubmit'
  | 'show-success'
  | 'change-method'
  | 'buyer-action'
  | 'retry-same-session'
  | 'new-session'
  | 'ask-server'
  | 'contact-support'
  | 'fix-integration'

/** What an event code speaks of: the component's life, an error, or the payment's result. */
export type EventKind = 'status' | 'error' | 'result'

/**
 * Where a code is documented: Antom's callback reference, an enum or a type that the SDK 1.47.2 exports, or nowhere:
 * seen in practice. `package` marks a happening of which this package tells by itself, without a code of the SDK.
 */
export type EventSource = 'reference' | 'sdk' | 'practice' | 'package'

/** The SDK's callback by which a code comes. */
export type EventCallback = 'onEventCallback' | 'onError'

/** One event code of the SDK, or one happening of the package's own. */
export interface EventCodeEntry {
  readonly kind: EventKind
  readonly sources: readonly EventSource[]
  readonly callbacks: readonly EventCallback[]
  /** What has happened. */
  readonly meaning: Text
  /** What the merchant should do about it. */
  readonly advice: Text
}

/** One `paymentResultCode`: why a payment failed, or why its outcome is open. */
export interface PaymentResultEntry {
  readonly sources: readonly EventSource[]
  readonly nextStep: NextStep
  /** Whether the same payment session can take another try. */
  readonly sameSession: boolean
  /** What has happened. */
  readonly meaning: Text
  /** What the merchant should do about it. */
  readonly advice: Text
}
