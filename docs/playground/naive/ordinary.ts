import { codeOf } from '../component/component.ts'
import type { Handler, Seen, Shown } from './types.ts'

export const atFirst: Shown = { says: 'nothing', offers: 'nothing', payments: 0, submits: 0, isTornDown: false }

export const codeSeen = (seen: Seen): string | null =>
  seen.via === 'server' || seen.via === 'return' ? null : codeOf(seen)

export const shows = (shown: Shown, says: Shown['says'], offers: Shown['offers'] = 'nothing'): Shown => ({
  ...shown,
  says,
  offers,
})

const reasonOf = (seen: Seen): string | undefined => {
  const [event] = 'args' in seen ? seen.args : []
  return (event as { result?: { paymentResultCode?: string } } | undefined)?.result?.paymentResultCode
}

const takesAnotherSession = new Set(['ORDER_IS_CLOSED'])

export const isPay = (seen: Seen): boolean =>
  (seen.via === 'buyer' && seen.does === 'pays') || (seen.via === 'command' && seen.name === 'submit')

/** The buyer presses the button, if there is one. */
const pay = (shown: Shown): Shown => {
  if (shown.offers === 'nothing') return shown
  const payments = shown.offers === 'another' ? shown.payments + 1 : Math.max(shown.payments, 1)
  // Another payment has a component of its own.
  const isTornDown = shown.isTornDown && shown.offers !== 'another'
  return { ...shows(shown, 'wait'), payments, submits: 1, isTornDown }
}

export const refuse = (shown: Shown, offers: Shown['offers']): Shown => ({
  ...shows(shown, 'failed', offers),
  payments: 0,
  submits: 0,
})

/**
 * What they all have in common: a form, a wait, a success, a failure; nothing else is handled, and nothing is ever asked.
 * Of a success they make no more; a button that was pressed is disabled; a component that was taken down says nothing.
 */
export const ordinary: Handler = (shown, seen) => {
  if (shown.says === 'paid') return shown
  if (isPay(seen)) return pay(shown)
  if (seen.via === 'command') return { ...shows(shown, 'loading'), isTornDown: false }
  if (shown.isTornDown) return shown
  switch (codeSeen(seen)) {
    case 'SDK_END_OF_LOADING':
    case 'SDK_FORM_VERIFICATION_FAILED':
      return shows(shown, 'form', 'same-session')
    case 'SDK_PAYMENT_SUCCESSFUL':
      return shows(shown, 'paid')
    case 'SDK_PAYMENT_FAIL':
      return refuse(shown, takesAnotherSession.has(reasonOf(seen) ?? '') ? 'another' : 'same-session')
    default:
      return shown
  }
}
