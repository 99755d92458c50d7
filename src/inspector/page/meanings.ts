import type { NextStep, Text } from '../../catalogue/types.ts'
import type { CheckoutState, Submission } from '../../view/types.ts'

/** What the states mean, as docs/lifecycle.md has them. */
export const stateMeanings: Readonly<Record<CheckoutState, Text>> = {
  init: { en: 'Nothing is mounted yet.', zh: '尚未挂载任何组件。' },
  loading: { en: 'The component is being created.', zh: '正在创建组件。' },
  form: { en: 'The buyer can fill in and submit.', zh: '买家可以填写并提交。' },
  submitting: { en: 'A submission is under way.', zh: '正在提交支付。' },
  challenge: { en: '3-D Secure: the issuer talks to the buyer.', zh: '3D 验证：发卡行正在与买家核验。' },
  redirecting: { en: 'The page is being left.', zh: '正在离开页面。' },
  confirming: { en: 'The answer is not known here: ask your server.', zh: '此处不知道结果，需要询问服务端。' },
  declined: { en: 'The payment failed, definitely.', zh: '支付已明确失败。' },
  dismissed: { en: 'The buyer left.', zh: '买家已离开。' },
  broken: { en: 'The component failed before anything was certainly submitted.', zh: '组件在确定提交之前出错。' },
  succeeded: { en: 'Final: the payment succeeded.', zh: '最终状态：支付成功。' },
  failed: { en: 'Final: the payment failed.', zh: '最终状态：支付失败。' },
  cancelled: { en: 'Final: nothing was paid, the buyer left.', zh: '最终状态：买家离开，未付款。' },
  errored: { en: 'Final: nothing was paid, the component failed.', zh: '最终状态：组件出错，未付款。' },
  unresolved: { en: 'Final: closed while a payment was possible.', zh: '最终状态：关闭时支付结果未定。' },
}

export const submissionMeanings: Readonly<Record<Submission, Text>> = {
  none: { en: 'No payment can be in flight.', zh: '没有正在进行的支付。' },
  possible: { en: 'A payment may have been submitted unseen.', zh: '可能已有未察觉的支付提交。' },
  certain: { en: 'A payment has been submitted.', zh: '已经提交了支付。' },
}

export const nextStepMeanings: Readonly<Record<NextStep, Text>> = {
  none: { en: 'Nothing to do.', zh: '无需处理。' },
  wait: { en: 'Wait, and keep the component.', zh: '等待，并保留组件。' },
  'fix-form': { en: 'Let the buyer correct the form.', zh: '请买家更正表单。' },
  resubmit: { en: 'The buyer may submit again in the same form.', zh: '买家可以在同一表单中再次提交。' },
  'show-success': { en: 'Show the result page; ship on your server’s word.', zh: '显示结果页；发货以服务端为准。' },
  'change-method': { en: 'Let the buyer pay with another card or method.', zh: '请买家更换银行卡或支付方式。' },
  'buyer-action': { en: 'The buyer has to settle something first.', zh: '需要买家先完成某项操作。' },
  'retry-same-session': { en: 'Mount again with the same session.', zh: '可用同一会话重新挂载。' },
  'new-session': { en: 'Create a new session, then mount again.', zh: '创建新的会话后重新挂载。' },
  'ask-server': { en: 'Ask your server. Do not offer to pay again.', zh: '询问服务端，不要引导买家重新支付。' },
  'contact-support': { en: 'Contact Antom support.', zh: '联系 Antom 技术支持。' },
  'fix-integration': { en: 'Something in your integration has to be corrected.', zh: '需要修正您的接入。' },
}
