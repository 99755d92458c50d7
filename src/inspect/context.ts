import { defaultInquiry, defaultTimeouts } from '../../machines/checkout.context.ts'
import type { Claim, Doubt } from '../../machines/checkout.types.ts'
import type { Channel } from '../boundary/types.ts'
import type { NextStep } from '../catalogue/types.ts'
import type { Counts, DiagnosticEntry, DiagnosticReason, OutcomeStatus, Severity } from '../view/types.ts'
import { allowCode, allowResultCode } from './codes.ts'
import type { SafeContext, SafeDiagnosticList, SafeOutcome, SafeResult } from './types.ts'
import { count, fraction, isCut, isObject, newest, once, read, time, word } from './values.ts'

// The checkout's context, field by field: from the machine itself, stripped before, or cut by an official sender.

const channels: Record<Channel, true> = {
  onEventCallback: true,
  onError: true,
  onClose: true,
  promise: true,
  server: true,
  tab: true,
}
const doubts: Record<Doubt, true> = { none: true, form: true, attempt: true }
const claims: Record<Claim, true> = { ...doubts, certain: true }
const statuses = { SUCCESS: true, FAIL: true, PROCESSING: true, PENDING: true, CANCELLED: true } as const
const confirmers = { sdk: true, server: true } as const
const buttons = { sdk: true, merchant: true } as const
const severities: Record<Severity, true> = { info: true, success: true, warning: true, error: true }
const ends: Record<OutcomeStatus, true> = {
  succeeded: true,
  failed: true,
  cancelled: true,
  errored: true,
  unresolved: true,
}
const reasons: Record<DiagnosticReason, true> = {
  'out-of-place': true,
  contradiction: true,
  malformed: true,
  undecodable: true,
  refused: true,
  unrecognised: true,
  late: true,
}
const steps: Record<NextStep, true> = {
  none: true,
  wait: true,
  'fix-form': true,
  resubmit: true,
  'show-success': true,
  'change-method': true,
  'buyer-action': true,
  'retry-same-session': true,
  'new-session': true,
  'ask-server': true,
  'contact-support': true,
  'fix-integration': true,
}

export const allowChannel = <F>(value: unknown, fallback: F): Channel | F => word(channels, value, fallback)

export const allowClaim = <F>(value: unknown, fallback: F): Claim | F => word(claims, value, fallback)

/** A code that may be missing. */
const orNull = (code: unknown, allow: (code: string) => string = allowCode): string | null =>
  typeof code === 'string' ? allow(code) : null

/** What passes of a payment's result; `null` for what is none. */
export const allowResult = (value: unknown): SafeResult | null => {
  if (!isObject(value)) return null
  const [status, code] = [read(value, 'paymentStatus'), read(value, 'paymentResultCode')]
  return {
    ...(typeof status === 'string' && { paymentStatus: word(statuses, status, 'OTHER') }),
    ...(typeof code === 'string' && { paymentResultCode: allowResultCode(code) }),
  }
}

const allowCounts = once(
  (value): Counts => ({
    attempts: count(read(value, 'attempts'), 0),
    duplicates: count(read(value, 'duplicates'), 0),
    verificationFailures: count(read(value, 'verificationFailures'), 0),
  }),
)

const allowEntry = once((value): DiagnosticEntry | null => {
  const reason = word(reasons, read(value, 'reason'), null)
  return reason && { code: allowCode(read(value, 'code')), channel: allowChannel(read(value, 'channel'), null), reason }
})

const allowList = once(
  (value): SafeDiagnosticList => ({
    count: count(read(value, 'count'), 0),
    last: newest(read(value, 'last'), 10, allowEntry),
  }),
)

/** How a checkout has ended; `null` for what is no end. */
export const allowOutcome = (value: unknown): SafeOutcome | null => {
  const status = word(ends, read(value, 'status'), null)
  return (
    status && {
      status,
      safeToPayAgain: read(value, 'safeToPayAgain') === true,
      confirmedBy: word(confirmers, read(value, 'confirmedBy'), null),
      nextStep: word(steps, read(value, 'nextStep'), 'none'),
      code: orNull(read(value, 'code')),
      paymentResultCode: orNull(read(value, 'paymentResultCode'), allowResultCode),
      payment: allowResult(read(value, 'payment')),
      counts: allowCounts(read(value, 'counts')),
      anomalies: count(read(value, 'anomalies'), 0),
    }
  )
}

