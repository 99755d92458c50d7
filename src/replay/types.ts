import type { NextStep } from '../catalogue/types.ts'
import type { Refusal } from '../controller/types.ts'
import type { CheckoutState, DiagnosticReason, Outcome, Submission } from '../view/types.ts'

/** How a step came about. */
export type StepChannel = 'onEventCallback' | 'onError' | 'onClose' | 'command' | 'promise' | 'timer'

/** What is odd about a step. */
export type Mark =
  | Exclude<DiagnosticReason, 'refused'>
  | `refused: ${Refusal['reason']}`
  /** Told before, by another channel: it counts once. */
  | 'echo'
  /** The promise of a call that the machine refused: with the machine on the page, it would never have been made. */
  | 'not-called'
  /** An answer of the merchant's server that nobody waited for. */
  | 'not-asked'
  /** The promise of a call that is not in the recording. */
  | 'unknown-call'

/** One thing that happened to the checkout. It holds codes and statuses only, and nothing else of a payload. */
export interface Step {
  /** Milliseconds, as recorded. */
  readonly t: number
  readonly channel: StepChannel
  readonly code: string
  readonly from: CheckoutState
  readonly to: CheckoutState
  readonly submission: Submission
  readonly nextStep: NextStep
  readonly marks: readonly Mark[]
  readonly paymentStatus?: string
  readonly paymentResultCode?: string
  /** The name by which it is described: an event's type, or what became of a call. */
  readonly happening: string
}

/** How the replay of a trace ended. */
export interface Ending {
  readonly outcome: Outcome
  /** The state in which the end of the recording closed the checkout; `null`: it was over before. */
  readonly closedIn: CheckoutState | null
}
