import { isRight } from 'fp-ts/lib/Either.js'
import { contradictsFailure, contradictsSuccess } from '../../machines/agreement.ts'
import { decodeAnswer, decodeMountRejection, decodeSubmitRejection } from '../boundary/answer.ts'
import { decodeCallback } from '../boundary/decode-callback.ts'
import { decodePayload } from '../boundary/payload.ts'
import type { SdkEvent } from '../boundary/types.ts'
import { eventCodes } from '../catalogue/event-codes.ts'
import type { Step } from './journey.ts'

// The money is on its way, and only a result says where it went.
const underWay = new Set([
  'SDK_PAYMENT_CHALLENGE',
  'SDK_CALL_URL_SUCCESS',
  'SDK_REDIRECT',
  'SDK_PAYMENT_AUTHORIZATION_SUCCESSFUL',
  'SDK_PAYMENT_PROCESSING',
  'SDK_PAYMENT_PENDING',
  'SDK_PAYMENT_ERROR',
])
// The submit itself came back: nothing is on its way, unless there was news of the payment before.
const cameBack = new Set(['SDK_FORM_VERIFICATION_FAILED', 'SDK_SUBMIT_NETWORK_ERROR', 'answer.refused'])

const isKnown = (type: string): boolean => Object.hasOwn(eventCodes, type)

const answerOf = ({ name, settled, value }: Extract<Step, { kind: 'settle' }>): ReturnType<typeof decodeAnswer> => {
  if (name === 'mount') return settled === 'rejected' ? decodeMountRejection(value, isKnown) : null
  return (settled === 'resolved' ? decodeAnswer : decodeSubmitRejection)(value, isKnown)
}

/**
 * Knows only about the money: whether it may be on its way, and whether it has arrived. Far simpler than the machine,
 * and never stricter than the contract: what it forbids, no page may do.
 */
export interface Referee {
  /** A submission is under way, and nobody has said what became of it: no page may offer to pay. */
  readonly isInFlight: boolean
  /** The SDK or the merchant's server has said so, and its payload agreed. */
  readonly isPaid: boolean
  /** A submit reached the SDK. */
  submitted(): void
  /** What the page was told. */
  watch(step: Step): void
}

export const createReferee = (): Referee => {
  let flight: 'none' | 'submitted' | 'under way' = 'none'
  let isPaid = false

  const hear = (event: Pick<SdkEvent, 'result' | 'issues'> & { readonly type: string }): void => {
    const { type } = event
    if (type === 'SDK_PAYMENT_SUCCESSFUL') {
      if (contradictsSuccess(event)) flight = 'under way'
      else isPaid = true
    } else if (type === 'SDK_PAYMENT_FAIL') flight = contradictsFailure(event) ? 'under way' : 'none'
    else if (type === 'SDK_PAYMENT_RETRY') flight = 'none'
    else if (underWay.has(type)) flight = 'under way'
    else if (cameBack.has(type) && flight === 'submitted') flight = 'none'
    else if (type === 'answer.open' && flight !== 'none') flight = 'under way'
  }

  /** Definite, the server's answer ends what was open. Else it changes nothing. */
  const hearServer = (value: unknown): void => {
    const statement = decodePayload(value)
    const status = statement.result?.paymentStatus
    if (status === 'SUCCESS' && !contradictsSuccess(statement)) isPaid = true
    if ((status === 'FAIL' || status === 'CANCELLED') && !contradictsFailure(statement)) flight = 'none'
  }

  return {
    get isInFlight() {
      return flight !== 'none'
    },
    get isPaid() {
      return isPaid
    },
    submitted() {
      flight = 'submitted'
    },
    watch(step) {
      if (step.kind === 'callback') {
        const decoded = decodeCallback(...step.args)
        if (isRight(decoded)) hear(decoded.right)
      } else if (step.kind === 'server') {
        if (step.settled === 'resolved') hearServer(step.value)
      } else if (step.kind === 'settle') {
        const answer = answerOf(step)
        // An answer that comes after its attempt counts for nothing but a success.
        const counts = step.name === 'mount' || flight !== 'none' || answer?.type === 'SDK_PAYMENT_SUCCESSFUL'
        if (answer && counts) hear(answer)
      }
    },
  }
}
