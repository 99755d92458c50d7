import type { SdkEvent } from '../../src/boundary/types.ts'

// A checkout that goes on for ever: every kind of state, a payload with card data, one failure by two channels.

type Callback = readonly [
  'onEventCallback' | 'onError',
  Required<Pick<SdkEvent, 'type'>> & { readonly result?: object },
]

const card = {
  result: { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'Success' },
  paymentStatus: 'FAIL',
  paymentResultCode: 'ISSUER_REJECTS_TRANSACTION',
  paymentResultMessage: 'The issuer rejects the transaction.',
  cardPaymentResultInfo: { cardBrand: 'VISA', cardNo: '************8888', lastFour: '8888', funding: 'DEBIT' },
}

const told = (type: string, result?: object): Callback => [
  'onEventCallback',
  { type: type as 'SDK_PAYMENT_WARN', ...(result && { result }) },
]

export const round: readonly Callback[] = [
  told('SDK_START_OF_LOADING'),
  told('SDK_END_OF_LOADING'),
  told('SDK_FORM_VERIFICATION_FAILED'),
  told('SDK_DUPLICATE_SUBMISSION_BEHAVIOR'),
  told('SDK_DUPLICATE_SUBMISSION_BEHAVIOR'),
  told('SDK_PAYMENT_CHALLENGE'),
  told('SDK_PAYMENT_PROCESSING'),
  told('SDK_OF_TOMORROW'),
  told('SDK_PAYMENT_FAIL', card),
  ['onError', { type: 'SDK_PAYMENT_FAIL', result: card }],
  told('SDK_PAYMENT_RETRY'),
  told('SDK_INTERNAL_ERROR'),
  told('SDK_CREATECOMPONENT_ERROR'),
  told('SDK_END_OF_LOADING'),
  told('SDK_PAYMENT_FAIL', card),
]
