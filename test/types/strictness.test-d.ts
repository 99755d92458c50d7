// Compiled, never run: how far the strictness of the types goes. See also public.test-d.ts.

import { type Either, isRight } from 'fp-ts/lib/Either.js'
import { isSome, type Option } from 'fp-ts/lib/Option.js'
import { createActor } from 'xstate'
import {
  type CheckoutInput,
  type CheckoutOptions,
  type CheckoutState,
  type CheckoutStorage,
  type CheckoutView,
  checkoutMachine,
  createCheckout,
  type DecodeError,
  decodeCallback,
  describeEvent,
  type describePaymentResult,
  type EventCode,
  type EventCodeEntry,
  eventCodes,
  type NextStep,
  type Notice,
  type Outcome,
  type PaymentResultCode,
  type PaymentResultEntry,
  type paymentResultCodes,
  type Refusal,
  type Rejection,
  type SavedCheckout,
  type SdkEvent,
  toView,
} from '../../src/index.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
/** Compiles if its argument is `true`. */
const holds = <T extends true>(..._proof: readonly T[]): void => {}

type IsAny<T> = 0 extends 1 & T ? true : false
/** The platform's own types are not looked into. */
type Leaf = string | number | bigint | symbol | Date | AbortSignal
/** Whether there is an `any` in a type, at any depth. `boolean`, where a part of a union has one. */
type HasAny<T> =
  IsAny<T> extends true
    ? true
    : T extends Leaf
      ? false
      : T extends (...args: infer A) => infer R
        ? HasAny<A> | HasAny<R>
        : T extends readonly (infer E)[]
          ? HasAny<E>
          : T extends object
            ? { [K in keyof T]-?: HasAny<T[K]> }[keyof T]
            : false
type NoAny<T> = true extends HasAny<T> ? false : true

// The helper itself.
holds<Equal<NoAny<{ a: { b?: readonly (string | { c: unknown })[] } | null }>, true>>()
// biome-ignore-start lint/suspicious/noExplicitAny: what the helper has to find.
holds<Equal<NoAny<any>, false>>()
holds<Equal<NoAny<{ a: { b?: readonly (string | { c: any })[] } | null }>, false>>()
holds<Equal<NoAny<(a: string) => { b: any }>, false>>()
holds<Equal<NoAny<(a: { b: any }) => string>, false>>()
// biome-ignore-end lint/suspicious/noExplicitAny: what the helper has to find.

const checkout = createCheckout({ submitButton: 'merchant' })
const view: CheckoutView = checkout.getSnapshot()

// No `any` at any depth of what a user sees.
holds<NoAny<CheckoutView>>()
holds<NoAny<Outcome>>()
holds<NoAny<Refusal | Rejection>>()
holds<NoAny<SdkEvent | DecodeError>>()
holds<NoAny<SavedCheckout>>()
holds<NoAny<CheckoutInput>>()
holds<NoAny<Omit<CheckoutOptions, 'inspect' | 'clock'>>>() // those two are XState's own types
holds<NoAny<CheckoutStorage>>()
holds<NoAny<typeof eventCodes>>()
holds<NoAny<typeof paymentResultCodes>>()
holds<NoAny<typeof decodeCallback>>()
holds<NoAny<typeof describeEvent>>()
holds<NoAny<typeof describePaymentResult>>()
holds<NoAny<typeof checkout.callbacks>>()
holds<NoAny<typeof checkout.close>>()
holds<NoAny<typeof checkout.getSnapshot>>()
holds<NoAny<typeof checkout.subscribe>>()

// The catalogue is typed from its own data.
holds<Equal<typeof eventCodes.SDK_PAYMENT_FAIL.kind, 'result'>>()
holds<Equal<typeof eventCodes.SDK_START_OF_LOADING.kind, 'status'>>()
holds<Equal<typeof eventCodes.SDK_INTERNAL_ERROR.kind, 'error'>>()
holds<Equal<keyof typeof eventCodes, EventCode>>()
holds<Equal<keyof typeof paymentResultCodes, PaymentResultCode>>()
// @ts-expect-error the codes of the catalogue are a closed set
export const code: EventCode = 'SDK_NO_SUCH_CODE'
// @ts-expect-error SUCCESS is no reason of a failure
export const reason: PaymentResultCode = 'SUCCESS'
// @ts-expect-error the catalogue is not the user's to change
eventCodes.SDK_PAYMENT_FAIL.kind = 'status'
// @ts-expect-error there is an advice in English and in Chinese
export const advice = eventCodes.SDK_PAYMENT_FAIL.advice.de

// A code from outside is looked up, and may not be there.
holds<Equal<ReturnType<typeof describeEvent>, Option<EventCodeEntry>>>()
holds<Equal<ReturnType<typeof describePaymentResult>, Option<PaymentResultEntry>>>()
const entry = describeEvent('x')
export const meaning: string = isSome(entry) ? entry.value.meaning.en : ''
// @ts-expect-error it may not be there
export const value = entry.value
// @ts-expect-error a code is a text
describeEvent(42)

// Decoding takes anything, and gives either.
const decoded = decodeCallback(null, 1, { a: Symbol('anything') })
holds<Equal<typeof decoded, Either<DecodeError, SdkEvent>>>()
// @ts-expect-error there may have been no usable code
export const event = decoded.right
if (isRight(decoded)) checkout.actor.send(decoded.right)
else {
  const { kind } = decoded.left
  switch (kind) {
    case 'no-code':
    case 'empty-code':
    case 'long-code':
    case 'unreadable':
      break
    default:
      kind satisfies never
  }
}

