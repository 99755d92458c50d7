import { type CheckoutSnapshot, claimOf, stateOf } from '../../machines/checkout.state.ts'
import type { CheckoutEvent, Claim } from '../../machines/checkout.types.ts'
import { policyOf } from '../catalogue/payment-result-policy.ts'
import type { CheckoutState } from '../view/types.ts'

/** What this tab has learned of the payment for good, as it moves another tab with the same checkout. */
export interface News {
  readonly type:
    | 'SDK_PAYMENT_SUCCESSFUL'
    | 'SDK_PAYMENT_FAIL'
    | 'server.succeeded'
    | 'server.failed'
    | 'server.cancelled'
    | 'tab.gone'
    | 'tab.ended'
  /** Only a reason that the catalogue knows: any other could be anything. */
  readonly paymentResultCode?: string
  readonly needChangeSessionForRetry?: boolean
}

/** Where this tab stands, as far as the other tabs of the browser are concerned. No card data, no session data. */
export interface Standing {
  readonly claim: Claim
  /** Its own component is on the page, and the payment would be that one's: not one that another page has left. */
  readonly isLive: boolean
  readonly state: CheckoutState
  /** Its checkout has ended. */
  readonly isOver: boolean
  readonly news: News | null
}

/** Another tab is at it, and this one has nothing of its own: what becomes of the payment is not for it to say. */
export const isOnlooker = (snapshot: CheckoutSnapshot): boolean =>
  snapshot.context.elsewhere !== 'none' && snapshot.context.doubt === 'none' && !snapshot.matches({ live: 'flight' })

const newsOf = (snapshot: CheckoutSnapshot): News | null => {
  const { confirmedBy, payment, decline } = snapshot.context
  const reason = payment?.paymentResultCode
  const byServer = confirmedBy === 'server'
  switch (stateOf(snapshot)) {
    case 'succeeded':
      return { type: byServer ? 'server.succeeded' : 'SDK_PAYMENT_SUCCESSFUL' }
    case 'declined':
      return {
        type: byServer ? 'server.failed' : 'SDK_PAYMENT_FAIL',
        ...(reason !== undefined && policyOf(reason) && { paymentResultCode: reason }),
        ...(decline?.nextStep === 'new-session' && { needChangeSessionForRetry: true }),
      }
    case 'dismissed':
      return byServer ? { type: 'server.cancelled' } : null
    case 'unresolved':
      return isOnlooker(snapshot) ? { type: 'tab.ended' } : { type: 'tab.gone' }
    case 'failed':
    case 'cancelled':
    case 'errored':
      return { type: 'tab.ended' }
    default:
      return null
  }
}

export const standingOf = (snapshot: CheckoutSnapshot): Standing => {
  const { hasComponent, settings } = snapshot.context
  const state = stateOf(snapshot)
  const own = snapshot.status === 'active' ? claimOf(snapshot) : 'none'
  // The SDK's own form is on its way, still there for another try, or alive after all: its button may be pressed unseen.
  const isOpen = settings.submitButton === 'sdk' && hasComponent && ['loading', 'declined', 'broken'].includes(state)
  return {
    claim: own === 'none' && isOpen ? 'form' : own,
    // The buyer has closed it.
    isLive: hasComponent && state !== 'dismissed',
    state,
    isOver: snapshot.status !== 'active',
    news: newsOf(snapshot),
  }
}

const status: Partial<Record<News['type'], string>> = {
  SDK_PAYMENT_SUCCESSFUL: 'SUCCESS',
  'server.succeeded': 'SUCCESS',
  SDK_PAYMENT_FAIL: 'FAIL',
  'server.failed': 'FAIL',
  'server.cancelled': 'CANCELLED',
}

/** The news of another tab, as the event that it is here. */
export const asEvent = ({ type, paymentResultCode, needChangeSessionForRetry }: News): CheckoutEvent =>
  ({
    type,
    channel: 'tab',
    ...(status[type] && {
      result: { paymentStatus: status[type], ...(paymentResultCode !== undefined && { paymentResultCode }) },
    }),
    ...(needChangeSessionForRetry && { needChangeSessionForRetry }),
  }) as CheckoutEvent
