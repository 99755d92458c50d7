import { pipe } from 'fp-ts/lib/function.js'
import { alt, type Option } from 'fp-ts/lib/Option.js'
import { lookup } from 'fp-ts/lib/ReadonlyRecord.js'
import { eventCodes } from './event-codes.ts'
import { ownEvents } from './own-events.ts'
import { paymentResultCodes } from './payment-result-codes.ts'
import type { EventCodeEntry, PaymentResultEntry } from './types.ts'

/**
 * What an event code means and what to do about it: a code of the SDK, or the `code` of a notice of this package.
 *
 * Never throws. None for any code that neither {@link eventCodes} nor {@link ownEvents} has, where each says from where
 * its facts come.
 */
export const describeEvent = (code: string): Option<EventCodeEntry> =>
  pipe(
    lookup<EventCodeEntry>(code, eventCodes),
    alt(() => lookup<EventCodeEntry>(code, ownEvents)),
  )

/**
 * What a `paymentResultCode` means and what to do about it.
 *
 * Never throws. None for any code that {@link paymentResultCodes} does not have, which says from where its facts come;
 * `SUCCESS` is one: it is no reason.
 */
export const describePaymentResult = (code: string): Option<PaymentResultEntry> => lookup(code, paymentResultCodes)
