import type { Channel, PaymentResult } from '../boundary/types.ts'
import type { NextStep } from '../catalogue/types.ts'

/** The five final states. Only `succeeded` is reached by itself; the others need `checkout.close`. */
export type OutcomeStatus = 'succeeded' | 'failed' | 'cancelled' | 'errored' | 'unresolved'

/** The states of the checkout: docs/lifecycle.md says what each of them means. */
export type CheckoutState =
  | 'init'
  | 'loading'
  | 'form'
  | 'submitting'
  | 'challenge'
  | 'redirecting'
  | 'confirming'
  | 'declined'
  | 'dismissed'
  | 'broken'
  | OutcomeStatus

/** How sure it is that a payment may be in flight. "You may pay again" is only ever said at `none`. */
export type Submission = 'none' | 'possible' | 'certain'

export type Severity = 'info' | 'success' | 'warning' | 'error'

/** The last thing worth telling. Its words come from `describeEvent(notice.code)`. */
export interface Notice {
  readonly code: string
  readonly severity: Severity
  readonly channel: Channel | null
}

/** What happened how often, since the checkout was created (restored ones included). */
export interface Counts {
  /** Submissions: each time that a payment went into flight. */
  readonly attempts: number
  /** Submits that were refused because a payment was in flight, by us or by the SDK. */
  readonly duplicates: number
  /** Times that the form's check failed. */
  readonly verificationFailures: number
}

/** Why something was noted. */
export type DiagnosticReason =
  /** It changes nothing in the state in which it came. */
  | 'out-of-place'
  /** Its payload says otherwise than its code. */
  | 'contradiction'
  /** Fields of its payload had to be left out. */
  | 'malformed'
  /** A callback without a usable code. */
  | 'undecodable'
  /** A mount or submit that the machine did not accept. */
  | 'refused'
  /** A code that the catalogue does not know. */
  | 'unrecognised'
  /** It came after the end, or an answer came after its attempt. */
  | 'late'

export interface DiagnosticEntry {
  readonly code: string
  readonly channel: Channel | null
  readonly reason: DiagnosticReason
}

export interface DiagnosticList {
  readonly count: number
  /** The newest last; at most 20. */
  readonly last: readonly DiagnosticEntry[]
}

export interface Diagnostics {
  readonly anomalies: DiagnosticList
  readonly unrecognised: DiagnosticList
  /** What came after the end: it changed nothing. */
  readonly late: DiagnosticList
}

/** How a checkout ended. */
export interface Outcome {
  readonly status: OutcomeStatus
  /** False for `succeeded` and `unresolved`: the buyer may have paid. */
  readonly safeToPayAgain: boolean
  /** Who said so. Goods are shipped on the server's word alone. */
  readonly confirmedBy: 'sdk' | 'server' | null
  readonly nextStep: NextStep
  /** The code that decided, or the last one that was worth telling. */
  readonly code: string | null
  readonly paymentResultCode: string | null
  readonly payment: PaymentResult | null
  readonly counts: Counts
  /** How many anomalies were noted on the way. */
  readonly anomalies: number
}

/** What a UI needs to know of a checkout: plain data, the same object while nothing changed. */
export interface CheckoutView {
  readonly state: CheckoutState
  readonly final: boolean
  /** Show a spinner. */
  readonly busy: boolean
  /** `mount` would be accepted. */
  readonly canMount: boolean
  /** `submit` would be accepted: enable the merchant's own pay button. */
  readonly canSubmit: boolean
  readonly submission: Submission
  /** What the integrator should do now. */
  readonly nextStep: NextStep
  readonly notice: Notice | null
  /** The payload of the newest result of this attempt. */
  readonly payment: PaymentResult | null
  readonly counts: Counts
  readonly diagnostics: Diagnostics
  /** Set in a final state. */
  readonly outcome: Outcome | null
}
