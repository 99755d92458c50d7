import { type EventCode, eventCodes } from '../../../src/catalogue/event-codes.ts'
import type { EventCallback } from '../../../src/catalogue/types.ts'
import { declined, paid, processing } from '../../stub/results.ts'
import type { Line, Money } from './types.ts'

// Every code of the catalogue by each of its channels, for a person who wants to see what one of them does.

export type SingleCode = Line & {
  readonly via: EventCallback
  readonly code: EventCode
  /** What Antom's books say after it; none: as before. */
  readonly money?: Money
}

const payloads: Readonly<Partial<Record<EventCode, unknown>>> = {
  SDK_PAYMENT_SUCCESSFUL: paid(),
  SDK_PAYMENT_FAIL: declined('ISSUER_REJECTS_TRANSACTION'),
  SDK_PAYMENT_PROCESSING: processing(),
}

const books: Readonly<Partial<Record<EventCode, Money>>> = {
  SDK_PAYMENT_SUCCESSFUL: 'paid',
  SDK_PAYMENT_FAIL: 'refused',
  SDK_PAYMENT_PROCESSING: 'open',
  SDK_PAYMENT_PENDING: 'open',
  SDK_PAYMENT_ERROR: 'open',
  SDK_PAYMENT_CHALLENGE: 'open',
  SDK_PAYMENT_AUTHORIZATION_SUCCESSFUL: 'open',
  SDK_CALL_URL_SUCCESS: 'open',
  SDK_REDIRECT: 'open',
}

export const singleCodes: readonly SingleCode[] = (Object.keys(eventCodes) as EventCode[]).flatMap((code) =>
  eventCodes[code].callbacks.map((via) => {
    const [result, money] = [payloads[code], books[code]]
    return { via, code, args: [{ code, ...(result !== undefined && { result }) }], ...(money && { money }) } as const
  }),
)
