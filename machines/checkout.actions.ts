import type { ActorSystem } from 'xstate'
import type { PaymentResult } from '../src/boundary/types.ts'
import { allowsSameSession, policyOf } from '../src/catalogue/payment-result-policy.ts'
import type { NextStep } from '../src/catalogue/types.ts'
import type {
  Counts,
  DiagnosticList,
  DiagnosticReason,
  Notice,
  Outcome,
  OutcomeStatus,
  Severity,
} from '../src/view/types.ts'
import { brokenNextStep, isComponentError } from './advice.ts'
import { type CheckoutContext, type CheckoutEvent, type Decline, isOwn, type Timeouts } from './checkout.types.ts'
import { momentOn, now } from './clock.ts'
import { doubtOf } from './doubt.ts'
import { channelOf, codeOf, type Scope as EchoScope, hear, isEcho } from './echo.ts'

// What the statechart's actions do to the context, by their names there. All of them are pure.

interface Scope extends EchoScope {
  // biome-ignore lint/suspicious/noExplicitAny: XState's own name for "whatever actors this system has".
  readonly system: ActorSystem<any>
}
type Update = Partial<CheckoutContext>

const LAST = 20

const resultOf = (event: CheckoutEvent): PaymentResult | null => ('result' in event ? event.result : undefined) ?? null

/** The first step of a checkout, fresh or restored: nothing has happened, so nothing is told or counted. */
const isStart = (event: CheckoutEvent): boolean => event.type.startsWith('xstate.')

/** One more entry; the list keeps its newest 20. */
export const note = (list: DiagnosticList, event: CheckoutEvent, reason: DiagnosticReason): DiagnosticList => ({
  count: list.count + 1,
  last: [...list.last.slice(1 - LAST), { code: codeOf(event), channel: channelOf(event), reason }],
})

const anomaly = (scope: Scope, reason: DiagnosticReason): Update =>
  isEcho(scope) ? {} : { anomalies: note(scope.context.anomalies, scope.event, reason) }

const malformed = (scope: Scope): Update =>
  'issues' in scope.event && scope.event.issues?.length ? anomaly(scope, 'malformed') : {}

/** The same notice again is the same object: the view does not change. */
const noticeOf = ({ context: { notice }, event }: Scope, severity: Severity): Notice => {
  const [code, channel] = [codeOf(event), channelOf(event)]
  const isSame = notice?.code === code && notice.severity === severity && notice.channel === channel
  return isSame ? notice : { code, severity, channel }
}

/** Tells what has happened. The merchant's own commands are not news to him. */
export const tell = (scope: Scope, severity: Severity): Update => {
  const { event } = scope
  if (isStart(event)) return {}
  if (isEcho(scope)) return hear(scope)
  if (event.type === 'checkout.mount') return { ...hear(scope), notice: null, payment: null }
  if (event.type === 'checkout.submit') return { ...hear(scope), notice: null }
  const payment = resultOf(event)
  const notice = noticeOf(scope, severity)
  return { ...malformed(scope), ...hear(scope), notice, ...(payment && { payment }) }
}

/** A row that changes nothing where it makes no sense. */
export const noteAnomaly = (scope: Scope): Update => ({ ...anomaly(scope, 'out-of-place'), ...hear(scope) })

/** The code says one thing and the payload another. */
export const noteContradiction = (scope: Scope): Update => anomaly(scope, 'contradiction')

/** An answer of an attempt that is over. What the present one is told next is no echo of it. */
export const noteLateAnswer = (scope: Scope): Update => (isEcho(scope) ? hear(scope) : anomaly(scope, 'late'))

/** A callback that could not be read. */
export const noteUndecodable = (scope: Scope): Update => ({
  anomalies: note(scope.context.anomalies, scope.event, 'undecodable'),
})

/** A newer SDK must not break a page: a code that nobody knows is kept, and changes nothing. */
export const noteUnrecognised = (scope: Scope): Update =>
  isEcho(scope) ? {} : { unrecognised: note(scope.context.unrecognised, scope.event, 'unrecognised') }

/** A mount or a submit that comes too early or too late. It never reaches the SDK. */
export const refuse = (scope: Scope): Update => ({
  ...anomaly(scope, 'refused'),
  ...hear(scope),
  notice: noticeOf(scope, 'warning'),
})

/** A submit while a payment is in flight. */
export const refuseDuplicate = (scope: Scope): Update => ({
  ...countDuplicate(scope),
  ...hear(scope),
  notice: noticeOf(scope, 'warning'),
})

const count = (scope: Scope, what: keyof Counts): Update => {
  const { counts } = scope.context
  return isEcho(scope) ? {} : { counts: { ...counts, [what]: counts[what] + 1 } }
}

export const countDuplicate = (scope: Scope): Update => count(scope, 'duplicates')

export const countVerificationFailure = (scope: Scope): Update => count(scope, 'verificationFailures')

/** Into flight from outside it: a new attempt, of which nothing is known yet. */
export const beginAttempt = (scope: Scope): Update => {
  const { event } = scope
  // A failure whose second telling casts doubt on the first is no new attempt.
  if (isStart(event) || isEcho(scope)) return {}
  return {
    ...count(scope, 'attempts'),
    ...forgetCause(),
    submitTicket: isOwn(event, 'checkout.submit') ? (event.ticket ?? null) : null,
  }
}

/**
 * There is a component again. Mounted by the merchant, it has a session of its own, or none that we know of; the one of
 * the checkout's options is that of the first.
 */
export const openComponent = ({ context, event, system }: Scope): Update => {
  if (!isOwn(event, 'checkout.mount')) return { hasComponent: true }
  return {
    hasComponent: true,
    mountTicket: event.ticket ?? null,
    sessionExpiresAt: momentOn(system, event.sessionExpiresAt) ?? context.firstSession,
    firstSession: null,
  }
}

