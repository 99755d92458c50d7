import { isListed } from '../../../machines/checkout.machine.ts'
import { codeOf as codeOfAnswer } from '../../../machines/echo.ts'
import { type Answer, decodeAnswer } from '../../boundary/answer.ts'
import { allowEvent } from '../../inspect/allowlist.ts'
import type { SafeEvent, SafeResult } from '../../inspect/types.ts'
import type { Mark } from '../../replay/types.ts'
import { isSame } from './same.ts'
import type { SafeLine } from './types.ts'

// The lines of a recording that bring a moment about again, made of what may be shown of it: the same code, the same
// status, and for what could not be read something that cannot be read.

/** Of a kind that no field of a payload is. */
const UNREADABLE = 0

/** What the SDK says by a callback, or by a promise that brings one of its codes. */
const told = (event: SafeEvent, code: string, marks: readonly Mark[]): object => {
  const { result, unreadable = [] } = event
  const fields = { ...result, ...Object.fromEntries(unreadable.map((name) => [name, UNREADABLE])) }
  const hasResult = result !== undefined || unreadable.length > 0
  const isMalformedElsewhere = marks.includes('malformed') && unreadable.length === 0
  return {
    code,
    ...(isMalformedElsewhere && { message: UNREADABLE }),
    ...(hasResult && { result: fields }),
  }
}

const codeOf = (event: SafeEvent): string => event.code ?? event.type

type CallbackName = Extract<SafeLine, { args: unknown }>['via']

export const isCallback = (channel: string): channel is CallbackName =>
  channel === 'onEventCallback' || channel === 'onError' || channel === 'onClose'

/** A callback that the SDK has called. */
export const callbackLine = (via: CallbackName, event: SafeEvent, marks: readonly Mark[] = []): SafeLine => {
  if (via === 'onClose') return { via, args: [{}] }
  if (event.type === 'checkout.undecodable') return { via, args: [] }
  return { via, args: [told(event, codeOf(event), marks)] }
}

/** As the controller tells an answer whose attempt is over. */
const toldLate = (answer: NonNullable<Answer>, ticket: number | undefined): object => ({
  ...answer,
  type: 'answer.late',
  code: codeOfAnswer(answer),
  ...(ticket !== undefined && { ticket }),
})

/** Whether a submit that resolves to this tells the machine the same. */
const says = (value: unknown, event: SafeEvent): boolean => {
  const answer = decodeAnswer(value, isListed)
  if (!answer) return false
  return isSame(allowEvent(event.type === 'answer.late' ? toldLate(answer, event.ticket) : answer), event)
}

/** How a promise may have been settled so that the machine was told this. */
type Settled = Pick<Extract<SafeLine, { via: 'promise' }>, 'settled' | 'value'>

/** What the SDK answers, from the plainest on: the callback's code, a status of Payment Element's, and its errors. */
const candidates = (event: SafeEvent, code: string | null, marks: readonly Mark[]): readonly unknown[] => {
  const needs = event.needChangeSessionForRetry
  const needChange = needs !== undefined && { needChangeSessionForRetry: needs }
  const reason = event.result?.paymentResultCode
  const codes = [...new Set([code, event.code, event.type])].filter((name) => name != null)
  return [
    ...codes.map((name) => told(event, name, marks)),
    ...(code === null ? [] : [{ status: code }]),
    { status: 'FAIL', error: { ...(reason !== undefined && { code: reason }), ...needChange } },
    { error: { code: code ?? 'FORM_INVALID' } },
    // Whatever it was called: refused before anything was sent.
    { status: 'FAIL', error: { code: 'UI_STATE_ERROR' } },
  ]
}

/**
 * How the promise of a mount or a submit was settled.
 *
 * @param event what the machine was told; `null`: nothing
 * @param code the code that the promise brought; `null`: none, or nobody knows
 */
export const settledLine = (
  name: 'mount' | 'submit',
  event: SafeEvent | null,
  code: string | null,
  settled: Settled['settled'],
  marks: readonly Mark[],
): Settled => {
  if (event === null) return { settled, ...(code !== null && { value: { code } }) }
  // Of a mount, only a rejection tells the machine anything.
  if (name === 'mount') return { settled: 'rejected', value: told(event, codeOf(event), marks) }
  const value = candidates(event, code, marks).find((candidate) => says(candidate, event))
  // A rejection that says nothing leaves the outcome open.
  return value === undefined ? { settled: 'rejected' } : { settled: 'resolved', value }
}

/** What the merchant's server answered. */
export const answerLine = (
  result: SafeResult | undefined,
  settled: 'resolved' | 'rejected' = 'resolved',
): SafeLine => ({
  ...{ via: 'promise', name: 'inquire', settled },
  ...(result && Object.keys(result).length > 0 && { value: result }),
})
