// What the payment page reports, as `result` of the merchant's `onEventCallback`. The numbers are nobody's.

const called = { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'Success' } as const

/** The card as Antom tells of it after a payment. */
export const cardPaymentResultInfo = {
  avsResultRaw: 'A',
  cardBin: '000000',
  cardBrand: 'VISA',
  cardNo: '************0000',
  cvvResultRaw: 'Y',
  expiryMonth: '01',
  expiryYear: '40',
  fingerprint: '',
  funding: 'DEBIT',
  holdName: 'Test Buyer',
  issuerName: 'TEST BANK',
  issuingCountry: 'SG',
  lastFour: '0000',
} as const

/** What Antom's risk control advises, for merchants who have signed up for it. */
export const popRiskDecisionResultInfo = { riskDecision: 'ACCEPT', riskAuthDecision: 'NON_3D' } as const

/** A payment that went through, told as the real page tells it. */
export const paid = (more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  result: called,
  paymentStatus: 'SUCCESS',
  paymentResultCode: 'SUCCESS',
  paymentResultMessage: 'success',
  cardPaymentResultInfo,
  popRiskDecisionResultInfo,
  ...more,
})

/** A payment that did not, for a reason that the catalogue knows. */
export const declined = (paymentResultCode: string): Record<string, unknown> => ({
  result: called,
  paymentStatus: 'FAIL',
  paymentResultCode,
  paymentResultMessage: 'declined by the stub',
})

/** A payment of which the page knows no end. */
export const processing = (): Record<string, unknown> => ({
  result: called,
  paymentStatus: 'PROCESSING',
  paymentResultCode: 'PAYMENT_IN_PROCESS',
  paymentResultMessage: 'processing',
})
