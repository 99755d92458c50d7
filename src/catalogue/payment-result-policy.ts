import type { NextStep } from './types.ts'

/**
 * What to do after a payment that ended with this `paymentResultCode`.
 *
 * Apart from the texts so that a page which only runs a checkout does not load those: see `payment-result-codes.ts`.
 */
export const paymentResultPolicy = {
  INVALID_CARD: 'change-method',
  INVALID_CARD_NUMBER: 'change-method',
  CARD_NOT_SUPPORTED: 'change-method',
  CARD_EXPIRED: 'change-method',
  DO_NOT_HONOR: 'change-method',
  ISSUER_REJECTS_TRANSACTION: 'change-method',
  SUSPECTED_CARD: 'change-method',
  USER_BALANCE_NOT_ENOUGH: 'change-method',
  INVALID_EXPIRY_DATE_FORMAT: 'fix-form',
  INVALID_EXPIRATION_DATE: 'fix-form',
  INVALID_CVV: 'fix-form',
  USER_KYC_NOT_QUALIFIED: 'buyer-action',
  ORDER_IS_CLOSED: 'new-session',
  ORDER_IS_CANCELLED: 'new-session',
  PAYMENT_AMOUNT_EXCEED_LIMIT: 'new-session',
  USER_AMOUNT_EXCEED_LIMIT: 'new-session',
  SUSPECTED_RISK: 'new-session',
  ACCESS_DENIED: 'contact-support',
  CURRENCY_NOT_SUPPORT: 'contact-support',
  FRAUD_REJECT: 'contact-support',
  RISK_REJECT: 'contact-support',
  INVALID_MERCHANT_STATUS: 'contact-support',
  MERCHANT_KYB_NOT_QUALIFIED: 'contact-support',
  PAYMENT_COUNT_EXCEED_LIMIT: 'contact-support',
  PAYMENT_NOT_QUALIFIED: 'contact-support',
  PROCESS_FAIL: 'contact-support',
  USER_PAYMENT_VERIFICATION_FAILED: 'contact-support',
  USER_STATUS_ABNORMAL: 'contact-support',
  NO_PAY_OPTIONS: 'fix-integration',
  PAYMENT_IN_PROCESS: 'ask-server',
  UNKNOWN_EXCEPTION: 'ask-server',
  SUBMIT_PAYMENT_TIMEOUT: 'ask-server',
  PAYMENT_RESULT_TIMEOUT: 'ask-server',
  SYSTEM_ERROR: 'ask-server',
} as const satisfies Record<string, NextStep>

/** A `paymentResultCode` that the catalogue knows. None of them means success. */
export type PaymentResultCode = keyof typeof paymentResultPolicy

/** Whether a payment that failed with this advice may be tried again in the same payment session. */
export const allowsSameSession = (nextStep: NextStep): boolean =>
  nextStep === 'change-method' || nextStep === 'fix-form' || nextStep === 'buyer-action'

/** What to do after this `paymentResultCode`; `undefined` for one that the catalogue does not know. Never throws. */
export const policyOf = (code: unknown): NextStep | undefined =>
  typeof code === 'string' && Object.hasOwn(paymentResultPolicy, code)
    ? paymentResultPolicy[code as PaymentResultCode]
    : undefined
