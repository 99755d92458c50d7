import type { Text } from '../../../src/catalogue/types.ts'
import type { Line } from '../scenarios/types.ts'

/** What a page can see happen: what the scenario does, what its server answers, and that the buyer is back. */
export type Seen = Line | { readonly via: 'server'; readonly paymentStatus: string | null } | { readonly via: 'return' }

/** What a page tells the buyer. */
export type Says = 'nothing' | 'loading' | 'form' | 'wait' | 'paid' | 'failed' | 'cancelled' | 'not-known'

/** One page, at one moment, as far as money is concerned. */
export interface Shown {
  readonly says: Says
  /** `same-session`: in the form that is there, or its session. `another`: a new payment for the same order. */
  readonly offers: 'nothing' | 'same-session' | 'another'
  /** Payments that the buyer has begun here and that were not refused. */
  readonly payments: number
  /** Submits of the newest of them that reached the SDK. */
  readonly submits: number
  /** The page has taken the component down by itself. */
  readonly isTornDown: boolean
}

/** A page's handler as a pure function. */
export type Handler = (shown: Shown, seen: Seen) => Shown

export interface NaiveHandler {
  readonly title: Text
  /** What it does, in one sentence. */
  readonly about: Text
  readonly handle: Handler
}

/** Why what a page shows would do harm. */
export type Harm =
  | 'unpaid-goods'
  | 'too-early'
  | 'pays-twice'
  | 'may-pay-twice'
  | 'two-submits'
  | 'cut-off'
  | 'told-failed'
  | 'never-told'
  | 'dead-session'
