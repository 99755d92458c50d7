import { isListed } from '../../machines/checkout.machine.ts'
import { inquiryMachine } from '../../machines/inquiry.machine.ts'
import { FOREIGN } from '../boundary/decode-callback.ts'
import { policyOf } from '../catalogue/payment-result-policy.ts'

/** Stands for a code that nobody knows: it could be anything, a name or a card's number. */
export const UNLISTED = 'unlisted-code'

// `session-expired` is the one happening of ours that is no event type of the machine's.
const others = new Set<string>([
  'session-expired',
  FOREIGN,
  ...inquiryMachine.events.filter((type) => !type.startsWith('xstate.')),
])

/** The SDK's own codes, by their looks: those of a newer SDK are worth seeing. */
const looksLikeTheSdks = /^SDK(_[A-Z]+)+$/
const LONGEST = 64

// What follows them is an id that a developer chose.
const xstates = [
  'xstate.init',
  'xstate.stop',
  'xstate.after',
  'xstate.snapshot',
  'xstate.route',
  'xstate.done.actor',
  'xstate.done.state',
  'xstate.error.actor',
  'xstate.error.execution',
  'xstate.promise.resolve',
  'xstate.promise.reject',
  'xstate.observable.next',
  'xstate.observable.error',
  'xstate.observable.complete',
]

const isOurs = (code: string): boolean => (isListed(code) && code !== '*') || others.has(code)

/**
 * A code or an event's type, as far as it may be shown: one that the catalogue or the machine has, or that is the SDK's
 * by its looks. XState's own keep their beginning; anything else becomes `unlisted-code`. Never throws.
 *
 * @example
 * allowCode('SDK_PAYMENT_FAIL') // 'SDK_PAYMENT_FAIL'
 * allowCode('xstate.done.actor.4111111111111111') // 'xstate.done.actor'
 * allowCode('TOM JAY') // 'unlisted-code'
 */
export const allowCode = (code: unknown): string => {
  if (typeof code !== 'string') return UNLISTED
  if (isOurs(code) || (code.length <= LONGEST && looksLikeTheSdks.test(code))) return code
  return xstates.find((known) => code === known || code.startsWith(`${known}.`)) ?? UNLISTED
}

/** A `paymentResultCode` passes when the catalogue has it. `SUCCESS` is no reason, and the machine goes by it. */
export const allowResultCode = (code: string): string =>
  code === 'SUCCESS' || policyOf(code) !== undefined ? code : UNLISTED
