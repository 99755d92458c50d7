import type { CheckoutState } from '../../view/types.ts'

/** What a state is like, as far as a colour can say it. */
export type Tone = 'quiet' | 'open' | 'flight' | 'doubt' | 'bad' | 'good'

const tones: Readonly<Record<CheckoutState | 'preparing' | 'flight', Tone>> = {
  preparing: 'open',
  init: 'quiet',
  loading: 'open',
  form: 'open',
  flight: 'flight',
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

/** Of a path: that of its innermost state which has one. A form is like the state that it is of. */
export const toneOfPath = (path: string): Tone => {
  const [, , state, form] = path.split('.')
  const name = (form !== undefined ? state : path.split('.').at(-1)) ?? ''
  return name in tones ? tones[name as keyof typeof tones] : 'quiet'
}