/** It has ended, and that was told. */
export const forgetSession = (): Update => ({ sessionExpiresAt: null, firstSession: null })

/** Out of a resting state: what it said is no longer so. */
export const forgetCause = (): Update => ({ cause: null, decline: null, confirmedBy: null, payment: null })

/** Why the checkout rests. */
export const blame = ({ event }: Scope): Update => (isStart(event) ? {} : { cause: codeOf(event), decline: null })

/** A component that fails once is worth another try. */
export const countComponentError = (scope: Scope): Update => {
  const { context, event } = scope
  const counts = !isStart(event) && !isEcho(scope) && isComponentError(codeOf(event))
  return counts ? { componentErrors: context.componentErrors + 1 } : {}
}

const decisionOn = ({ context, event }: Scope): Decline => {
  const nextStep = policyOf(resultOf(event)?.paymentResultCode) ?? 'change-method'
  const needChange = 'needChangeSessionForRetry' in event ? event.needChangeSessionForRetry : undefined
  if (needChange === true) return { nextStep: 'new-session', sameSession: false }
  if (needChange === undefined) return { nextStep, sameSession: context.hasComponent && allowsSameSession(nextStep) }
  return {
    nextStep: nextStep === 'new-session' ? 'retry-same-session' : nextStep,
    sameSession: context.hasComponent,
  }
}

/** What the reason of a decline leaves to the buyer. Payment Element says by itself whether the session will do. */
export const decide = (scope: Scope): Update => (isStart(scope.event) ? {} : { decline: decisionOn(scope) })

/** The second telling of a decline may know its reason, where the first did not, or a stricter one. */
export const learn = (scope: Scope): Update => {
  const { context, event } = scope
  const payment = resultOf(event)
  if (payment?.paymentResultCode === undefined) return {}
  const decline = decisionOn(scope)
  const knowsMore = context.payment?.paymentResultCode === undefined || !decline.sameSession
  return knowsMore ? { decline, payment } : {}
}

/** The promise of the declined attempt came after its callback, and knows that the session is spent. */
export const requireNewSession = (): Update => ({ decline: { nextStep: 'new-session', sameSession: false } })

/** The SDK's own button is on the page: what the buyer does with it is not announced. */
export const suspectUnseenSubmit = ({ context }: Scope): Update =>
  context.settings.submitButton === 'sdk' && context.doubt === 'none' ? { doubt: 'form' } : {}

/** Where nobody tells of the form, it may be there as soon as the component is being created. */
export const suspectUnannouncedForm = (scope: Scope): Update =>
  scope.context.settings.announcesForm ? {} : suspectUnseenSubmit(scope)

/** Nobody has said what became of a submit. */
export const suspectAttempt = (): Update => ({ doubt: 'attempt' })

/** The SDK's own cancel says that the form was left unsubmitted. It says nothing of an attempt before it. */
export const settleForm = ({ context }: Scope): Update => (context.doubt === 'form' ? { doubt: 'none' } : {})

/** A definite answer about the payment. */
export const settle = (): Update => ({ doubt: 'none' })

/** What the other tabs say by now. It is no happening of this checkout's: nothing is told. */
export const hearClaim = ({ event }: Scope): Update => (isOwn(event, 'tab.claim') ? { elsewhere: event.claim } : {})

/** What another tab has left behind is this one's to find out: as if it had been restored from there. */
export const inherit = ({ context }: Scope): Update => ({ elsewhere: 'none', doubt: doubtOf(context) })

/** The SDK has said how the payment ended; what an earlier attempt left behind is gone. */
export const creditSdk = ({ event }: Scope): Update => ({ confirmedBy: 'sdk', payment: resultOf(event) })

/** The server has. */
export const creditServer = ({ event }: Scope): Update => ({ confirmedBy: 'server', payment: resultOf(event) })

/** A waiting state was entered from another one. */
export const startDeadline = ({ context, system }: Scope, { of }: { of: keyof Timeouts }): Update => ({
  deadline: now(system) + context.settings.timeouts[of],
})

/** The question's budget. A restored checkout goes on with what is left of it, and with no more. */
export const startInquiry = ({ context, event, system }: Scope): Update => {
  const end = now(system) + context.settings.inquiry.budget
  return { deadline: isStart(event) ? Math.min(context.deadline ?? end, end) : end }
}

/** The outcome, if the checkout ends like this. */
export const conclusion = (context: CheckoutContext, event: CheckoutEvent, status: OutcomeStatus): Outcome => {
  const { decline, cause, notice, payment, counts, anomalies, confirmedBy } = context
  const afterCause = cause === null ? null : brokenNextStep(context)
  const nextStep: Record<OutcomeStatus, NextStep> = {
    succeeded: 'show-success',
    unresolved: 'ask-server',
    failed: decline?.nextStep ?? 'change-method',
    cancelled: cause === null ? 'none' : 'retry-same-session',
    errored: afterCause ?? 'retry-same-session',
  }
  return {
    status,
    safeToPayAgain: status !== 'succeeded' && status !== 'unresolved',
    confirmedBy: status === 'unresolved' ? null : confirmedBy,
    nextStep: nextStep[status],
    code: status === 'succeeded' ? codeOf(event) : (cause ?? notice?.code ?? null),
    paymentResultCode: payment?.paymentResultCode ?? null,
    payment,
    counts,
    anomalies: anomalies.count,
  }
}

export const concludeAs = ({ context, event }: Scope, { status }: { status: OutcomeStatus }): Update => ({
  outcome: conclusion(context, event, status),
})
