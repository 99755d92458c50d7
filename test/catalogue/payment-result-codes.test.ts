import { describe, expect, test } from 'vitest'
import { paymentResultCodes } from '../../src/catalogue/payment-result-codes.ts'

const entries = Object.entries(paymentResultCodes)

// The codes of Antom's callback reference.
const reference = [
  'ACCESS_DENIED',
  'CURRENCY_NOT_SUPPORT',
  'FRAUD_REJECT',
  'INVALID_CARD',
  'INVALID_EXPIRY_DATE_FORMAT',
  'ISSUER_REJECTS_TRANSACTION',
  'INVALID_MERCHANT_STATUS',
  'MERCHANT_KYB_NOT_QUALIFIED',
  'NO_PAY_OPTIONS',
  'ORDER_IS_CLOSED',
  'PAYMENT_AMOUNT_EXCEED_LIMIT',
  'PAYMENT_COUNT_EXCEED_LIMIT',
  'PAYMENT_NOT_QUALIFIED',
  'PROCESS_FAIL',
  'RISK_REJECT',
  'SUSPECTED_CARD',
  'SUSPECTED_RISK',
  'USER_AMOUNT_EXCEED_LIMIT',
  'USER_BALANCE_NOT_ENOUGH',
  'USER_KYC_NOT_QUALIFIED',
  'USER_PAYMENT_VERIFICATION_FAILED',
  'USER_STATUS_ABNORMAL',
  'PAYMENT_IN_PROCESS',
  'UNKNOWN_EXCEPTION',
  'CARD_NOT_SUPPORTED',
  'INVALID_EXPIRATION_DATE',
  'INVALID_CARD_NUMBER',
]

const practice = [
  'SUBMIT_PAYMENT_TIMEOUT',
  'PAYMENT_RESULT_TIMEOUT',
  'SYSTEM_ERROR',
  'DO_NOT_HONOR',
  'CARD_EXPIRED',
  'INVALID_CVV',
  'ORDER_IS_CANCELLED',
]

const afterDecline = [
  {
    nextStep: 'change-method',
    sameSession: true,
    codes: [
      'INVALID_CARD',
      'INVALID_CARD_NUMBER',
      'CARD_NOT_SUPPORTED',
      'ISSUER_REJECTS_TRANSACTION',
      'SUSPECTED_CARD',
      'USER_BALANCE_NOT_ENOUGH',
      'DO_NOT_HONOR',
      'CARD_EXPIRED',
    ],
  },
  {
    nextStep: 'fix-form',
    sameSession: true,
    codes: ['INVALID_EXPIRY_DATE_FORMAT', 'INVALID_EXPIRATION_DATE', 'INVALID_CVV'],
  },
  { nextStep: 'buyer-action', sameSession: true, codes: ['USER_KYC_NOT_QUALIFIED'] },
  {
    nextStep: 'new-session',
    sameSession: false,
    codes: [
      'ORDER_IS_CLOSED',
      'PAYMENT_AMOUNT_EXCEED_LIMIT',
      'USER_AMOUNT_EXCEED_LIMIT',
      'SUSPECTED_RISK',
      'ORDER_IS_CANCELLED',
    ],
  },
  {
    nextStep: 'contact-support',
    sameSession: false,
    codes: [
      'ACCESS_DENIED',
      'CURRENCY_NOT_SUPPORT',
      'FRAUD_REJECT',
      'RISK_REJECT',
      'INVALID_MERCHANT_STATUS',
      'MERCHANT_KYB_NOT_QUALIFIED',
      'PAYMENT_COUNT_EXCEED_LIMIT',
      'PAYMENT_NOT_QUALIFIED',
      'PROCESS_FAIL',
      'USER_PAYMENT_VERIFICATION_FAILED',
      'USER_STATUS_ABNORMAL',
    ],
  },
  { nextStep: 'fix-integration', sameSession: false, codes: ['NO_PAY_OPTIONS'] },
  {
    nextStep: 'ask-server',
    sameSession: false,
    codes: [
      'PAYMENT_IN_PROCESS',
      'UNKNOWN_EXCEPTION',
      'SUBMIT_PAYMENT_TIMEOUT',
      'PAYMENT_RESULT_TIMEOUT',
      'SYSTEM_ERROR',
    ],
  },
]

describe('the payment result codes', () => {
  test.each([
    ['of Antom’s reference', 'reference', reference],
    ['met in practice', 'practice', practice],
  ])('have every code %s, and say so of no other', (_, source, codes) => {
    const known = entries.filter(([, entry]) => (entry.sources as readonly string[]).includes(source))
    expect(known.map(([code]) => code).sort()).toEqual([...codes].sort())
  })

  test('have no code from elsewhere', () => {
    expect(entries).toHaveLength(reference.length + practice.length)
  })

  test.each(afterDecline)(
    'advise $nextStep (same session: $sameSession) after the right failures and no others',
    ({ nextStep, sameSession, codes }) => {
      const advised = entries.filter(([, entry]) => entry.nextStep === nextStep)
      expect(advised.map(([code]) => code).sort()).toEqual([...codes].sort())
      for (const [code, entry] of advised) expect(entry.sameSession, code).toBe(sameSession)
    },
  )

  test('never let a merchant whose payment may still go through offer another one', () => {
    for (const [code, { nextStep, advice }] of entries) {
      if (nextStep !== 'ask-server') continue
      expect(advice.en, code).toMatch(/[Dd]o not offer to pay again/)
      expect(advice.zh, code).toContain('不要引导买家重新支付')
    }
  })
})
