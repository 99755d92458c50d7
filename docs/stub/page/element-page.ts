import { asElementAnswer, type ElementAnswer, elementFailed } from '../element-answers.ts'
import type { ReceivedSubmit } from '../protocol.ts'
import { emit } from './channel.ts'

// How the page of Payment Element differs: its merchant has the only button, and its answer is the payment's result.

/** Payment Element loads its page from an address of its own. */
export const isElement = location.pathname.includes('/elements/')

/** Which of the merchant's elements has a new size. Without it the SDK does not resolve the mount. */
export const sizeOwner = isElement ? { source: 'payment' } : {}

/**
 * Answers a `submitPayment()`. The SDK waits for an event by the name of the call's id; or, `byEvent`, for one that names
 * no call: that one it takes for the newest, and an older call is then never answered.
 */
export const answerElement = ({ id }: Pick<ReceivedSubmit, 'id'>, answer: unknown, byEvent = false): void =>
  byEvent ? emit('onSubmitPayCallback', answer) : emit(id, { data: answer })

let lastAnswer: ElementAnswer | undefined

/** Keeps what a scenario reports: it is the answer as well. */
export const noteReport = (code: string, result: unknown): void => {
  lastAnswer = asElementAnswer(code, result) ?? lastAnswer
}

/** The answer to a submit after which the scenario has come to an end. Nothing reported: nothing was sent. */
export const takeAnswer = (): ElementAnswer => {
  const answer = lastAnswer ?? elementFailed('FORM_INVALID')
  lastAnswer = undefined
  return answer
}
