import { allowCode } from './codes.ts'
import { allowChannel, allowClaim, allowResult } from './context.ts'
import type { SafeEvent, SafeResult } from './types.ts'
import { count, isObject, newest, read, time, word } from './values.ts'

const verdicts: Record<keyof SafeResult, true> = { paymentStatus: true, paymentResultCode: true }

/** A merchant may give a Date, which is a text in JSON. */
const moment = (value: unknown): number | undefined => {
  if (typeof value === 'number') return time(value, undefined)
  if (typeof value !== 'string' && !isObject(value)) return undefined
  try {
    const isText = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(value)
    return time(isText ? Date.parse(value) : Date.prototype.getTime.call(value), undefined)
  } catch {
    return undefined
  }
}

/** Which fields that the guards go by could not be read, as the event's `issues` say, or as was said of them before. */
const unreadableOf = (event: unknown): readonly (keyof SafeResult)[] => {
  const before = newest(read(event, 'unreadable'), 2, (name) => word(verdicts, name, null))
  if (before.length > 0) return before
  return newest(read(event, 'issues'), 2, (issue) => {
    const path = read(issue, 'path')
    return typeof path === 'string' && path.startsWith('result.') ? word(verdicts, path.slice(7), null) : null
  })
}

/**
 * An event, as far as it may be shown: its code, its channel, its status, and what the machine's guards go by. Takes
 * anything, and never throws.
 *
 * @example
 * allowEvent({ type: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'FAIL', cardPaymentResultInfo: card }, message })
 * // { type: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'FAIL' } }
 */
export const allowEvent = (event: unknown): SafeEvent => {
  const type = allowCode(read(event, 'type'))
  const given = read(event, 'code')
  const code = typeof given === 'string' ? allowCode(given) : type
  const channel = allowChannel(read(event, 'channel'), undefined)
  const result = allowResult(read(event, 'result'))
  const ticket = count(read(event, 'ticket'), undefined)
  const claim = allowClaim(read(event, 'claim'), undefined)
  const expiry = read(event, 'sessionExpiresAt')
  const sessionExpiresAt = expiry === null ? null : moment(expiry)
  const needsChange = read(event, 'needChangeSessionForRetry')
  const unreadable = unreadableOf(event)
  return {
    type,
    ...(code !== type && { code }),
    ...(channel && { channel }),
    ...(result && { result }),
    ...(ticket !== undefined && { ticket }),
    ...(claim && { claim }),
    ...(sessionExpiresAt !== undefined && { sessionExpiresAt }),
    ...(typeof needsChange === 'boolean' && { needChangeSessionForRetry: needsChange }),
    ...(unreadable.length > 0 && { unreadable }),
  }
}

/** An event of any other actor than the checkout: by its type alone. Never throws. */
export const allowChildEvent = (event: unknown): SafeEvent => ({ type: allowCode(read(event, 'type')) })
