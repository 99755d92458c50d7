import { transition } from 'xstate'
import { checkoutMachine } from '../../../machines/checkout.machine.ts'
import type { SafeOutcome } from '../../inspect/types.ts'
import { toSnapshot } from './state.ts'
import type { State } from './types.ts'

/** How the checkout has ended, or would, if it were closed in this state; `null`: that cannot be said. */
export const outcomeOf = (state: State): SafeOutcome | null => {
  if (state.outcome) return state.outcome
  const snapshot = toSnapshot(state)
  if (!snapshot) return null
  const [closed] = transition(checkoutMachine, snapshot, { type: 'checkout.close' })
  return closed.context.outcome
}
