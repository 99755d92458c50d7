import { pipe } from 'fp-ts/lib/function.js'
import { mapWithIndex } from 'fp-ts/lib/ReadonlyRecord.js'
import { allowsSameSession, type PaymentResultCode, paymentResultPolicy } from './payment-result-policy.ts'
import type { PaymentResultEntry } from './types.ts'

type PaymentResultTexts = Pick<PaymentResultEntry, 'sources' | 'meaning' | 'advice'>

const texts: Readonly<Record<PaymentResultCode, PaymentResultTexts>> = {
  INVALID_CARD: {
    sources: ['reference'],
    meaning: {
      en: 'The card is not valid: its number is not recognised, belongs to no issuer or has a wrong format.',
      zh: '银行卡无效：卡号无法识别、没有对应的发卡行，或格式不正确。',
    },
    advice: { en: 'Let the buyer try another card.', zh: '请买家换一张银行卡重试。' },
  },
  INVALID_CARD_NUMBER: {
    sources: ['reference'],
    meaning: { en: 'The card number is not valid.', zh: '银行卡卡号无效。' },
    advice: {
      en: 'Let the buyer try another card. If it still fails, ask Antom support for the reason.',
      zh: '请买家换一张银行卡重试；如果仍然失败，请向 Antom 技术支持了解原因。',
    },
  },
  CARD_NOT_SUPPORTED: {
    sources: ['reference'],
    meaning: { en: 'This card cannot be used for this payment.', zh: '这笔交易不支持该银行卡。' },
    advice: { en: 'Let the buyer try another card.', zh: '请买家换一张银行卡重试。' },
  },
  CARD_EXPIRED: {
    sources: ['practice'],
    meaning: { en: 'The card has expired.', zh: '银行卡已过期。' },
    advice: { en: 'Let the buyer try another card.', zh: '请买家换一张银行卡重试。' },
  },
  DO_NOT_HONOR: {
    sources: ['practice'],
    meaning: {
      en: 'The issuer refused the payment and gave no reason.',
      zh: '发卡行拒绝了这笔支付，且未说明原因。',
    },
    advice: {
      en: 'Let the buyer try another card or ask the issuer.',
      zh: '请买家换一张银行卡重试，或咨询发卡行。',
    },
  },
  ISSUER_REJECTS_TRANSACTION: {
    sources: ['reference'],
    meaning: { en: 'The issuer refused the payment.', zh: '发卡行拒绝了这笔交易。' },
    advice: {
      en: 'Let the buyer try another card or ask the issuer.',
      zh: '请买家换一张银行卡重试，或咨询发卡行。',
    },
  },
  SUSPECTED_CARD: {
    sources: ['reference'],
    meaning: {
      en: 'Risk control refused the card: it may be stolen or restricted.',
      zh: '风控拒绝了该银行卡：它可能被盗用或受到限制。',
    },
    advice: {
      en: 'Let the buyer try another card or ask the issuer.',
      zh: '请买家换一张银行卡重试，或咨询发卡行。',
    },
  },
  USER_BALANCE_NOT_ENOUGH: {
    sources: ['reference'],
    meaning: {
      en: 'The buyer’s balance with this payment method does not cover the amount.',
      zh: '买家在该支付方式中的余额不足以完成支付。',
    },
    advice: {
      en: 'Let the buyer top up or choose another payment method.',
      zh: '请买家充值，或选择其他支付方式。',
    },
  },
  INVALID_EXPIRY_DATE_FORMAT: {
    sources: ['reference'],
    meaning: {
      en: 'expiryYear or expiryMonth of the card has a wrong format.',
      zh: '银行卡的 expiryYear 或 expiryMonth 格式不正确。',
    },
    advice: {
      en: 'Let the buyer check the expiry date that was entered and submit again.',
      zh: '请买家检查所填的有效期后重新提交。',
    },
  },
  INVALID_EXPIRATION_DATE: {
    sources: ['reference'],
    meaning: {
      en: 'The card’s expiry date is not valid (expiryYear or expiryDate in paymentMethodMetaData).',
      zh: '银行卡有效期无效（paymentMethodMetaData 中的 expiryYear 或 expiryDate）。',
    },
    advice: {
      en: 'Let the buyer check the expiry date that was entered and submit again.',
      zh: '请买家检查所填的有效期后重新提交。',
    },
  },
  INVALID_CVV: {
    sources: ['practice'],
    meaning: { en: 'The card’s security code is wrong.', zh: '银行卡安全码（CVV）不正确。' },
    advice: {
      en: 'Let the buyer check the security code and submit again.',
      zh: '请买家检查安全码后重新提交。',
    },
  },
  USER_KYC_NOT_QUALIFIED: {
    sources: ['reference'],
    meaning: {
      en: 'The buyer’s identity check (KYC) is missing or does not cover this payment, for example its amount or its product.',
      zh: '买家未完成身份认证（KYC），或认证状态不满足这笔交易的要求，例如受金额或商品信息限制。',
    },
    advice: {
      en: 'Ask the buyer to complete the identity check first, then let them try again.',
      zh: '请买家先完成身份认证（KYC），再重试。',
    },
  },
  ORDER_IS_CLOSED: {
    sources: ['reference'],
    meaning: {
      en: 'The request carries the paymentRequestId of a transaction that is closed already.',
      zh: '请求使用的 paymentRequestId 属于一笔已关闭的交易。',
    },
    advice: {
      en: 'Create a new payment session with a new paymentRequestId and let the buyer try again there.',
      zh: '使用新的 paymentRequestId 创建新的支付会话，再让买家重试。',
    },
  },
  ORDER_IS_CANCELLED: {
    sources: ['practice'],
    meaning: { en: 'The order was cancelled and cannot be paid any more.', zh: '订单已取消，不能再支付。' },
    advice: {
      en: 'If the buyer still wants to pay, create a new payment session with a new paymentRequestId.',
      zh: '如果买家仍要支付，请使用新的 paymentRequestId 创建新的支付会话。',
    },
  },
  PAYMENT_AMOUNT_EXCEED_LIMIT: {
    sources: ['reference'],
    meaning: {
      en: 'The amount is above what your contract or the payment method allows.',
      zh: '支付金额超过了合同或支付方式允许的上限。',
    },
    advice: {
      en: 'Check the amount against the limit, or try a lower one in a new payment session. Antom support knows the exact limits.',
      zh: '检查金额是否超限，或降低金额、在新的支付会话中重试。具体限额请咨询 Antom 技术支持。',
    },
  },
  USER_AMOUNT_EXCEED_LIMIT: {
    sources: ['reference'],
    meaning: { en: 'The amount is above the buyer’s own payment limit.', zh: '支付金额超过了买家自己的支付限额。' },
    advice: {
      en: 'Start a new payment session with an amount that does not exceed what is available in the buyer’s account, or contact Antom support.',
      zh: '新建支付会话，金额不超过买家账户的可用余额；或联系 Antom 技术支持。',
    },
  },
  SUSPECTED_RISK: {
    sources: ['reference'],
    meaning: {
      en: 'Risk control stopped the payment on suspicion. If the transaction turns out to be unsafe, money already paid is refunded.',
      zh: '交易因疑似存在安全问题被风控拦截。如果交易确实不安全而买家已付款，款项会退回。',
    },
    advice: {
      en: 'The payment can be tried again a working day later, in a new payment session. Contact Antom support to appeal, or if the buyer has no refund after two weeks.',
      zh: '可在一个工作日之后新建支付会话重试。如需申诉，或买家两周内未收到退款，请联系 Antom 技术支持。',
    },
  },
  ACCESS_DENIED: {
    sources: ['reference'],
    meaning: { en: 'Access was denied for lack of permission.', zh: '权限不足，访问被拒绝。' },
    advice: { en: 'Ask Antom support for the reason.', zh: '请向 Antom 技术支持了解具体原因。' },
  },
  CURRENCY_NOT_SUPPORT: {
    sources: ['reference'],
    meaning: { en: 'The currency is not supported.', zh: '币种不受支持。' },
    advice: { en: 'Ask Antom support for the reason.', zh: '请向 Antom 技术支持了解具体原因。' },
  },
  FRAUD_REJECT: {
    sources: ['reference'],
    meaning: {
      en: 'Risk control refused the payment as fraud. Money already paid is refunded.',
      zh: '风控判定为欺诈并拒绝了交易。如果买家已付款，款项会退回。',
    },
    advice: {
      en: 'Contact Antom support to appeal, or if the buyer has no refund after two weeks.',
      zh: '如需申诉，或买家两周内未收到退款，请联系 Antom 技术支持。',
    },
  },
  RISK_REJECT: {
    sources: ['reference'],
    meaning: {
      en: 'Risk control refused the payment. Money already paid is refunded.',
      zh: '风控拒绝了交易。如果买家已付款，款项会退回。',
    },
    advice: {
      en: 'Contact Antom support if the buyer has no refund after two weeks.',
      zh: '如果买家两周内未收到退款，请联系 Antom 技术支持。',
    },
  },
  INVALID_MERCHANT_STATUS: {
    sources: ['reference'],
    meaning: {
      en: 'The merchant’s account is under a restriction and its status is abnormal.',
      zh: '商户受到限制，状态异常。',
    },
    advice: { en: 'Ask Antom support for the reason.', zh: '请向 Antom 技术支持了解具体原因。' },
  },
  MERCHANT_KYB_NOT_QUALIFIED: {
    sources: ['reference'],
    meaning: {
      en: 'The merchant’s business verification (KYB) is incomplete or does not cover this transaction.',
      zh: '商户未完成企业认证（KYB），或其认证状态不适用于这笔交易。',
    },
    advice: { en: 'Ask Antom support for the reason.', zh: '请向 Antom 技术支持了解具体原因。' },
  },
  PAYMENT_COUNT_EXCEED_LIMIT: {
    sources: ['reference'],
    meaning: {
      en: 'The payment method does not allow this many payments.',
      zh: '支付次数超过了该支付方式规定的上限。',
    },
    advice: { en: 'Ask Antom support for the limits.', zh: '请向 Antom 技术支持咨询具体限制。' },
  },
  PAYMENT_NOT_QUALIFIED: {
    sources: ['reference'],
    meaning: {
      en: 'The merchant may not take this payment: perhaps not registered, without an auto-debit agreement, or barred.',
      zh: '商户没有支付权限：可能未注册、未签约代扣协议，或被禁止支付。',
    },
    advice: { en: 'Ask Antom support for the reason.', zh: '请向 Antom 技术支持了解具体原因。' },
  },
  PROCESS_FAIL: {
    sources: ['reference'],
    meaning: { en: 'The payment failed for a general business reason.', zh: '支付因一般业务原因失败。' },
    advice: {
      en: 'Do not try again before Antom support has looked into it.',
      zh: '在得到 Antom 技术支持的答复之前，请勿重试。',
    },
  },
  USER_PAYMENT_VERIFICATION_FAILED: {
    sources: ['reference'],
    meaning: {
      en: 'The payment provider restricts this buyer’s payments: a verification was not completed.',
      zh: '买家未完成验证，被支付方限制支付。',
    },
    advice: { en: 'Ask Antom support for the reason.', zh: '请向 Antom 技术支持了解具体原因。' },
  },
  USER_STATUS_ABNORMAL: {
    sources: ['reference'],
    meaning: {
      en: 'The buyer’s account with the payment method is in an abnormal state.',
      zh: '买家在支付方式一侧的账户状态异常。',
    },
    advice: { en: 'Ask Antom support for the reason.', zh: '请向 Antom 技术支持了解具体原因。' },
  },
  NO_PAY_OPTIONS: {
    sources: ['reference'],
    meaning: {
      en: 'There is no way to pay this transaction in its currency.',
      zh: '这笔交易不支持所用的币种。',
    },
    advice: {
      en: 'Check that the payment method supports the currency, and that both are what your contract says. If they are, ask Antom support for the reason.',
      zh: '请检查支付方式是否支持该币种，以及支付方式和币种是否与合同一致。如仍有问题，请向 Antom 技术支持了解具体原因。',
    },
  },
  PAYMENT_IN_PROCESS: {
    sources: ['reference'],
    meaning: {
      en: 'The payment is being processed: its outcome is open.',
      zh: '支付正在处理中，结果未定。',
    },
    advice: {
      en: 'Have your server inquire about the payment or wait for the result notification. Do not offer to pay again.',
      zh: '让服务端查询支付状态，或等待支付结果通知。不要引导买家重新支付。',
    },
  },
  UNKNOWN_EXCEPTION: {
    sources: ['reference'],
    meaning: {
      en: 'A call failed for an unknown reason: the outcome is open.',
      zh: '接口调用因未知原因失败，支付结果未定。',
    },
    advice: {
      en: 'Have your server inquire about the payment and do not offer to pay again; ask Antom support for the reason.',
      zh: '让服务端查询支付状态，不要引导买家重新支付；具体原因请咨询 Antom 技术支持。',
    },
  },
  SUBMIT_PAYMENT_TIMEOUT: {
    sources: ['practice'],
    meaning: {
      en: 'Submitting took too long. The request may have arrived: the outcome is open.',
      zh: '提交支付超时。请求可能已经到达，支付结果未定。',
    },
    advice: {
      en: 'Have your server inquire about the payment. Do not offer to pay again.',
      zh: '让服务端查询支付状态，不要引导买家重新支付。',
    },
  },
  PAYMENT_RESULT_TIMEOUT: {
    sources: ['practice'],
    meaning: {
      en: 'The payment was submitted, but its result did not come in time: the outcome is open.',
      zh: '支付已提交，但未能及时得到结果，支付结果未定。',
    },
    advice: {
      en: 'Have your server inquire about the payment. Do not offer to pay again.',
      zh: '让服务端查询支付状态，不要引导买家重新支付。',
    },
  },
  SYSTEM_ERROR: {
    sources: ['practice'],
    meaning: {
      en: 'Something failed on the side of Antom or the payment method: the outcome is open.',
      zh: 'Antom 或支付方式一侧的系统出错，支付结果未定。',
    },
    advice: {
      en: 'Have your server inquire about the payment. Do not offer to pay again.',
      zh: '让服务端查询支付状态，不要引导买家重新支付。',
    },
  },
}

const withPolicy = (code: PaymentResultCode, { sources, meaning, advice }: PaymentResultTexts): PaymentResultEntry => {
  const nextStep = paymentResultPolicy[code]
  return { sources, nextStep, sameSession: allowsSameSession(nextStep), meaning, advice }
}

/**
 * Every `paymentResultCode`: why a payment failed or why its outcome is open, and what to do about it.
 *
 * Meaning and advice of the codes marked `reference` are those of Antom's callback reference; the ones marked
 * `practice` were met in Antom's own integrations. `nextStep` and `sameSession` come from {@link paymentResultPolicy},
 * by which the machine decides.
 */
export const paymentResultCodes: Readonly<Record<PaymentResultCode, PaymentResultEntry>> = /* @__PURE__ */ pipe(
  texts,
  /* @__PURE__ */ mapWithIndex(withPolicy),
)
