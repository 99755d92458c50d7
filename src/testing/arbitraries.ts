import fc, { type Arbitrary } from 'fast-check'
import type { CardPaymentResultInfo, PaymentResult, RiskDecisionResultInfo } from '../boundary/types.ts'
import { type EventCode, eventCodes } from '../catalogue/event-codes.ts'
import { type PaymentResultCode, paymentResultPolicy } from '../catalogue/payment-result-policy.ts'
import { type Journey, type Step, toJourney } from './journey.ts'

const keys = <K extends string>(record: Readonly<Record<K, unknown>>): K[] => Object.keys(record) as K[]

/** An event code of the catalogue. */
export const eventCode = (): Arbitrary<EventCode> => fc.constantFrom(...keys(eventCodes))

/** A code that no catalogue has: a newer SDK's, or one that is made to do harm. */
export const foreignCode = (): Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      'SDK_OF_TOMORROW',
      'checkout.close',
      'server.succeeded',
      'xstate.stop',
      '*',
      '__proto__',
      'toString',
    ),
    fc.string({ minLength: 1, maxLength: 128 }).filter((code) => !Object.hasOwn(eventCodes, code)),
  )

/** A `paymentResultCode` of the catalogue. */
export const paymentResultCode = (): Arbitrary<PaymentResultCode> => fc.constantFrom(...keys(paymentResultPolicy))

const digits = (length: number): Arbitrary<string> => fc.nat(10 ** length - 1).map((n) => `${n}`.padStart(length, '0'))

/** A card as the SDK reports it: masked, and any field may be missing. */
export const cardPaymentResultInfo = (): Arbitrary<CardPaymentResultInfo> =>
  fc.record(
    {
      cardNo: digits(4).map((last) => `************${last}`),
      cardBrand: fc.constantFrom('VISA', 'MASTERCARD', 'JCB'),
      cardBin: digits(6),
      lastFour: digits(4),
      issuerName: fc.constantFrom('BANCO ITAUCARD, S.A.', '招商银行'),
      issuingCountry: fc.constantFrom('BR', 'CN', 'DE'),
      funding: fc.constantFrom('CREDIT', 'DEBIT', 'PREPAID', 'CHARGE', 'DEFERRED_DEBIT', 'A_NEW_ONE'),
      avsResultRaw: fc.constantFrom('4', 'Y'),
      cvvResultRaw: fc.constantFrom('1', 'M'),
      holdName: fc.constantFrom('Tom Jay', '王小明'),
      fingerprint: fc.constantFrom('', 'f1ng3r'),
      expiryMonth: fc.integer({ min: 1, max: 12 }).map((month) => `${month}`.padStart(2, '0')),
      expiryYear: digits(2),
    },
    { requiredKeys: [] },
  )

/** What risk control advises. */
export const popRiskDecisionResultInfo = (): Arbitrary<RiskDecisionResultInfo> =>
  fc.record(
    { riskDecision: fc.constantFrom('ACCEPT', 'REJECT'), riskAuthDecision: fc.constantFrom('3D', 'NON_3D') },
    { requiredKeys: [] },
  )

