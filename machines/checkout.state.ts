import type { SnapshotFrom } from 'xstate'
import type { CheckoutState } from '../src/view/types.ts'
import type { checkoutMachine } from './checkout.machine.ts'

/** A moment in the life of a checkout. */
export type CheckoutSnapshot = SnapshotFrom<typeof checkoutMachine>

/** The state's name: the second level of the value (`{ flight: 'challenge' }`), the first for a final state. */
export const stateOf = ({ value }: Pick<CheckoutSnapshot, 'value'>): CheckoutState => {
  if (typeof value === 'string') return value as CheckoutState
  const [inner] = Object.values(value)
  return (typeof inner === 'object' ? Object.keys(inner)[0] : inner) as CheckoutState
}
