import type { SubmitButton } from '../../../machines/checkout.types.ts'
import type { SafeContext, SafeEvent, SafeOutcome, SafeSnapshot } from '../../inspect/types.ts'
import type { Mark, StepChannel } from '../../replay/types.ts'

/** The checkout at one moment. It keeps counts of what was noted, not the lists: the journey itself is the list. */
export interface State {
  readonly status: SafeSnapshot['status']
  /** The path of the innermost state: `live.flight.confirming.asking`. */
  readonly path: string
  readonly context: Omit<SafeContext, 'anomalies' | 'unrecognised' | 'outcome'>
  readonly anomalies: number
  readonly unrecognised: number
  readonly outcome: SafeOutcome | null
  /** What of it the sender has cut: that is not the machine's word. */
  readonly untold: readonly (keyof SafeContext)[]
}

/** One thing that happened to a checkout, and what it was like from then on. */
export interface Moment {
  /** Milliseconds since the checkout began to be looked at; for a trace, as recorded. */
  readonly t: number
  readonly channel: StepChannel | 'server' | 'tab'
  readonly code: string
  /** The name by which the catalogue describes it. */
  readonly happening: string
  readonly marks: readonly Mark[]
  /** What the machine was sent; `null`: nothing, as for a promise that says nothing. */
  readonly event: SafeEvent | null
  /** The line of a recording that would bring it about again; `null`: nobody can know it, or time does. */
  readonly line: SafeLine | null
  /** The same object as before where nothing changed. */
  readonly after: State
}

/** A line of a recorded trace, made of what may be shown and nothing else. */
export type SafeLine =
  | { readonly via: 'onEventCallback' | 'onError' | 'onClose'; readonly args: readonly unknown[] }
  | { readonly via: 'command'; readonly name: 'mount' | 'submit' | 'unmount'; readonly call: number }
  | {
      readonly via: 'promise'
      readonly name: 'mount' | 'submit' | 'unmount' | 'inquire'
      readonly call?: number
      readonly settled: 'resolved' | 'rejected'
      readonly value?: unknown
    }

/** What is known of a journey from its beginning. */
export interface JourneyHead {
  readonly id: string
  readonly name: string
  readonly source: 'live' | 'trace'
  readonly submitButton: SubmitButton
  /** Epoch milliseconds of `t: 0`; `null`: a trace does not say. */
  readonly startedAt: number | null
  readonly first: State
  /** Whose it is, where it is live: to send it something. */
  readonly session: { readonly source: string; readonly sessionId: string } | null
}

/** One checkout, from where we began to look. It is a new object whenever something of it has changed. */
export interface Journey extends JourneyHead {
  /** The same array for life: it grows at its end, and at its beginning it is cut when there are too many. */
  readonly moments: readonly Moment[]
  /** How many were cut off. Then `first` is the state after the last of those. */
  readonly dropped: number
}

/** What is wrong with a line of a trace. */
export interface Problem {
  /** Counted from 1. */
  readonly line: number
  /** For a developer. It quotes nothing of the line. */
  readonly text: string
}