// Submit and mount: what the SDK's promise resolves to, awaited, or why it did not.
const submitted = checkout.submit(async () => ({ code: 'SUCCESS' as const }))
holds<Equal<typeof submitted, Promise<Either<Refusal | Rejection, { code: 'SUCCESS' }>>>>()
const mounted = checkout.mount(() => Promise.resolve(Promise.resolve('nested')), { sessionExpiresAt: new Date() })
holds<Equal<typeof mounted, Promise<Either<Refusal | Rejection, string>>>>()
export const tellWhy = async (): Promise<string> => {
  const answer = await submitted
  // @ts-expect-error it is typed: there is no `any` to hide behind
  if (isRight(answer)) return answer.right.status
  const why = answer.left
  // @ts-expect-error only a refusal has a reason
  why.reason satisfies string
  // @ts-expect-error what the SDK threw is unknown
  if (why.kind === 'rejection') return why.error.message
  switch (why.reason) {
    case 'duplicate':
    case 'other-tab':
    case 'too-early':
    case 'new-mount-needed':
    case 'mounted':
    case 'expired':
    case 'closed':
      return why.message
    default:
      return why.reason satisfies never
  }
}
// @ts-expect-error the SDK is called by a function, so that a refused submit does not reach it
checkout.submit(Promise.resolve())
// @ts-expect-error a moment is a Date or milliseconds
checkout.mount(() => {}, { sessionExpiresAt: 'tomorrow' })
holds<Equal<ReturnType<typeof checkout.close>, Outcome>>()

// The actor knows the SDK's codes and our own events, and refuses others.
const { actor } = checkout
actor.send({ type: 'checkout.close' })
actor.send({ type: 'checkout.mount', sessionExpiresAt: Date.now() })
actor.send({ type: 'SDK_PAYMENT_SUCCESSFUL', result: { paymentStatus: 'SUCCESS' }, channel: 'onEventCallback' })
// @ts-expect-error no such event of ours
actor.send({ type: 'checkout.pay' })
// @ts-expect-error what comes from outside goes through decodeCallback
actor.send({ type: String(code) })
// @ts-expect-error an event has a type
actor.send({})
// @ts-expect-error XState 4's short form
actor.send('SDK_PAYMENT_SUCCESSFUL')
// @ts-expect-error a status is a text
actor.send({ type: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 5 } })
// @ts-expect-error the channels are a closed set
actor.send({ type: 'SDK_PAYMENT_FAIL', channel: 'pigeon' })

// A bare actor of the machine.
const bare = createActor(checkoutMachine, { input: { submitButton: 'sdk', timeouts: { submitting: 1_000 } } })
createActor(checkoutMachine)
export const output: Outcome | undefined = bare.getSnapshot().output
export const shown: CheckoutView = toView(bare.getSnapshot())
// @ts-expect-error a snapshot of this machine, nothing that looks like one
toView({ value: 'live' })
// @ts-expect-error no such deadline
createActor(checkoutMachine, { input: { timeouts: { paying: 1 } } })

// The view is to be read, at any depth.
// @ts-expect-error read only
view.diagnostics.anomalies.last.push({ code: '', channel: null, reason: 'late' })
// @ts-expect-error read only
toView(bare.getSnapshot()).canSubmit = true
if (view.payment) {
  // @ts-expect-error read only
  view.payment.paymentStatus = 'SUCCESS'
}
if (view.outcome) {
  // @ts-expect-error read only
  view.outcome.safeToPayAgain = true
}
// @ts-expect-error the states are a closed set
export const paid: boolean = view.state === 'paid'
// @ts-expect-error there may be no notice
view.notice.code satisfies string
export const words: Option<EventCodeEntry> = describeEvent((view.notice as Notice).code)

// Every state, step and outcome can be handled, and one that is not does not compile.
export const states = {
  init: '',
  loading: '',
  form: '',
  submitting: '',
  challenge: '',
  redirecting: '',
  confirming: '',
  declined: '',
  dismissed: '',
  broken: '',
  succeeded: '',
  failed: '',
  cancelled: '',
  errored: '',
  unresolved: '',
} satisfies Record<CheckoutState, string>
holds<Equal<keyof typeof states, CheckoutState>>()

export const actTooLittle = (step: NextStep): string => {
  switch (step) {
    case 'ask-server':
      return 'ask'
    default:
      // @ts-expect-error the other steps are not handled
      return step satisfies never
  }
}

export const endings = ({ status }: Outcome): string => {
  switch (status) {
    case 'succeeded':
    case 'failed':
    case 'cancelled':
    case 'errored':
    case 'unresolved':
      return status
    default:
      return status satisfies never
  }
}

// Subscribing: the listener gets the view, and what comes back ends it.
export const unsubscribe: () => void = checkout.subscribe(({ nextStep }) => actTooLittle(nextStep))
// @ts-expect-error the listener gets a view
checkout.subscribe((told: SdkEvent) => told.type)

// Options.
declare const localStorage: CheckoutStorage & { readonly length: number; clear(): void }
createCheckout({ storage: localStorage, id: 'order-1', sessionExpiresAt: new Date() })
createCheckout({ inquire: async ({ signal, attempt }) => ({ signal, attempt, paymentStatus: 'SUCCESS' }) })
createCheckout({ inspect: (told) => told.type, clock: { setTimeout: () => 0, clearTimeout: () => {}, now: () => 0 } })
createCheckout({ submitButton: undefined, storage: undefined, id: undefined, inquire: undefined })
// @ts-expect-error a storage of another kind
createCheckout({ storage: new Map() })
// @ts-expect-error limits are milliseconds
createCheckout({ inquiry: { budget: '5 min' } })
// @ts-expect-error what was saved is the storage's business
createCheckout({ saved: {} })
