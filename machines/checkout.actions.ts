import type { ActorSystem } from 'xstate'
import type { Channel, PaymentResult } from '../src/boundary/types.ts'
import { allowsSameSession, policyOf } from '../src/catalogue/payment-result-policy.ts'
import type { DiagnosticList, DiagnosticReason, Notice, OutcomeStatus, Severity } from '../src/view/types.ts'
import { brokenNextStep, isComponentError } from './advice.ts'
import { type CheckoutContext, type CheckoutEvent, isOwn, type Timeouts } from './checkout.types.ts'
import { now, onClock } from './clock.ts'

// What the statechart's actions do to the context, by their names there. All of them are pure.

export interface Scope {
  readonly context: CheckoutContext
  readonly event: CheckoutEvent
  // biome-ignore lint/suspicious/noExplicitAny: XState's own name for "whatever actors this system has".
  readonly system: ActorSystem<any>
}
type Update = Partial<CheckoutContext>

const LAST = 20

/** The code by which an event is known to a reader. */
export const codeOf = (event: CheckoutEvent): string => ('code' in event ? event.code : undefined) ?? event.type

const channelOf = (event: CheckoutEvent): Channel | null => ('channel' in event ? event.channel : undefined) ?? null

const resultOf = (event: CheckoutEvent): PaymentResult | null => ('result' in event ? event.result : undefined) ?? null

/** The first step of a checkout, fresh or restored: nothing has happened, so nothing is told or counted. */
const isStart = (event: CheckoutEvent): boolean => event.type.startsWith('xstate.')

/** Callbacks come by a channel; an event without one is taken for the ordinary callback. */
const heardBy = (event: CheckoutEvent): Channel => channelOf(event) ?? 'onEventCallback'

/**
 * Whether this is the happening that was heard last, told once more by another channel. The real SDK tells one failure
 * by `onError`, `onEventCallback` and a rejected promise, within milliseconds.
 */
export const isEcho = ({ context: { heard }, event }: Pick<Scope, 'context' | 'event'>): boolean =>
  heard !== null && heard.code === codeOf(event) && !heard.channels.includes(heardBy(event))

/** One more entry; the list keeps its newest 20. */
export const note = (list: DiagnosticList, event: CheckoutEvent, reason: DiagnosticReason): DiagnosticList => ({
  count: list.count + 1,
  last: [...list.last.slice(1 - LAST), { code: codeOf(event), channel: channelOf(event), reason }],
})

const anomaly = (scope: Scope, reason: DiagnosticReason): Update =>
  isEcho(scope) ? {} : { anomalies: note(scope.context.anomalies, scope.event, reason) }

/** Ends every row: from here on the same code by another channel is an echo. */
export const hear = (scope: Scope): Update => {
  const { context, event } = scope
  const channels = isEcho(scope) ? (context.heard?.channels ?? []) : []
  return { heard: { code: codeOf(event), channels: [...channels, heardBy(event)] } }
}

const malformed = (scope: Scope): Update =>
  'issues' in scope.event && scope.event.issues?.length ? anomaly(scope, 'malformed') : {}

/** Tells what has happened. The merchant's own commands are not news to him. */
export const tell = (scope: Scope, severity: Severity): Update => {
  const { event } = scope
  if (isStart(event)) return {}
  if (isEcho(scope)) return hear(scope)
  if (event.type === 'checkout.mount') return { ...hear(scope), notice: null, payment: null }
  if (event.type === 'checkout.submit') return { ...hear(scope), notice: null }
  const notice: Notice = { code: codeOf(event), severity, channel: channelOf(event) }
  const payment = resultOf(event)
  return { ...malformed(scope), ...hear(scope), notice, ...(payment && { payment }) }
}

/** A row that changes nothing where it makes no sense. */
export const noteAnomaly = (scope: Scope): Update => ({ ...anomaly(scope, 'out-of-place'), ...hear(scope) })

/** The code says one thing and the payload another. */
export const noteContradiction = (scope: Scope): Update => anomaly(scope, 'contradiction')

/** An answer of an attempt that is over. */
export const noteLateAnswer = (scope: Scope): Update => ({ ...anomaly(scope, 'late'), ...hear(scope) })

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
  notice: { code: codeOf(scope.event), severity: 'warning', channel: null },
})

/** A submit while a payment is in flight. */
export const refuseDuplicate = (scope: Scope): Update => ({
  ...countDuplicate(scope),
  ...hear(scope),
  notice: { code: codeOf(scope.event), severity: 'warning', channel: null },
})

export const countDuplicate = (scope: Scope): Update => {
  const { counts } = scope.context
  return isEcho(scope) ? {} : { counts: { ...counts, duplicates: counts.duplicates + 1 } }
}

export const countVerificationFailure = (scope: Scope): Update => {
  const { counts } = scope.context
  return isEcho(scope) ? {} : { counts: { ...counts, verificationFailures: counts.verificationFailures + 1 } }
}

