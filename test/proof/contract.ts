// The event table of the contract, transcribed a second time, as plain data and functions that know nothing of XState
// or of the machine: what the machine is held against, state by state and event by event.

import type { CheckoutEvent, Claim, Doubt, SubmitButton } from '../../machines/checkout.types.ts'
import type { CheckoutState, Submission } from '../../src/view/types.ts'

/** All that decides where an event leads. */
export interface Control {
  readonly state: CheckoutState
  readonly doubt: Doubt
  /** loading: slow. */
  readonly slow: boolean
  /** form: what the view says of it. */
  readonly form: 'ready' | 'interrupted' | 'invalid' | null
  /** The server is being asked. */
  readonly asking: boolean
  /** declined: the same session may try again. */
  readonly mayRetry: boolean
  /** What the other tabs of the browser say of this payment. */
  readonly elsewhere: Claim
}

export interface Setting {
  readonly submitButton: SubmitButton
  /** The SDK tells that its form is there. */
  readonly announcesForm: boolean
  readonly canAsk: boolean
}

const before: readonly CheckoutState[] = ['init', 'loading', 'form']
const flight: readonly CheckoutState[] = ['submitting', 'challenge', 'redirecting', 'confirming']
const resting: readonly CheckoutState[] = ['declined', 'dismissed', 'broken']

export const isFlight = (state: CheckoutState): boolean => flight.includes(state)

/** What this tab knows by itself. */
const ownSubmission = ({ state, doubt }: Pick<Control, 'state' | 'doubt'>): Submission => {
  if (isFlight(state) || state === 'succeeded' || state === 'unresolved') return 'certain'
  return doubt === 'none' ? 'none' : 'possible'
}

/** … and with what the other tabs say. */
export const submissionOf = (control: Pick<Control, 'state' | 'doubt' | 'elsewhere'>): Submission => {
  const own = ownSubmission(control)
  if (own === 'certain' || control.elsewhere === 'certain') return 'certain'
  return own === 'possible' || control.elsewhere !== 'none' ? 'possible' : 'none'
}

type Goal = CheckoutState | 'form:ready' | 'form:interrupted' | 'form:invalid' | 'slow' | 'stays' | 'unanswered'

/** An event with the variant of its payload, as the table tells them apart. */
export interface Happening {
  readonly name: string
  readonly event: CheckoutEvent
  /** Its payload says otherwise. */
  readonly contradicts?: boolean
  /** declined: what the reason leaves open. */
  readonly allowsRetry?: boolean
}

const parameterErrors = [
  'SDK_INIT_PARAMETER_ERROR',
  'SDK_CREATEPAYMENT_PARAMETER_ERROR',
  'SDK_CREATECOMPONENT_ERROR',
  'SDK_CREATE_COMPONENT_ERROR',
]

/** Where the row leads. `possible` and `certain` as in the contract. */
const goal = (now: Control, { event, name, contradicts }: Happening, button: SubmitButton): Goal => {
  const { state, elsewhere } = now
  const is = (...states: readonly CheckoutState[]): boolean => states.includes(state)
  const submission = ownSubmission(now)
  const type: string = name === 'foreign by onError' ? 'SDK_INTERNAL_ERROR' : event.type
  if (parameterErrors.includes(type)) {
    if (is(...resting)) return 'stays'
    return submission === 'certain' ? 'confirming' : 'broken'
  }
  switch (type) {
    case 'checkout.mount':
      if (elsewhere !== 'none' && button === 'sdk') return 'stays'
      return is('init', ...resting) ? 'loading' : 'stays'
    case 'checkout.submit':
      if (elsewhere !== 'none') return 'stays'
      return is('form') || (is('declined') && now.mayRetry) ? 'submitting' : 'stays'
    case 'checkout.close':
      if (submissionOf(now) !== 'none') return 'unresolved'
      if (is('declined')) return 'failed'
      if (is('broken') || (is('loading') && now.slow)) return 'errored'
      return 'cancelled'
    case 'checkout.dismiss':
      if (is(...before)) return 'dismissed'
      return is(...flight) ? 'confirming' : 'stays'
    case 'SDK_START_OF_LOADING':
      return is('init', 'form', ...resting) ? 'loading' : 'stays'
    case 'SDK_END_OF_LOADING':
      return is('init', 'loading', 'broken') ? 'form:ready' : 'stays'
    case 'SDK_FORM_VERIFICATION_FAILED':
      return is(...before, 'submitting', 'declined') ? 'form:invalid' : 'stays'
    case 'SDK_DUPLICATE_SUBMISSION_BEHAVIOR':
      return is('form') ? 'submitting' : 'stays'
    case 'SDK_PAYMENT_CHALLENGE':
      return 'challenge'
    case 'SDK_CALL_URL_SUCCESS':
    case 'SDK_REDIRECT':
      return 'redirecting'
    case 'SDK_CALL_URL_ERROR':
    case 'SDK_LAUNCH_PAYMENT_APP_ERROR':
      if (is(...resting)) return 'stays'
      return submissionOf(now) === 'none' ? 'broken' : 'confirming'
    case 'SDK_PAYMENT_AUTHORIZATION_SUCCESSFUL':
    case 'SDK_PAYMENT_PROCESSING':
    case 'SDK_PAYMENT_PENDING':
    case 'SDK_PAYMENT_ERROR':
      return 'confirming'
    case 'SDK_PAYMENT_SUCCESSFUL':
      return contradicts ? 'confirming' : 'succeeded'
    case 'SDK_PAYMENT_FAIL':
      return contradicts ? 'confirming' : 'declined'
    case 'SDK_PAYMENT_CANCEL':
      return submission === 'certain' ? 'confirming' : 'dismissed'
    case 'SDK_PAYMENT_RETRY':
      return 'form:ready'
    case 'SDK_SUBMIT_NETWORK_ERROR':
      return is(...before, 'submitting', 'declined') ? 'form:interrupted' : 'stays'
    case 'SDK_INTERNAL_ERROR':
      if (is('init', 'loading')) return 'broken'
      return is(...flight) ? 'confirming' : 'stays'
    case 'SDK_PAYMENT_APPROVE':
      return is(...before) ? 'submitting' : 'stays'
    case 'answer.open':
      return is(...flight) ? 'confirming' : 'stays'
    case 'answer.refused':
      return is('submitting') ? 'form:ready' : 'stays'
    case 'server.succeeded':
      return 'succeeded'
    case 'server.failed':
      return 'declined'
    case 'server.cancelled':
      return 'dismissed'
    case 'server.silent':
      return 'unanswered'
    case 'checkout.timeout':
      return is('loading') ? 'slow' : 'confirming'
    case 'checkout.expired':
      return 'broken'
    case 'tab.gone':
      if (is(...flight)) return 'confirming'
      if (elsewhere === 'none') return 'stays'
      return elsewhere === 'certain' ? 'confirming' : 'dismissed'
    default:
      return 'stays'
  }
}

