import type { Lang } from '../../src/catalogue/types.ts'
import type { CheckoutView } from '../../src/index.ts'
import { wordsFor } from '../examples/ui/words.ts'

// The shop speaks as the example pages do, and Chinese besides.

const inChinese: Readonly<Record<string, string>> = {
  'Fill in your payment details, then press Pay.': '请填写支付信息，然后点击支付。',
  'This payment is under way in another window.': '这笔支付正在另一个窗口中进行。',
  'Please correct what is marked in the form.': '请修改表单中标出的内容。',
  'The connection was interrupted. Press Pay to finish this payment.': '网络中断。请点击支付以完成这笔支付。',
  'Thank you. Your payment has arrived.': '谢谢，您的付款已到账。',
  'Your payment was declined. Please use another card or another way to pay.': '支付被拒绝。请换一张卡或其他支付方式。',
  'Your payment was declined: your payment provider needs something of you first.':
    '支付被拒绝：您的支付服务商需要您先完成一项操作。',
  'The payment was not made. You can try again.': '支付未完成，您可以再试一次。',
  'The payment was not made, and this attempt is over. You can try again.':
    '支付未完成，本次会话已结束，您可以重新支付。',
  'We are checking your payment. There is nothing that you have to do.': '我们正在确认您的付款，您无需任何操作。',
  'This payment cannot be made. Please contact us.': '这笔支付无法完成，请联系我们。',
  'We are sorry: we cannot take payments at the moment.': '很抱歉，目前无法收款。',
  'One moment, please.': '请稍候。',
  'Your payment is being sent. Please stay on this page.': '正在提交付款，请不要离开此页面。',
  'Your bank asks you to confirm the payment.': '您的银行要求您确认这笔付款。',
  'You are being taken to another page to finish the payment.': '正在带您前往另一个页面完成付款。',
  'The payment was not made.': '支付未完成。',
  'We do not know yet whether your payment has arrived. We will tell you; please do not start another one.':
    '我们还不知道您的付款是否到账，稍后会告知您；请不要重复支付。',
}

/** What the buyer reads. */
export const sentenceFor = (view: CheckoutView, lang: Lang): string => {
  const { sentence } = wordsFor(view)
  return lang === 'en' ? sentence : (inChinese[sentence] ?? sentence)
}
