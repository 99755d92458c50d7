import { type Either, left, right } from 'fp-ts/lib/Either.js'
import { decodeMessage, decodePayload } from './payload.ts'
import { kindOf, readProperty } from './read.ts'
import type { DecodeError, DecodeIssue, ForeignType, SdkEvent } from './types.ts'

const LONGEST_CODE = 128

// Every event type of our own, and of XState, has a dot in it; an asterisk is XState's wildcard.
const couldBeOurs = /[.*]/

/** The type of an event whose code could be taken for our own; `code` still says what came. */
export const FOREIGN = 'foreign' as ForeignType

/** The machine's event type for a code. No foreign code becomes one of our own event types. */
const typeOf = (code: string): SdkEvent['type'] => (couldBeOurs.test(code) ? FOREIGN : code) as ForeignType

const codeProblem = (code: unknown, issues: readonly DecodeIssue[]): DecodeError | null => {
  const expected = `a non-empty string of at most ${LONGEST_CODE} characters`
  const problem = (kind: DecodeError['kind'], received: string): DecodeError => ({
    kind,
    message: `No usable event code: expected ${expected}, received ${received}.`,
    issues: [...issues, { path: 'code', expected, received }],
  })
  if (typeof code !== 'string') return problem(issues.length > 0 ? 'unreadable' : 'no-code', kindOf(code))
  if (code === '') return problem('empty-code', 'an empty string')
  return code.length > LONGEST_CODE ? problem('long-code', `a string of ${code.length} characters`) : null
}

/**
 * Whatever one of the SDK's callbacks was called with, as an event of the machine: on the web `({ code, message?,
 * result? })`, on Android and iOS `(eventCode, eventResult)`, the result an object or a JSON string.
 *
 * Never throws. Left: there was no usable code. Right: the event; what had to be left out of its payload is named in
 * `issues`. A code that the catalogue does not know is an event all the same.
 *
 * @example
 * decodeCallback({ code: 'SDK_PAYMENT_SUCCESSFUL', result: { paymentStatus: 'SUCCESS', cardPaymentResultInfo: 7 } })
 * // right({ type: 'SDK_PAYMENT_SUCCESSFUL', …, issues: [{ path: 'result.cardPaymentResultInfo', expected: 'object', … }] })
 */
export const decodeCallback = (...args: readonly unknown[]): Either<DecodeError, SdkEvent> => {
  const issues: DecodeIssue[] = []
  const [first, second] = args
  const isHost = typeof first === 'string'
  const read = (key: string): unknown => readProperty(first, key, key, issues)
  const code = isHost ? first : (read('code') ?? read('eventCode'))
  const problem = codeProblem(code, issues)
  if (problem) return left(problem)

  const message = isHost ? undefined : decodeMessage(read('message'), issues)
  const payload = decodePayload(isHost ? second : (read('result') ?? read('eventResult')))
  return right({
    type: typeOf(code as string),
    code: code as string,
    ...(message !== undefined && { message }),
    ...(payload.result && { result: payload.result }),
    issues: [...issues, ...payload.issues],
  })
}
