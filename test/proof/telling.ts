// What is told of each event, as the contract has it: a notice, an entry in the diagnostics, a count. Every event
// leaves a trace of itself: nothing is lost.

import type { DiagnosticReason, Severity } from '../../src/view/types.ts'
import { type Control, type Happening, isFlight } from './contract.ts'

export interface Telling {
  /** Of the notice, whose code is the event's. `null`: the notice is taken back. Left out: it stays as it was. */
  readonly notice?: Severity | null
  /** Why it is noted as an anomaly. */
  readonly anomaly?: DiagnosticReason
  readonly unrecognised?: true
  readonly duplicate?: true
}

const arrival = ({ state, slow, form }: Control): Severity => {
  switch (state) {
    case 'loading':
      return slow ? 'warning' : 'info'
    case 'form':
      return form === 'ready' ? 'info' : 'warning'
    case 'confirming':
      return 'warning'
    case 'declined':
    case 'broken':
      return 'error'
    case 'succeeded':
      return 'success'
    default:
      return 'info'
  }
}

/** An event that changes nothing in this state. */
const ofNoConsequence = ({ state, elsewhere }: Control, type: string): Telling => {
  const atRest = ['declined', 'dismissed', 'broken'].includes(state)
  switch (type) {
    case 'SDK_PAYMENT_WARN':
      return { notice: 'warning' }
    case 'SDK_PAYMENT_SHIPPINGCHANGE':
    case 'SDK_PAYMENT_CLICK_BACK_TO_MERCHANT':
    case 'SDK_PAYMENT_CHALLENGE':
    case 'SDK_CALL_URL_SUCCESS':
    case 'SDK_REDIRECT':
      return { notice: 'info' }
    case 'SDK_DUPLICATE_SUBMISSION_BEHAVIOR':
      return { notice: 'warning', duplicate: true }
    case 'SDK_START_OF_LOADING':
      return state === 'loading' ? { notice: 'info' } : { anomaly: 'out-of-place' }
    case 'SDK_PAYMENT_APPROVE':
      return isFlight(state) ? { notice: 'info' } : { anomaly: 'out-of-place' }
    case 'SDK_END_OF_LOADING':
    case 'SDK_FORM_VERIFICATION_FAILED':
    case 'SDK_SUBMIT_NETWORK_ERROR':
      return { anomaly: 'out-of-place' }
    case 'checkout.dismiss':
    case 'SDK_PAYMENT_CANCEL':
    case 'server.cancelled':
      return { notice: atRest ? 'info' : 'warning' }
    case 'checkout.mount':
      return { notice: 'warning', anomaly: 'refused' }
    case 'checkout.submit':
      return isFlight(state) ? { notice: 'warning', duplicate: true } : { notice: 'warning', anomaly: 'refused' }
    case 'checkout.undecodable':
      return { anomaly: 'undecodable' }
    case 'answer.open':
      return state === 'confirming' ? { notice: 'warning' } : { anomaly: 'late' }
    case 'tab.gone':
      if (state === 'confirming') return { notice: 'warning' }
      return elsewhere === 'none' ? { anomaly: 'out-of-place' } : { notice: 'info' }
    case 'tab.ended':
      return { notice: 'info' }
    case 'answer.refused':
    case 'answer.late':
      return { anomaly: 'late' }
    case 'SDK_INIT_PARAMETER_ERROR':
    case 'SDK_CREATEPAYMENT_PARAMETER_ERROR':
    case 'SDK_CREATECOMPONENT_ERROR':
    case 'SDK_CREATE_COMPONENT_ERROR':
      return { notice: state === 'broken' ? 'error' : 'warning' }
    case 'SDK_PAYMENT_FAIL':
      return { notice: state === 'declined' ? 'error' : 'warning' }
    default:
      return { notice: 'warning' }
  }
}

/** What is told of a happening that leads from here to there. */
export const expectedTelling = (from: Control, { name, event, contradicts }: Happening, to: Control): Telling => {
  const moves = from.state !== to.state || from.form !== to.form || from.slow !== to.slow
  if (event.type === 'checkout.close') return {}
  if (name === 'answer.late: new session' || event.type === 'tab.claim') return {}
  if (name === 'foreign by onEventCallback') return { unrecognised: true }
  if (name === 'foreign by onError') return { unrecognised: true, notice: moves ? arrival(to) : 'warning' }
  if (moves && (event.type === 'checkout.mount' || event.type === 'checkout.submit')) return { notice: null }
  // Form to the same form is told anew, as every entry is.
  const entersForm =
    to.state === 'form' &&
    ['SDK_PAYMENT_RETRY', 'SDK_FORM_VERIFICATION_FAILED', 'SDK_SUBMIT_NETWORK_ERROR'].includes(event.type)
  const told = moves || entersForm ? { notice: arrival(to) } : ofNoConsequence(from, event.type)
  return contradicts ? { ...told, anomaly: 'contradiction' } : told
}