const payload = (verdict: Arbitrary<PaymentResult>): Arbitrary<PaymentResult> =>
  fc
    .tuple(
      verdict,
      fc.record(
        {
          result: fc.constant({ resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'Success' }),
          cardPaymentResultInfo: cardPaymentResultInfo(),
          popRiskDecisionResultInfo: popRiskDecisionResultInfo(),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([status, details]) => ({ ...status, ...details }))

const verdictOf = (paymentStatus: string, paymentResultCode: string): PaymentResult => ({
  paymentStatus,
  paymentResultCode,
})

const definite = (): Arbitrary<PaymentResultCode> =>
  paymentResultCode().filter((code) => paymentResultPolicy[code] !== 'ask-server')

/** A payload that agrees with `SDK_PAYMENT_SUCCESSFUL`, or with `SDK_PAYMENT_FAIL`. */
export const agreeingResult = (code: 'SDK_PAYMENT_SUCCESSFUL' | 'SDK_PAYMENT_FAIL'): Arbitrary<PaymentResult> =>
  payload(
    code === 'SDK_PAYMENT_SUCCESSFUL'
      ? fc.constantFrom(verdictOf('SUCCESS', 'SUCCESS'), { paymentStatus: 'SUCCESS' }, {})
      : fc.oneof(
          definite().map((reason) => verdictOf('FAIL', reason)),
          definite().map((reason) => ({ paymentResultCode: reason })),
          fc.constantFrom({ paymentStatus: 'FAIL' }, verdictOf('FAIL', 'REASON_OF_TOMORROW'), {}),
        ),
  )

/** A payload that says otherwise than its code: the outcome is open. */
export const contradictingResult = (code: 'SDK_PAYMENT_SUCCESSFUL' | 'SDK_PAYMENT_FAIL'): Arbitrary<PaymentResult> =>
  payload(
    code === 'SDK_PAYMENT_SUCCESSFUL'
      ? fc.oneof(
          fc.constantFrom('PROCESSING', 'PENDING', 'FAIL', 'success').map((paymentStatus) => ({ paymentStatus })),
          paymentResultCode().map((reason) => verdictOf('SUCCESS', reason)),
        )
      : fc.constantFrom(
          verdictOf('PROCESSING', 'PAYMENT_IN_PROCESS'),
          verdictOf('FAIL', 'UNKNOWN_EXCEPTION'),
          verdictOf('FAIL', 'SUCCESS'),
          { paymentStatus: 'SUCCESS' },
          { paymentResultCode: 'REASON_OF_TOMORROW' },
        ),
  )

const resultFor = (code: string): Arbitrary<unknown> => {
  if (code !== 'SDK_PAYMENT_SUCCESSFUL' && code !== 'SDK_PAYMENT_FAIL') return fc.constant(undefined)
  return fc.oneof(
    { weight: 3, arbitrary: agreeingResult(code) },
    { weight: 2, arbitrary: contradictingResult(code) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )
}

const channel = (): Arbitrary<'onEventCallback' | 'onError'> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant('onEventCallback') }, { weight: 1, arbitrary: fc.constant('onError') })

const told = (via: 'onEventCallback' | 'onError', code: string, result: unknown): Step => ({
  kind: 'callback',
  channel: via,
  args: [{ code, ...(result !== undefined && { result }) }],
})

/** The SDK tells a code of the catalogue, its payload agreeing, contradicting or missing. */
export const callback = (): Arbitrary<Step> =>
  fc.tuple(channel(), eventCode()).chain(([via, code]) => resultFor(code).map((result) => told(via, code, result)))

/** The SDK calls back with what it should never send: foreign codes, no code, JSON of any shape. */
export const hostileCallback = (): Arbitrary<Step> =>
  fc.oneof(
    fc.tuple(channel(), foreignCode()).map(([via, code]) => told(via, code, undefined)),
    fc.tuple(channel(), eventCode(), fc.jsonValue()).map(([via, code, result]) => told(via, code, result)),
    fc.tuple(channel(), fc.array(fc.jsonValue(), { maxLength: 2 })).map(
      ([via, args]): Step => ({
        kind: 'callback',
        channel: via,
        args,
      }),
    ),
  )

/** What the promise of `submit` or `submitPayment` may bring: any answer of lifecycle.md, or any JSON. */
export const submitAnswer = (): Arbitrary<unknown> =>
  fc.oneof(
    fc
      .constantFrom(
        'SUCCESS',
        'REPEAT_REQ_REJECT',
        'PROCESS_FAIL',
        'UNKNOWN_EXCEPTION',
        'INQUIRY_PAYMENT_SESSION_FAILED',
      )
      .map((code) => ({ code })),
    eventCode().chain((code) => resultFor(code).map((result) => ({ code, result }))),
    fc.constantFrom('SUCCESS', 'PROCESSING', 'PENDING', 'CANCELLED').map((status) => ({ status })),
    fc
      .record(
        {
          code: fc.oneof(
            paymentResultCode(),
            fc.constantFrom('UI_STATE_ERROR', 'PARAM_INVALID', 'FORM_INVALID', 'ERR_DATA_STRUCT_UNRECOGNIZED'),
          ),
          needChangeSessionForRetry: fc.boolean(),
        },
        { requiredKeys: [] },
      )
      .map((error) => ({ status: 'FAIL', error })),
    fc.constant({ status: 'FAIL', userCanceled3D: true }),
    fc.jsonValue(),
    fc.constant(undefined),
  )

const settle = (): Arbitrary<Step> =>
  fc
    .tuple(fc.constantFrom('mount', 'submit'), fc.constantFrom('resolved', 'rejected'), submitAnswer())
    .map(([name, settled, value]) => ({ kind: 'settle', name, settled, value }) as const)

/** The buyer, the merchant and the clock. */
export const action = (): Arbitrary<Step> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Step>({ kind: 'submit' }) },
    { weight: 2, arbitrary: fc.constant<Step>({ kind: 'mount' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'dismiss' }) },
    { weight: 2, arbitrary: settle() },
    {
      weight: 2,
      arbitrary: fc.constantFrom(1, 500, 20_000, 60_000, 600_000).map((ms): Step => ({ kind: 'wait', ms })),
    },
  )

const code = (name: EventCode): Step => told('onEventCallback', name, undefined)

const load: readonly Step[] = [{ kind: 'mount' }, code('SDK_START_OF_LOADING'), code('SDK_END_OF_LOADING')]

/** A checkout as the SDK means it: loaded, filled in, perhaps challenged, and ended with a result. */
export const wellBehavedJourney = (): Arbitrary<Journey> =>
  fc
    .tuple(
      fc.array(fc.constant(code('SDK_FORM_VERIFICATION_FAILED')), { maxLength: 2 }),
      fc.boolean(),
      fc.array(fc.constantFrom(code('SDK_PAYMENT_CHALLENGE'), code('SDK_CALL_URL_SUCCESS')), { maxLength: 2 }),
      fc
        .constantFrom('SDK_PAYMENT_SUCCESSFUL', 'SDK_PAYMENT_FAIL')
        .chain((end) =>
          agreeingResult(end as 'SDK_PAYMENT_FAIL').map((result) => told('onEventCallback', end, result)),
        ),
    )
    .map(([invalid, presses, detours, end]) =>
      toJourney([...load, ...invalid, ...(presses ? [{ kind: 'submit' } as const] : []), ...detours, end]),
    )

/** @see hostileJourney */
export interface JourneyConstraints {
  /** How many steps follow the loading at most. Default: 40. */
  readonly maxLength?: number
}

/** Any codes in any order, by several channels, with odd payloads, commands, answers and time in between. */
export const hostileJourney = ({ maxLength = 40 }: JourneyConstraints = {}): Arbitrary<Journey> =>
  fc
    .tuple(
      // Half of them get as far as the form, so that not every one is lost in the loading.
      fc.constantFrom<readonly Step[]>([], load),
      fc.array(
        fc.oneof(
          { weight: 6, arbitrary: callback() },
          { weight: 2, arbitrary: hostileCallback() },
          { weight: 4, arbitrary: action() },
        ),
        { maxLength },
      ),
    )
    .map(([start, steps]) => toJourney([...start, ...steps]))
