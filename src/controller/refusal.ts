import type { CheckoutView } from '../view/types.ts'
import type { Refusal } from './types.ts'

const sentences: Readonly<Record<Refusal['reason'], string>> = {
  duplicate: 'A payment is in flight; a second submit could pay twice.',
  'too-early': 'There is no form yet; wait for SDK_END_OF_LOADING.',
  'new-mount-needed': 'The present component takes no further try; mount again, if need be with a new session.',
  mounted: 'There is a component already; the SDK refuses a second one.',
  expired: 'The payment session is over; create a new one.',
  closed: 'The checkout is over.',
}

const reasonFor = (command: Refusal['command'], { final, state, submission }: CheckoutView): Refusal['reason'] => {
  if (final) return 'closed'
  if (submission === 'certain') return 'duplicate'
  if (command === 'mount') return state === 'broken' ? 'expired' : 'mounted'
  return state === 'init' || state === 'loading' ? 'too-early' : 'new-mount-needed'
}

/** Why the machine did not accept a command in this state. */
export const refusalOf = (command: Refusal['command'], view: CheckoutView): Refusal => {
  const reason = reasonFor(command, view)
  return { kind: 'refusal', command, reason, state: view.state, message: `${command} refused: ${sentences[reason]}` }
}
