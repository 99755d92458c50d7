import type { CheckoutState, CheckoutView, NextStep } from 'antom-checkout-machine'

/** What the buyer reads, and the one button that is there. */
export interface Words {
  readonly sentence: string
  /** `pay` is enabled while `canSubmit`. */
  readonly button: 'pay' | 'try-again' | null
}

const byStep: Readonly<Record<NextStep, string>> = {
  none: 'Fill in your payment details, then press Pay.',
  // In all states but those below, it is another tab of the browser that has the payment under way.
  wait: 'This payment is under way in another window.',
  'fix-form': 'Please correct what is marked in the form.',
  // The same payment, on its way a second time: the first may have arrived.
  resubmit: 'The connection was interrupted. Press Pay to finish this payment.',
  'show-success': 'Thank you. Your payment has arrived.',
  'change-method': 'Your payment was declined. Please use another card or another way to pay.',
  'buyer-action': 'Your payment was declined: your payment provider needs something of you first.',
  'retry-same-session': 'The payment was not made. You can try again.',
  'new-session': 'The payment was not made, and this attempt is over. You can try again.',
  'ask-server': 'We are checking your payment. There is nothing that you have to do.',
  'contact-support': 'This payment cannot be made. Please contact us.',
  'fix-integration': 'We are sorry: we cannot take payments at the moment.',
}

const byState: Readonly<Partial<Record<CheckoutState, string>>> = {
  init: 'One moment, please.',
  loading: 'One moment, please.',
  submitting: 'Your payment is being sent. Please stay on this page.',
  challenge: 'Your bank asks you to confirm the payment.',
  redirecting: 'You are being taken to another page to finish the payment.',
  cancelled: 'The payment was not made.',
}

const unknown =
  'We do not know yet whether your payment has arrived. We will tell you; please do not start another one.'

const withoutAnotherTry: readonly NextStep[] = ['none', 'contact-support', 'fix-integration']

const sentenceFor = ({ state, nextStep, busy }: CheckoutView): string =>
  nextStep === 'ask-server' && !busy ? unknown : (byState[state] ?? byStep[nextStep])

const buttonFor = ({ canSubmit, canMount, nextStep, submission }: CheckoutView): Words['button'] => {
  if (canSubmit || (nextStep === 'wait' && !canMount)) return 'pay'
  // Never while something may have been paid.
  return canMount && submission === 'none' && !withoutAnotherTry.includes(nextStep) ? 'try-again' : null
}

export const wordsFor = (view: CheckoutView): Words => ({ sentence: sentenceFor(view), button: buttonFor(view) })
