import type { CheckoutView } from '../../../src/index.ts'
import { wordsFor } from '../../examples/ui/words.ts'
import type { Says, Shown } from './types.ts'

const sayings: Readonly<Partial<Record<CheckoutView['state'], Says>>> = {
  init: 'nothing',
  loading: 'loading',
  form: 'form',
  submitting: 'wait',
  challenge: 'wait',
  redirecting: 'wait',
  succeeded: 'paid',
  declined: 'failed',
  failed: 'failed',
  broken: 'failed',
  errored: 'failed',
  dismissed: 'cancelled',
  cancelled: 'cancelled',
}

/** The page with this package, held to the same questions as the naive ones. */
export const oursShown = (view: CheckoutView): Shown => {
  const { button } = wordsFor(view)
  const isOpen = view.nextStep === 'ask-server'
  const says = isOpen ? (view.busy ? 'wait' : 'not-known') : (sayings[view.state] ?? 'not-known')
  const offers = button === 'pay' && view.canSubmit ? 'same-session' : button === 'try-again' ? 'another' : 'nothing'
  return { says, offers, payments: 1, submits: view.counts.attempts > 0 ? 1 : 0, isTornDown: false }
}
