import fc, { type Arbitrary } from 'fast-check'
import type { CardPaymentResultInfo, PaymentResult, RiskDecisionResultInfo } from '../boundary/types.ts'
import { type EventCode, eventCodes } from '../catalogue/event-codes.ts'
import { type PaymentResultCode, paymentResultPolicy } from '../catalogue/payment-result-policy.ts'

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

/** A payload for this code: agreeing, contradicting or missing. Only a result has one. */
export const resultFor = (code: string): Arbitrary<unknown> => {
  if (code !== 'SDK_PAYMENT_SUCCESSFUL' && code !== 'SDK_PAYMENT_FAIL') return fc.constant(undefined)
  return fc.oneof(
    { weight: 3, arbitrary: agreeingResult(code) },
    { weight: 2, arbitrary: contradictingResult(code) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )
}

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

/** An answer of the merchant's server that leaves nothing open. */
export const definiteAnswer = (): Arbitrary<PaymentResult> =>
  payload(
    fc.oneof(
      fc.constantFrom(verdictOf('SUCCESS', 'SUCCESS'), { paymentStatus: 'SUCCESS' }),
      fc
        .tuple(fc.constantFrom('FAIL', 'CANCELLED'), fc.oneof(definite(), fc.constant('REASON_OF_TOMORROW')))
        .map(([status, reason]) => verdictOf(status, reason)),
      fc.constantFrom('FAIL', 'CANCELLED').map((paymentStatus) => ({ paymentStatus })),
    ),
  )

const contradictingAnswer = (): Arbitrary<PaymentResult> =>
  payload(
    fc.oneof(
      paymentResultCode().map((reason) => verdictOf('SUCCESS', reason)),
      fc
        .tuple(
          fc.constantFrom('FAIL', 'CANCELLED'),
          fc.constantFrom('SUCCESS', 'PAYMENT_IN_PROCESS', 'UNKNOWN_EXCEPTION'),
        )
        .map(([status, reason]) => verdictOf(status, reason)),
    ),
  )

/** What the merchant's server may answer: definite, open, contradicting itself, or anything but an answer. */
export const serverAnswer = (): Arbitrary<unknown> =>
  fc.oneof(
    { weight: 2, arbitrary: definiteAnswer() },
    {
      weight: 1,
      arbitrary: fc.constantFrom('PROCESSING', 'PENDING', 'INIT').map((paymentStatus) => ({ paymentStatus })),
    },
    { weight: 1, arbitrary: contradictingAnswer() },
    { weight: 1, arbitrary: fc.jsonValue().map((paymentStatus) => ({ paymentStatus })) },
    { weight: 1, arbitrary: fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, '', '<html>502</html>')) },
  )