/** Into flight from outside it: a new attempt, of which nothing is known yet. */
export const beginAttempt = ({ context, event }: Scope): Update => {
  if (isStart(event)) return {}
  const { counts } = context
  return {
    counts: { ...counts, attempts: counts.attempts + 1 },
    submitTicket: isOwn(event, 'checkout.submit') ? (event.ticket ?? null) : null,
    payment: null,
    decline: null,
    cause: null,
    confirmedBy: null,
  }
}

/** A mount opens a component, and with it a session: its end is the mount's to say. */
export const openComponent = ({ context, event, system }: Scope): Update => {
  if (!isOwn(event, 'checkout.mount')) return {}
  const moment = event.sessionExpiresAt
  return {
    mountTicket: event.ticket ?? null,
    sessionExpiresAt: moment == null ? context.sessionExpiresAt : onClock(system, Number(moment)),
  }
}

/** The session of the component before this one is of no matter to it. */
export const forgetSession = (): Update => ({ sessionExpiresAt: null })

/** Out of a resting state: what it said is no longer so. */
export const forgetCause = (): Update => ({ cause: null, decline: null, confirmedBy: null })

/** Why the checkout rests. */
export const blame = ({ event }: Scope): Update => (isStart(event) ? {} : { cause: codeOf(event), decline: null })

/** A component that fails once is worth another try. */
export const countComponentError = (scope: Scope): Update => {
  const { context, event } = scope
  const counts = !isStart(event) && !isEcho(scope) && isComponentError(codeOf(event))
  return counts ? { componentErrors: context.componentErrors + 1 } : {}
}

/** What the reason of a decline leaves to the buyer. Payment Element says by itself whether the session will do. */
export const decide = ({ event }: Scope): Update => {
  if (isStart(event)) return {}
  const nextStep = policyOf(resultOf(event)?.paymentResultCode) ?? 'change-method'
  const needChange = 'needChangeSessionForRetry' in event ? event.needChangeSessionForRetry : undefined
  if (needChange === true) return { decline: { nextStep: 'new-session', sameSession: false } }
  if (needChange === false)
    return { decline: { nextStep: nextStep === 'new-session' ? 'retry-same-session' : nextStep, sameSession: true } }
  return { decline: { nextStep, sameSession: allowsSameSession(nextStep) } }
}

/** The promise of the declined attempt came after its callback, and knows that the session is spent. */
export const requireNewSession = (): Update => ({ decline: { nextStep: 'new-session', sameSession: false } })

/** The SDK's own button is on the page: what the buyer does with it is not announced. */
export const suspectUnseenSubmit = ({ context }: Scope): Update =>
  context.submitButton === 'sdk' && context.doubt === 'none' ? { doubt: 'form' } : {}

/** Nobody has said what became of a submit. */
export const suspectAttempt = (): Update => ({ doubt: 'attempt' })

/** The SDK's own cancel says that the form was left unsubmitted. It says nothing of an attempt before it. */
export const settleForm = ({ context }: Scope): Update => (context.doubt === 'form' ? { doubt: 'none' } : {})

/** A definite answer about the payment. */
export const settle = (): Update => ({ doubt: 'none' })

/** The SDK has said how the payment ended; what an earlier attempt left behind is gone. */
export const creditSdk = ({ event }: Scope): Update => ({ confirmedBy: 'sdk', payment: resultOf(event) })

/** The server has. */
export const creditServer = ({ event }: Scope): Update => ({ confirmedBy: 'server', payment: resultOf(event) })

/** A waiting state was entered from another one. */
export const startDeadline = ({ context, system }: Scope, { of }: { of: keyof Timeouts }): Update => ({
  deadline: now(system) + context.timeouts[of],
})

/** The question's budget. A restored checkout goes on with what is left of it. */
export const startInquiry = ({ context, event, system }: Scope): Update =>
  isStart(event) && context.deadline !== null ? {} : { deadline: now(system) + context.inquiry.budget }

export const concludeAs = ({ context, event }: Scope, { status }: { status: OutcomeStatus }): Update => {
  const { decline, cause, notice, payment, counts, anomalies, confirmedBy } = context
  const nextStep = {
    succeeded: 'show-success',
    unresolved: 'ask-server',
    failed: decline?.nextStep ?? 'change-method',
    cancelled: cause === null ? 'none' : 'retry-same-session',
    errored: cause === null ? 'retry-same-session' : brokenNextStep(context),
  } as const
  return {
    outcome: {
      status,
      safeToPayAgain: status !== 'succeeded' && status !== 'unresolved',
      confirmedBy: status === 'unresolved' ? null : confirmedBy,
      nextStep: nextStep[status],
      code: status === 'succeeded' ? codeOf(event) : (cause ?? notice?.code ?? null),
      paymentResultCode: payment?.paymentResultCode ?? null,
      payment,
      counts,
      anomalies: anomalies.count,
    },
  }
}