const allowNotice = (value: unknown): SafeContext['notice'] => {
  const severity = word(severities, read(value, 'severity'), null)
  return (
    severity && { code: allowCode(read(value, 'code')), severity, channel: allowChannel(read(value, 'channel'), null) }
  )
}

const allowHeard = (value: unknown): SafeContext['heard'] =>
  isObject(value)
    ? {
        code: allowCode(read(value, 'code')),
        channels: newest(read(value, 'channels'), 10, (channel) => allowChannel(channel, null)),
      }
    : null

const allowDecline = (value: unknown): SafeContext['decline'] => {
  const nextStep = word(steps, read(value, 'nextStep'), null)
  return nextStep && { nextStep, sameSession: read(value, 'sameSession') === true }
}

const allowFacts = (value: unknown): SafeContext['facts'] => ({
  hasComponent: read(value, 'hasComponent') === true,
  doubt: word(doubts, read(value, 'doubt'), 'none'),
  elsewhere: allowClaim(read(value, 'elsewhere'), 'none'),
  sessionExpiresAt: time(read(value, 'sessionExpiresAt'), null),
  deadline: time(read(value, 'deadline'), null),
  cause: orNull(read(value, 'cause')),
  componentErrors: count(read(value, 'componentErrors'), 0),
  confirmedBy: word(confirmers, read(value, 'confirmedBy'), null),
  mountTicket: count(read(value, 'mountTicket'), null),
  submitTicket: count(read(value, 'submitTicket'), null),
})

const allowSettings = once((value): SafeContext['settings'] => {
  const [timeouts, inquiry, inquire] = ['timeouts', 'inquiry', 'inquire'].map((key) => read(value, key))
  const limit = (of: unknown, defaults: object, key: string): number =>
    time(read(of, key), Number(defaults[key as keyof typeof defaults]))
  return {
    submitButton: word(buttons, read(value, 'submitButton'), 'sdk'),
    announcesForm: read(value, 'announcesForm') !== false,
    timeouts: {
      loading: limit(timeouts, defaultTimeouts, 'loading'),
      submitting: limit(timeouts, defaultTimeouts, 'submitting'),
      challenge: limit(timeouts, defaultTimeouts, 'challenge'),
      redirecting: limit(timeouts, defaultTimeouts, 'redirecting'),
    },
    inquiry: {
      firstDelay: limit(inquiry, defaultInquiry, 'firstDelay'),
      maxDelay: limit(inquiry, defaultInquiry, 'maxDelay'),
      jitter: fraction(read(inquiry, 'jitter'), defaultInquiry.jitter),
      budget: limit(inquiry, defaultInquiry, 'budget'),
    },
    // An official sender names a function by an object.
    inquires: read(value, 'inquires') === true || typeof inquire === 'function' || isObject(inquire),
  }
})

/** A context of the checkout's, by its looks. */
export const looksLikeOurs = (context: unknown): boolean =>
  ['settings', 'counts', 'anomalies', 'unrecognised'].every((key) => {
    const value = read(context, key)
    return isObject(value) || isCut(value)
  })

/**
 * The checkout's context, as far as it may be shown.
 *
 * @param previous where a sender has cut a part of it, that part is as it was before
 */
export const allowContext = (context: unknown, previous: SafeContext | undefined): SafeContext => {
  const part = <K extends keyof SafeContext>(key: K, allow: (value: unknown) => SafeContext[K]): SafeContext[K] => {
    const value = read(context, key)
    return isCut(value) && previous ? previous[key] : allow(value)
  }
  const facts = read(context, 'facts')
  return {
    anomalies: part('anomalies', allowList),
    counts: part('counts', allowCounts),
    decline: part('decline', allowDecline),
    // In the machine's own context they stand beside the others.
    facts: isObject(facts) || isCut(facts) ? part('facts', allowFacts) : allowFacts(context),
    heard: part('heard', allowHeard),
    notice: part('notice', allowNotice),
    outcome: part('outcome', allowOutcome),
    payment: part('payment', allowResult),
    settings: part('settings', allowSettings),
    unrecognised: part('unrecognised', allowList),
  }
}
