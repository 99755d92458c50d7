import { isRight } from 'fp-ts/lib/Either.js'
import type { SubmitAnswer } from '../../machines/checkout.types.ts'
import { policyOf } from '../catalogue/payment-result-policy.ts'
import { decodeCallback } from './decode-callback.ts'
import { readProperty } from './read.ts'
import type { DecodeIssue, SdkEvent } from './types.ts'

/** What the promise of a submit says to the machine; `null`: nothing, the answer comes by callback. */
export type Answer = SdkEvent | SubmitAnswer | null

/** Whether the statechart has a row for this event type. */
export type IsKnown = (type: string) => boolean

const promise = 'promise' as const
const open: SubmitAnswer = { type: 'answer.open', channel: promise }

// What `submit` of the callback integration resolves to where it does not know (the SDK's PROMISE_CALLBACK_CODE).
const openCodes = new Set<unknown>(['PROCESS_FAIL', 'UNKNOWN_EXCEPTION', 'INQUIRY_PAYMENT_SESSION_FAILED'])
// The same of Payment Element, where the catalogue's reasons come as codes as well, and PROCESS_FAIL is one of them.
const isOpenForElement = (code: string): boolean =>
  code === 'INQUIRY_PAYMENT_SESSION_FAILED' ||
  code === 'ERR_DATA_STRUCT_UNRECOGNIZED' ||
  // Another submit of the same payment came before: what became of that one is not known.
  code === 'REPEAT_REQ_REJECT' ||
  policyOf(code) === 'ask-server'
// The SDK says these before it has sent anything.
const refusedCodes = new Set(['UI_STATE_ERROR', 'PARAM_INVALID'])

// As long as a usable code may be: whatever is longer is no code of the SDK's, and is not kept.
const string = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 128 ? value : undefined

/** Of these errors it is known that nothing was sent. */
const fromUnsent = (code: string | undefined): Answer => {
  if (code === 'FORM_INVALID') return { type: 'SDK_FORM_VERIFICATION_FAILED', channel: promise }
  return code !== undefined && refusedCodes.has(code) ? { type: 'answer.refused', channel: promise } : null
}

/** The fields of an answer. One that cannot be read decides nothing: what it would have said is not known. */
interface ElementAnswer {
  readonly status: string | undefined
  readonly hasError: boolean
  readonly code: string | undefined
  readonly needChangeSessionForRetry: unknown
  readonly userCanceled3D: boolean
}

const fromFailure = ({ code, needChangeSessionForRetry }: ElementAnswer): Answer => {
  if (code !== undefined && isOpenForElement(code)) return open
  return {
    type: 'SDK_PAYMENT_FAIL',
    channel: promise,
    result: { paymentStatus: 'FAIL', ...(code !== undefined && { paymentResultCode: code }) },
    ...(typeof needChangeSessionForRetry === 'boolean' && { needChangeSessionForRetry }),
  }
}

/**
 * Payment Element (`AMSElement.submitPayment()`): `{ status, error?, userCanceled3D? }`. A note in its source says that
 * errors of the payment page come without a status: those decide only where nothing was sent.
 */
const fromElement = (answer: ElementAnswer): Answer => {
  const { status, hasError, code } = answer
  if (answer.userCanceled3D) return open
  if (status === undefined) return fromUnsent(code) ?? open
  if (status === 'FAIL') return fromUnsent(code) ?? fromFailure(answer)
  return status === 'SUCCESS' && !hasError
    ? { type: 'SDK_PAYMENT_SUCCESSFUL', channel: promise, result: { paymentStatus: 'SUCCESS' } }
    : open
}

/** A code of the SDK's, wherever it comes. */
const knownEvent = (error: unknown, isKnown: IsKnown): SdkEvent | null => {
  const decoded = decodeCallback(error)
  return isRight(decoded) && isKnown(decoded.right.type) ? { ...decoded.right, channel: promise } : null
}

/** What `submit` or `submitPayment` resolved to, as an event. Source: the SDK's `constant/index` and element types. */
export const decodeAnswer = (value: unknown, isKnown: IsKnown): Answer => {
  const known = knownEvent(value, isKnown)
  if (known) return known
  const issues: DecodeIssue[] = []
  const read = (of: unknown, key: string): unknown => readProperty(of, key, key, issues)
  const [status, code, error] = ['status', 'code', 'error'].map((key) => read(value, key))
  const answer: ElementAnswer = {
    status: string(status),
    hasError: error != null,
    code: string(read(error, 'code')),
    needChangeSessionForRetry: read(error, 'needChangeSessionForRetry'),
    userCanceled3D: read(value, 'userCanceled3D') === true,
  }
  if (issues.length > 0) return open
  if (answer.status !== undefined || answer.hasError || answer.userCanceled3D) return fromElement(answer)
  if (code === 'REPEAT_REQ_REJECT') return { type: 'SDK_DUPLICATE_SUBMISSION_BEHAVIOR', channel: promise }
  return openCodes.has(code) ? open : null
}

/** What a submit that threw or rejected says: the SDK's own code, or that nobody knows what became of it. */
export const decodeSubmitRejection = (error: unknown, isKnown: IsKnown): SdkEvent | SubmitAnswer =>
  knownEvent(error, isKnown) ?? open

/** What a mount that threw or rejected says: the SDK's own code; `null`: that it failed, no more. */
export const decodeMountRejection = knownEvent

/**
 * Whether a mount has failed although it resolved: Payment Element resolves to `{ error }`, and of a session that Antom
 * does not take nothing else says so. Source: `AMSElement` 1.47.2 in Chromium.
 */
export const isFailedMount = (value: unknown): boolean => readProperty(value, 'error', 'error', []) != null
