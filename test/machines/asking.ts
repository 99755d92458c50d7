import { vi } from 'vitest'
import type { Inquire, InquiryLimits } from '../../machines/inquiry.types.ts'
import { type Running, run } from './actors.ts'

export const second = 1_000
export const minute = 60 * second

/** Lets the promises between the question and the machine settle. */
export const rest = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

/** Time passes in small steps, so that each pause begins when the answer before it has come. */
export const pass = async ({ clock }: Running, ms: number, step = 500): Promise<void> => {
  await rest()
  for (let passed = 0; passed < ms; passed += step) {
    clock.increment(Math.min(step, ms - passed))
    await rest()
  }
}

/** A server that gives these answers, and then says that it does not know yet. */
export const answering = (...answers: unknown[]) =>
  vi.fn<Inquire>(async () => answers.shift() ?? { paymentStatus: 'PROCESSING' })

/** A server that does not answer, and what became of its questions. */
export const mute = () => {
  const signals: AbortSignal[] = []
  const inquire = vi.fn<Inquire>(({ signal }) => {
    signals.push(signal)
    return new Promise(() => {})
  })
  return { inquire, aborted: () => signals.map(({ aborted }) => aborted) }
}

/** Limits with pauses to the millisecond. */
export const exact = { jitter: 0 }

/** What the view says when the question was given up. */
export const silent = { state: 'confirming', busy: false, notice: { code: 'server.silent' } }

/** A checkout whose outcome is open. */
export const confirming = (inquire: Inquire, inquiry: Partial<InquiryLimits> = {}): Running => {
  const running = run({ inquire, inquiry })
  running.tell('SDK_PAYMENT_PROCESSING')
  return running
}

/** When the server was asked, in seconds. */
export const timetable = async (inquiry: Partial<InquiryLimits>, until: number): Promise<number[]> => {
  const asked: number[] = []
  const running: Running = run({
    inquiry,
    inquire: () => {
      asked.push((running?.clock.now() ?? 0) / second)
      return { paymentStatus: 'PENDING' }
    },
  })
  running.tell('SDK_PAYMENT_ERROR')
  await pass(running, until, 100)
  return asked
}