const doubtAfter = (
  now: Control,
  { event: { type } }: Happening,
  to: CheckoutState,
  { submitButton, announcesForm }: Setting,
): Doubt => {
  if (type === 'tab.gone') {
    const [most] = (['attempt', 'form'] as const).filter((doubt) => [now.doubt, now.elsewhere].includes(doubt))
    return most ?? 'none'
  }
  if (to === 'declined' || type === 'server.cancelled') return 'none'
  if (type === 'SDK_PAYMENT_RETRY' && isFlight(now.state)) return 'attempt'
  if (
    type === 'SDK_SUBMIT_NETWORK_ERROR' &&
    to === 'form' &&
    (before.includes(now.state) || ['submitting', 'declined'].includes(now.state))
  )
    return 'attempt'
  if (type === 'SDK_PAYMENT_CANCEL' && to === 'dismissed' && now.doubt === 'form') return 'none'
  const mayShowForm = to === 'form' || (to === 'loading' && !announcesForm)
  return mayShowForm && submitButton === 'sdk' && now.doubt === 'none' ? 'form' : now.doubt
}

/** Where the contract says that a happening leads. */
export const expected = (now: Control, happening: Happening, setting: Setting): Control => {
  const { submitButton, canAsk } = setting
  const to = goal(now, happening, submitButton)
  const state: CheckoutState =
    to === 'stays' || to === 'unanswered' ? now.state : to === 'slow' ? 'loading' : (to.split(':')[0] as CheckoutState)
  const doubt = doubtAfter(now, happening, state, setting)
  const { event } = happening
  const elsewhere = event.type === 'tab.claim' && 'claim' in event ? event.claim : now.elsewhere
  // Of an attempt the SDK's cancel says nothing: the question goes on.
  const isAnew = state === 'form' || (to === 'dismissed' && (doubt !== 'attempt' || event.type === 'tab.gone'))
  const stays = to === 'stays' || (state === now.state && !isAnew)
  const asks =
    canAsk &&
    (state === 'confirming' ||
      (['dismissed', 'broken'].includes(state) && (doubt !== 'none' || now.elsewhere !== 'none')))
  const requiresNewSession = happening.name === 'answer.late: new session' && state === 'declined'
  return {
    state,
    doubt,
    slow: state === 'loading' && (to === 'slow' || (now.state === 'loading' && now.slow)),
    form: state === 'form' ? (to === 'stays' ? now.form : (to.split(':')[1] as 'ready')) : null,
    asking: to === 'unanswered' ? false : stays ? now.asking : asks,
    mayRetry:
      state === 'declined' &&
      !requiresNewSession &&
      (to === 'declined' ? (happening.allowsRetry ?? true) : now.mayRetry),
    elsewhere: event.type === 'tab.gone' ? 'none' : elsewhere,
  }
}
