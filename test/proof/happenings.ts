import type { CheckoutEvent } from '../../machines/checkout.types.ts'
import type { ForeignType } from '../../src/boundary/types.ts'
import { type EventCode, eventCodes } from '../../src/catalogue/event-codes.ts'
import type { Happening } from './contract.ts'

// Every event of the contract, with agreeing and contradicting payloads.

const failure = (name: string, result: object | undefined, more: Partial<Happening> = {}): Happening => ({
  name: `SDK_PAYMENT_FAIL: ${name}`,
  event: { type: 'SDK_PAYMENT_FAIL', ...(result && { result }) },
  ...more,
})

const success = (name: string, result: object, contradicts = false): Happening => ({
  name: `SDK_PAYMENT_SUCCESSFUL: ${name}`,
  event: { type: 'SDK_PAYMENT_SUCCESSFUL', result },
  contradicts,
})

const payloads: readonly Happening[] = [
  success('agreeing', { paymentStatus: 'SUCCESS', paymentResultCode: 'SUCCESS' }),
  success('another status', { paymentStatus: 'PROCESSING' }, true),
  success('the reason of a failure', { paymentStatus: 'SUCCESS', paymentResultCode: 'RISK_REJECT' }, true),
  success('the status of the call', { result: { resultStatus: 'U', resultCode: 'PAYMENT_IN_PROCESS' } }),
  failure('change-method', { paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CARD' }),
  failure('new-session', { paymentStatus: 'FAIL', paymentResultCode: 'ORDER_IS_CLOSED' }, { allowsRetry: false }),
  failure('cancelled', { paymentStatus: 'CANCELLED' }),
  failure('unknown reason, status FAIL', { paymentStatus: 'FAIL', paymentResultCode: 'REASON_OF_TOMORROW' }),
  failure('unknown reason, no status', { paymentResultCode: 'REASON_OF_TOMORROW' }, { contradicts: true }),
  failure('ask-server', { paymentStatus: 'FAIL', paymentResultCode: 'UNKNOWN_EXCEPTION' }, { contradicts: true }),
  failure('another status', { paymentStatus: 'SUCCESS' }, { contradicts: true }),
  failure('SUCCESS as the reason', { paymentStatus: 'FAIL', paymentResultCode: 'SUCCESS' }, { contradicts: true }),
]

const own: readonly Happening[] = (
  [
    { type: 'checkout.mount' },
    { type: 'checkout.submit', ticket: 7 },
    { type: 'checkout.dismiss' },
    { type: 'checkout.close' },
    { type: 'answer.open' },
    { type: 'answer.refused' },
    { type: 'answer.late' },
    { type: 'checkout.undecodable' },
    { type: 'tab.gone' },
    { type: 'tab.ended' },
  ] satisfies CheckoutEvent[]
).map((event) => ({ name: event.type, event }))

const claims: readonly Happening[] = (['none', 'form', 'attempt', 'certain'] as const).map((claim) => ({
  name: `tab.claim: ${claim}`,
  event: { type: 'tab.claim', claim },
}))

const foreign = 'SDK_OF_TOMORROW' as ForeignType

/** What can come at any time. */
export const happenings: readonly Happening[] = [
  ...(Object.keys(eventCodes) as EventCode[]).map((type) => ({ name: type, event: { type } })),
  ...payloads,
  ...own,
  ...claims,
  { name: 'foreign by onEventCallback', event: { type: foreign, channel: 'onEventCallback' } },
  { name: 'foreign by onError', event: { type: foreign, channel: 'onError' } },
]

/** What only comes from the actors that the machine itself has started. */
export const timeouts: readonly Happening[] = [{ name: 'checkout.timeout', event: { type: 'checkout.timeout' } }]

export const expiry: readonly Happening[] = [
  { name: 'checkout.expired', event: { type: 'checkout.expired', code: 'session-expired' } },
]

export const serverAnswers: readonly Happening[] = (
  [
    { type: 'server.succeeded', channel: 'server', result: { paymentStatus: 'SUCCESS' } },
    { type: 'server.failed', channel: 'server', result: { paymentStatus: 'FAIL' } },
    { type: 'server.cancelled', channel: 'server', result: { paymentStatus: 'CANCELLED' } },
    { type: 'server.silent' },
  ] satisfies CheckoutEvent[]
).map((event) => ({ name: event.type, event }))
