import type { Text } from '../../../src/catalogue/types.ts'
import type { CheckoutState, NextStep } from '../../../src/index.ts'

// A scenario is data: what the buyer does, what the SDK calls, what the merchant's server answers, and, which no page can
// know, what becomes of the money.

/** What has become of the payment, as Antom's books have it. `open`: submitted, and not decided. */
export type Money = 'none' | 'open' | 'paid' | 'refused'

/** One thing that happens. Of the same shape as a line of a recorded trace: see test/traces/README.md. */
export type Line =
  | { readonly via: 'onEventCallback' | 'onError' | 'onClose'; readonly args: readonly unknown[] }
  | { readonly via: 'command'; readonly name: 'mount' | 'submit' }
  | {
      readonly via: 'promise'
      readonly name: 'mount' | 'submit'
      readonly call: number
      readonly settled: 'resolved' | 'rejected'
      readonly value?: unknown
    }
  /** What the buyer does inside the component: no page hears of it. */
  | { readonly via: 'buyer'; readonly does: 'pays' | 'answers' }
  /** The browser leaves for another page. */
  | { readonly via: 'leave' }
  /** Nothing happens but time, and pages that count it act. */
  | { readonly via: 'time' }

export type Step = Line & {
  /** Milliseconds since the step before, at normal speed. */
  readonly after: number
  /** Set where it changes. */
  readonly money?: Money
}

/** What the merchant's server answers to the next question; the last one again and again. */
export interface ServerAnswer {
  /** Milliseconds at normal speed. */
  readonly after: number
  /** What Antom's inquiryPayment says; `null`: the request fails. */
  readonly answer: { readonly paymentStatus: string; readonly paymentResultCode?: string } | null
}

export type Group = 'well' | 'declined' | 'open' | 'left' | 'errors'

export interface Scenario {
  readonly title: Text
  /** What happens, in one sentence. */
  readonly about: Text
  readonly group: Group
  /** Whether the money arrives in the end. */
  readonly ends: 'paid' | 'not-paid'
  /** Whose pay button it is. Default: the merchant's. */
  readonly submitButton?: 'sdk' | 'merchant'
  readonly steps: readonly Step[]
  /** What happens when the buyer is back on the page. */
  readonly afterReturn?: readonly Step[]
  readonly server?: readonly ServerAnswer[]
  readonly timeouts?: { readonly submitting?: number }
  /** Milliseconds for which the server is asked. */
  readonly inquiryBudget?: number
  /** Milliseconds for which the session is good. */
  readonly sessionLasts?: number
  /** The session takes no further payment after a decline. */
  readonly endsSession?: boolean
  /** The states that the checkout passes through; the last one is where it stays. */
  readonly passes: readonly CheckoutState[]
  /** What the merchant is to do in the end. */
  readonly nextStep: NextStep
  /** The recorded trace with the same callbacks in the same order: test/traces. */
  readonly trace?: string
}
