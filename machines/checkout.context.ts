import type { ActorSystem } from 'xstate'
import type { DiagnosticList } from '../src/view/types.ts'
import type { CheckoutContext, CheckoutInput, Timeouts } from './checkout.types.ts'
import { momentOn } from './clock.ts'
import type { InquiryLimits } from './inquiry.types.ts'

const second = 1_000
const minute = 60 * second

/** The defaults of lifecycle.md, in milliseconds. */
export const defaultTimeouts: Timeouts = {
  loading: 20 * second,
  submitting: minute,
  challenge: 10 * minute,
  redirecting: 30 * second,
}

/** The defaults of lifecycle.md, in milliseconds. */
export const defaultInquiry: InquiryLimits = {
  firstDelay: second,
  maxDelay: 30 * second,
  jitter: 0.2,
  budget: 5 * minute,
}

/** A limit that is no time at all (negative, infinite, not a number) is not taken: every wait has an end. */
const withDefaults = <T extends object>(defaults: T, given: Partial<T> | null | undefined): T => {
  const usable = Object.entries(given ?? {}).filter(([, limit]) => Number.isFinite(limit) && Number(limit) >= 0)
  return { ...defaults, ...Object.fromEntries(usable) }
}

const empty: DiagnosticList = { count: 0, last: [] }

interface Start {
  readonly input: CheckoutInput | undefined
  readonly self: {
    // biome-ignore lint/suspicious/noExplicitAny: XState's own name for "whatever actors this system has".
    readonly system: ActorSystem<any>
  }
}

/** How a checkout begins: fresh, or with what another page has saved of it. */
export const createContext = ({ input = {}, self: { system } }: Start): CheckoutContext => {
  const { saved } = input
  const firstSession = momentOn(system, input.sessionExpiresAt)
  return {
    settings: {
      // Whatever else it is called: the SDK may be the one that renders it.
      submitButton: input.submitButton === 'merchant' ? 'merchant' : 'sdk',
      announcesForm: input.announcesForm !== false,
      timeouts: withDefaults(defaultTimeouts, input.timeouts),
      inquire: input.inquire,
      inquiry: withDefaults(defaultInquiry, input.inquiry),
    },
    saved,
    hasComponent: saved === undefined,
    doubt: saved?.doubt ?? 'none',
    // The component is gone: another try needs a mount.
    decline: saved?.decline ? { ...saved.decline, sameSession: false } : null,
    elsewhere: 'none',
    firstSession,
    sessionExpiresAt: firstSession ?? momentOn(system, saved?.sessionExpiresAt),
    deadline: momentOn(system, saved?.inquiryEndsAt),
    cause: saved?.cause ?? null,
    componentErrors: saved?.componentErrors ?? 0,
    notice: null,
    payment: saved?.paymentResultCode ? { paymentResultCode: saved.paymentResultCode } : null,
    confirmedBy: saved?.confirmedBy ?? null,
    counts: saved?.counts ?? { attempts: 0, duplicates: 0, verificationFailures: 0 },
    anomalies: empty,
    unrecognised: empty,
    outcome: null,
    heard: null,
    mountTicket: null,
    submitTicket: null,
  }
}
