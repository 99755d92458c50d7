import { policyOf } from '../src/catalogue/payment-result-policy.ts'
import { isListed } from './checkout.machine.ts'
import { type CheckoutSnapshot, stateOf } from './checkout.state.ts'
import type { SavedCheckout } from './checkout.types.ts'
import { doubtOf } from './doubt.ts'

/** What is left of a checkout whose entry cannot be read or trusted: something may have been in flight. */
export const unreadable: SavedCheckout = {
  state: 'confirming',
  doubt: 'attempt',
  decline: null,
  cause: null,
  componentErrors: 0,
  confirmedBy: null,
  paymentResultCode: null,
  counts: { attempts: 0, duplicates: 0, verificationFailures: 0 },
  sessionExpiresAt: null,
  inquiryEndsAt: null,
}

/** Only names that we know leave the page: any other could be anything. */
const isOurs = (cause: string): boolean => cause === 'session-expired' || isListed(cause)

/** A restored checkout has no component: what was in flight has to be asked for, and an open form is gone. */
const comesBackAs = (snapshot: CheckoutSnapshot): SavedCheckout['state'] | null => {
  if (snapshot.status === 'active' && snapshot.context.elsewhere === 'certain') return 'confirming'
  const doubt = doubtOf(snapshot.context)
  if (snapshot.matches({ live: 'preparing' })) return doubt === 'none' ? 'init' : 'dismissed'
  if (snapshot.matches({ live: { resting: 'declined' } }) && doubt !== 'none') return 'dismissed'
  if (snapshot.matches({ live: 'resting' })) return stateOf(snapshot) as SavedCheckout['state']
  return snapshot.matches({ live: 'flight' }) || snapshot.matches('unresolved') ? 'confirming' : null
}

/**
 * What to keep of a checkout when its page is left, to be given to `input.saved` on the page that comes back. `null`:
 * its outcome was reached, nothing has to be kept. `toCalendar` turns a time on the actor's clock into epoch
 * milliseconds (see `onCalendar`).
 */
export const toSaved = (snapshot: CheckoutSnapshot, toCalendar: (time: number) => number): SavedCheckout | null => {
  const { context } = snapshot
  const reason = context.payment?.paymentResultCode
  const state = comesBackAs(snapshot)
  if (state === null) return null
  const moment = (time: number | null): number | null => (time === null ? null : toCalendar(time))
  // Only then is the deadline that of the question.
  const hasAsked = state === stateOf(snapshot) && context.settings.inquire !== undefined
  return {
    state,
    doubt: doubtOf(context),
    decline: context.decline,
    cause: context.cause !== null && isOurs(context.cause) ? context.cause : null,
    componentErrors: context.componentErrors,
    confirmedBy: context.confirmedBy,
    paymentResultCode: policyOf(reason) === undefined ? null : (reason ?? null),
    counts: context.counts,
    sessionExpiresAt: moment(context.sessionExpiresAt),
    inquiryEndsAt: hasAsked ? moment(context.deadline) : null,
  }
}
