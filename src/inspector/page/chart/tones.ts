/** What a state is like, as far as a colour can say it. */
export type Tone = 'quiet' | 'open' | 'flight' | 'doubt' | 'bad' | 'good'

const tones: Readonly<Record<string, Tone>> = {
  preparing: 'open',
  loading: 'open',
  form: 'open',
  flight: 'flight',
  submitting: 'flight',
  challenge: 'flight',
  redirecting: 'flight',
  confirming: 'doubt',
  unresolved: 'doubt',
  declined: 'bad',
  broken: 'bad',
  failed: 'bad',
  errored: 'bad',
  succeeded: 'good',
}

/** Of a path: that of its innermost state which has one. A form is like the state that it is of. */
export const toneOfPath = (path: string): Tone => {
  const [, , state, form] = path.split('.')
  const name = (form !== undefined ? state : path.split('.').at(-1)) ?? ''
  return tones[name] ?? 'quiet'
}
