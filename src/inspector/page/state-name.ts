import type { CheckoutState } from '../../view/types.ts'

export { nameOf as stateOfPath } from '../journey/state.ts'

/** What a state is like, as far as a colour can say it. */
export type Tone = 'quiet' | 'open' | 'flight' | 'doubt' | 'bad' | 'good'

const tones: Readonly<Record<CheckoutState, Tone>> = {
  init: 'quiet',
  loading: 'open',
  form: 'open',
  submitting: 'flight',
  challenge: 'flight',
  redirecting: 'flight',
  confirming: 'doubt',
  declined: 'bad',
  dismissed: 'quiet',
  broken: 'bad',
  succeeded: 'good',
  failed: 'bad',
  cancelled: 'quiet',
  errored: 'bad',
  unresolved: 'doubt',
}

export const toneOf = (state: CheckoutState): Tone => tones[state]
