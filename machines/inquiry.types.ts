import type { PaymentResult } from '../src/boundary/types.ts'

/** How long, and how often, the merchant's server is asked: milliseconds, but for `jitter`. */
export interface InquiryLimits {
  /** The pause after the first question. Each further one is twice as long. Default: 1 s. */
  readonly firstDelay: number
  /** No pause is longer. Default: 30 s. */
  readonly maxDelay: number
  /**
   * By how much a pause is shortened at most, at random, so that many buyers do not ask at the same moment: a fraction
   * from 0 to 1. Default: 0.2, up to a fifth.
   */
  readonly jitter: number
  /**
   * Then the question is given up. A buyer who was not there at that time (another tab or app was before the page, or it
   * was loaded anew later) has one more question asked when he comes, which lasts `maxDelay` at most. Default: 5 min.
   */
  readonly budget: number
}

/**
 * Asks the merchant's own server, which asks Antom (inquiryPayment): resolves to at least `{ paymentStatus }`. Whatever
 * else it resolves to, and a rejection, count as "not known yet". `signal` aborts when the answer is no longer needed;
 * `attempt` counts the questions from 1.
 */
export type Inquire = (question: { readonly signal: AbortSignal; readonly attempt: number }) => unknown

export interface InquiryInput {
  readonly inquire: Inquire | undefined
  readonly limits: InquiryLimits
  /** Milliseconds on the actor's clock. */
  readonly endsAt: number | null
}

/** What the inquiry found out. */
export type ServerAnswer =
  | { readonly type: 'server.succeeded'; readonly result: PaymentResult; readonly channel: 'server' }
  | { readonly type: 'server.failed'; readonly result: PaymentResult; readonly channel: 'server' }
  | { readonly type: 'server.cancelled'; readonly result: PaymentResult; readonly channel: 'server' }
  /** The budget is spent. */
  | { readonly type: 'server.silent' }
