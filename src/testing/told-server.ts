import type { Inquire, InquiryLimits } from '../../machines/inquiry.types.ts'

/** A merchant's server that answers when it is told to. */
export interface ToldServer {
  readonly inquire: Inquire
  /** Answers the question that is open. `false`: there is none. */
  answer(settled: 'resolved' | 'rejected', value: unknown): boolean
}

/** As long as it is of use, a question is open: it is asked again at once, and never given up. */
export const patience: InquiryLimits = { firstDelay: 0, maxDelay: 0, jitter: 0, budget: Number.MAX_SAFE_INTEGER }

export const createToldServer = (): ToldServer => {
  let open: Record<'resolved' | 'rejected', (value: unknown) => void> | undefined
  return {
    inquire: ({ signal }) =>
      new Promise((resolved, rejected) => {
        const question = { resolved, rejected }
        open = question
        signal.addEventListener('abort', () => {
          if (open === question) open = undefined
        })
      }),
    answer(settled, value) {
      const question = open
      open = undefined
      question?.[settled](value)
      return question !== undefined
    },
  }
}
