import type { CheckoutContext, Claim, Decline, Doubt, SubmitButton, Timeouts } from '../../machines/checkout.types.ts'
import type { InquiryLimits } from '../../machines/inquiry.types.ts'
import type { Channel } from '../boundary/types.ts'
import type { Counts, DiagnosticList, Notice, Outcome } from '../view/types.ts'

// What an inspector may be shown: states, codes, statuses, counts and times. Everything here is plain data, of known
// keys and closed kinds of values; what is not named here does not pass. A new field is a decision, not an oversight.

/** What passes of a payment's result: never the card, the risk decision, or a message. */
export interface SafeResult {
  readonly paymentStatus?: string
  readonly paymentResultCode?: string
}

/** One event that an actor was sent, as far as it may be shown. Its guards find in it what they go by. */
export interface SafeEvent {
  readonly type: string
  /** The code as it came, where it differs from the type. */
  readonly code?: string
  readonly channel?: Channel
  readonly result?: SafeResult
  readonly ticket?: number
  readonly claim?: Claim
  readonly sessionExpiresAt?: number | null
  readonly needChangeSessionForRetry?: boolean
  /** Which of the fields that its guards go by could not be read. */
  readonly unreadable?: readonly (keyof SafeResult)[]
}

export interface SafeOutcome extends Omit<Outcome, 'payment'> {
  readonly payment: SafeResult | null
}

/** At most ten entries: the official browser sender cuts longer lists. */
export type SafeDiagnosticList = DiagnosticList

/**
 * The checkout's context, as far as it may be shown. `CheckoutContext` says what each field is.
 *
 * Ten keys: of an object with more, the official browser sender (0.7.2) replaces what comes later in the alphabet by a
 * text. So the plain values are in one object, `facts`.
 */
export interface SafeContext {
  readonly anomalies: SafeDiagnosticList
  readonly counts: Counts
  readonly decline: Decline | null
  readonly facts: {
    readonly hasComponent: boolean
    readonly doubt: Doubt
    readonly elsewhere: Claim
    readonly sessionExpiresAt: number | null
    readonly deadline: number | null
    readonly cause: string | null
    readonly componentErrors: number
    readonly confirmedBy: CheckoutContext['confirmedBy']
    readonly mountTicket: number | null
    readonly submitTicket: number | null
  }
  readonly heard: CheckoutContext['heard']
  readonly notice: Notice | null
  readonly outcome: SafeOutcome | null
  readonly payment: SafeResult | null
  readonly settings: {
    readonly submitButton: SubmitButton
    /** Whether the SDK tells that its form is there. */
    readonly announcesForm: boolean
    readonly timeouts: Timeouts
    readonly inquiry: InquiryLimits
    /** Whether the merchant gave a function that asks the server. */
    readonly inquires: boolean
  }
  readonly unrecognised: SafeDiagnosticList
}

/** A moment of the checkout, as far as it may be shown. */
export interface SafeSnapshot {
  readonly status: 'active' | 'done' | 'error' | 'stopped'
  /** The machine's state value. */
  readonly value: unknown
  readonly tags: readonly string[]
  readonly context: SafeContext
  readonly output?: SafeOutcome
  /**
   * Parts of the context that the sender has cut: what stands there is what was told of them last, or a default, and not
   * the machine's word. None where it is left out. Behind `safely`, no sender cuts anything.
   */
  readonly untold?: readonly (keyof SafeContext)[]
}

/** A moment of an actor that the checkout has invoked (a timer, a question to the server): no more than its state. */
export interface SafeChildSnapshot {
  readonly status: SafeSnapshot['status']
  readonly value?: unknown
}

interface WireBase {
  readonly sessionId: string
  readonly rootId: string | undefined
  /** Epoch milliseconds, as text. */
  readonly createdAt: string
  readonly id: string | null
  readonly _version: string
}

/**
 * What goes over the wire: the protocol of `@statelyai/inspect` (0.7.2), with nothing in it but what is allowed. So our
 * own observer can be read by the official receivers, and our inspector reads the official senders.
 */
export type WireEvent =
  | (WireBase & {
      readonly type: '@xstate.actor'
      readonly name: string
      readonly parentId: string | undefined
      /** The machine's config as JSON; none for an actor that is no machine. */
      readonly definition: string | undefined
      readonly snapshot: SafeSnapshot | SafeChildSnapshot
    })
  | (WireBase & { readonly type: '@xstate.event'; readonly sourceId: string | undefined; readonly event: SafeEvent })
  | (WireBase & {
      readonly type: '@xstate.snapshot'
      readonly event: SafeEvent
      readonly snapshot: SafeSnapshot | SafeChildSnapshot
    })
