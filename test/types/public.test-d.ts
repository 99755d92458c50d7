// Compiled by `npm run types`, never run: what a user's code may say, and what must not compile.

import { AMSCashierPayment } from '@alipay/ams-checkout'
import type { Either } from 'fp-ts/lib/Either.js'
import type { Option } from 'fp-ts/lib/Option.js'
import {
  type Checkout,
  type CheckoutView,
  createCheckout,
  describeEvent,
  type EventCodeEntry,
  eventCodes,
  type NextStep,
  type Outcome,
  type Refusal,
  type Rejection,
} from '../../src/index.ts'

type IsAny<T> = 0 extends 1 & T ? true : false
type AnyIn<T> = { [K in keyof T]: IsAny<T[K]> extends true ? K : never }[keyof T]
type Expect<T extends true> = T
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

// No `any` in what a user sees.
export type NoAny = [Expect<Same<AnyIn<CheckoutView>, never>>, Expect<Same<AnyIn<Outcome>, never>>]

// The callbacks fit the SDK's own declarations.
const checkout: Checkout = createCheckout({ submitButton: 'merchant', sessionExpiresAt: new Date() })
export const sdk = new AMSCashierPayment({ environment: 'sandbox', locale: 'en_US', ...checkout.callbacks })

// What the SDK resolves to comes out, awaited.
export const submitted: Promise<Either<Refusal | Rejection, { code: string }>> = checkout.submit(async () => ({
  code: 'SUCCESS',
}))
export const called: Promise<Either<Refusal | Rejection, number>> = checkout.mount(() => 1)

// The catalogue is typed from its own data.
export const kind: 'result' = eventCodes.SDK_PAYMENT_FAIL.kind
export const described: Option<EventCodeEntry> = describeEvent('anything')
// @ts-expect-error no such code
export const unknown = eventCodes.SDK_OF_TOMORROW

// The actor takes the machine's events only.
checkout.actor.send({ type: 'SDK_PAYMENT_CHALLENGE' })
// @ts-expect-error no such event
checkout.actor.send({ type: 'SDK_OF_TOMORROW' })
// @ts-expect-error the server's answer has a channel and a result
checkout.actor.send({ type: 'server.succeeded' })

// The view is to be read.
const view = checkout.getSnapshot()
// @ts-expect-error read-only
view.state = 'succeeded'
// @ts-expect-error read-only
view.counts.attempts = 0
// @ts-expect-error the button is the SDK's or the merchant's
createCheckout({ submitButton: 'buyer' })

/** A step that is forgotten does not compile. */
export const words = (step: NextStep): string => {
  switch (step) {
    case 'none':
    case 'wait':
    case 'fix-form':
    case 'resubmit':
    case 'show-success':
    case 'change-method':
    case 'buyer-action':
    case 'retry-same-session':
    case 'new-session':
    case 'ask-server':
    case 'contact-support':
    case 'fix-integration':
      return step
    default:
      return step satisfies never
  }
}
