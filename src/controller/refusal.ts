import type { CheckoutView } from '../view/types.ts'
import type { Refusal } from './types.ts'

const reasonFor = (command: Refusal['command'], { final, state, submission }: CheckoutView): Refusal['reason'] => {
  if (final) return 'closed'
  if (submission === 'certain') return 'duplicate'
  if (command === 'mount') return state === 'broken' ? 'expired' : 'mounted'
  return state === 'init' || state === 'loading' ? 'too-early' : 'new-mount-needed'
}

/** Why the machine did not accept a command in this state. */
export const refusalOf = (command: Refusal['command'], view: CheckoutView): Refusal => {
  const { state } = view
  const reason = reasonFor(command, view)
  return { kind: 'refusal', command, reason, state, message: `${command} refused in ${state}: ${reason}` }
}
