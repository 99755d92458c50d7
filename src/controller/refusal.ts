import { isFree, mayMount } from '../../machines/checkout.guards.ts'
import { type CheckoutSnapshot, claimOf } from '../../machines/checkout.state.ts'
import { toView } from '../view/to-view.ts'
import type { Refusal } from './types.ts'

const reasonFor = (command: Refusal['command'], snapshot: CheckoutSnapshot): Refusal['reason'] => {
  const { final, state } = toView(snapshot)
  if (final) return 'closed'
  if (!(command === 'submit' ? isFree : mayMount)(snapshot)) return 'other-tab'
  if (claimOf(snapshot) === 'certain') return 'duplicate'
  if (command === 'mount') return state === 'broken' ? 'expired' : 'mounted'
  return state === 'init' || state === 'loading' ? 'too-early' : 'new-mount-needed'
}

/** Why the machine did not accept a command in this state. */
export const refusalOf = (command: Refusal['command'], snapshot: CheckoutSnapshot): Refusal => {
  const { state } = toView(snapshot)
  const reason = reasonFor(command, snapshot)
  return { kind: 'refusal', command, reason, state, message: `${command} refused in ${state}: ${reason}` }
}
