import type { SnapshotFrom, StateValue } from 'xstate'
import type { CheckoutState } from '../src/view/types.ts'
import type { checkoutMachine } from './checkout.machine.ts'
import type { Claim } from './checkout.types.ts'

/** A moment in the life of a checkout. */
export type CheckoutSnapshot = SnapshotFrom<typeof checkoutMachine>

const below = (value: StateValue): StateValue => (typeof value === 'string' ? value : (Object.values(value)[0] ?? ''))

const nameOf = (value: StateValue): string => (typeof value === 'string' ? value : (Object.keys(value)[0] ?? ''))

/** The state's name: `challenge` of `{ live: { flight: 'challenge' } }`, and `failed` of `failed`. */
export const stateOf = ({ value }: Pick<CheckoutSnapshot, 'value'>): CheckoutState =>
  nameOf(below(below(value))) as CheckoutState

/** How sure this tab is by itself that a payment is in flight. */
export const claimOf = (snapshot: CheckoutSnapshot): Claim =>
  snapshot.hasTag('certain') ? 'certain' : snapshot.context.doubt
