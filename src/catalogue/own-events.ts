import type { EventCodeEntry } from './types.ts'

/**
 * What this package tells of by itself: happenings that reach a page as the `code` of a notice without being a code of
 * the SDK.
 *
 * What they mean follows from the checkout machine: an outcome that is not known is asked of the merchant's server,
 * never paid again. What the SDK's promises answer was observed in `@alipay/ams-checkout` 1.47.2.
 */
export const ownEvents = {
  'checkout.mount': {
    kind: 'status',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'A mount was refused and never reached the SDK: a component is already there, a payment is under way, or the checkout is over.',
      zh: '挂载被拒绝，没有交给 SDK：已有组件、支付正在进行，或本次结账已经结束。',
    },
    advice: {
      en: 'Mount only while canMount is true. For another order, create another checkout.',
      zh: '仅在 canMount 为 true 时挂载。如果是另一笔订单，请新建一个 checkout。',
    },
  },
  'checkout.submit': {
    kind: 'status',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'A submit was refused and never reached the SDK: it was a duplicate, too early or too late.',
      zh: '提交被拒绝，没有交给 SDK：属于重复提交，或时机过早、过晚。',
    },
    advice: {
      en: 'Enable your pay button only while canSubmit is true. A submission under way goes on; the buyer need not click again.',
      zh: '仅在 canSubmit 为 true 时启用支付按钮。正在进行的提交不受影响，买家无需再次点击。',
    },
  },
  'checkout.dismiss': {
    kind: 'status',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'The buyer closed the popup (the SDK’s onClose). SDK_PAYMENT_CANCEL may follow, or never come.',
      zh: '买家关闭了弹窗（SDK 的 onClose）。之后可能返回 SDK_PAYMENT_CANCEL，也可能不返回。',
    },
    advice: {
      en: 'If submission is none, the buyer may start again. Otherwise a payment may be under way: ask your server first.',
      zh: '如果 submission 为 none，买家可以重新开始；否则支付可能正在进行，请先让服务端查询结果。',
    },
  },
  'checkout.timeout': {
    kind: 'status',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'A waiting state reached its deadline. While loading, this only means slow; after a submission the outcome is not known.',
      zh: '等待已到时限。加载阶段仅表示较慢；提交之后则表示支付结果未知。',
    },
    advice: {
      en: 'While loading, keep waiting or offer to leave. After a submission ask your server, and do not offer to pay again.',
      zh: '加载阶段可继续等待，或让买家离开。提交之后请让服务端查询结果，不要引导买家重新支付。',
    },
  },
  'session-expired': {
    kind: 'error',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'The payment session reached its expiry time before a submission was seen. Sessions live for one hour by default.',
      zh: '支付会话已到期，到期前未见提交。会话的有效期默认为一小时。',
    },
    advice: {
      en: 'If submission is none, get new session data from your server and mount again. Otherwise ask your server first.',
      zh: '如果 submission 为 none，请向服务端获取新的会话数据后重新挂载；否则请先让服务端查询结果。',
    },
  },
  'checkout.undecodable': {
    kind: 'error',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'A callback came without a usable code. The SDK passes on whatever the payment page sends. Nothing changed.',
      zh: '收到的回调没有可用的代码。支付页面发来什么，SDK 就原样转交什么。当前状态不受影响。',
    },
    advice: {
      en: 'Nothing to do for the buyer. If it happens often, check how you pass the callbacks on, then tell Antom support.',
      zh: '无需让买家做任何事。如果频繁出现，请先检查回调的转交方式，再反馈给 Antom 技术支持。',
    },
  },
  'answer.open': {
    kind: 'result',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'The promise of submit was rejected, or answered that the payment’s outcome is open.',
      zh: 'submit 的 Promise 被拒绝，或答复表明支付结果未定。',
    },
    advice: {
      en: 'Have your server inquire about the payment or wait for the result notification. Do not offer to pay again.',
      zh: '让服务端查询支付状态，或等待支付结果通知。不要引导买家重新支付。',
    },
  },
  'answer.refused': {
    kind: 'error',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'The SDK refused the submit before anything was sent: its form was not in a fit state, or the arguments were wrong.',
      zh: 'SDK 在发出任何请求之前就拒绝了提交：表单状态不符，或参数有误。',
    },
    advice: {
      en: 'Check when and with what you call submit; the buyer can submit again in the same form.',
      zh: '检查调用 submit 的时机和参数；买家可以在同一表单中再次提交。',
    },
  },
  'answer.late': {
    kind: 'status',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'The promise of an attempt that is already over was settled. Of such answers only a success still counts.',
      zh: '一次早已结束的支付尝试才收到 Promise 的答复。这类答复中只有“成功”仍然有效。',
    },
    advice: { en: 'Nothing to do: follow the present state.', zh: '无需处理，以当前状态为准。' },
  },
  'server.succeeded': {
    kind: 'result',
    sources: ['package'],
    callbacks: [],
    meaning: { en: 'Your server says that the payment succeeded.', zh: '服务端确认支付成功。' },
    advice: { en: 'Show your payment result page.', zh: '显示支付结果页。' },
  },
  'server.failed': {
    kind: 'result',
    sources: ['package'],
    callbacks: [],
    meaning: { en: 'Your server says that the payment failed.', zh: '服务端确认支付失败。' },
    advice: {
      en: 'Follow the advice of the paymentResultCode: nextStep says whether and how the buyer may try again.',
      zh: '按 paymentResultCode 的建议处理：nextStep 会说明买家能否重试、如何重试。',
    },
  },
  'server.cancelled': {
    kind: 'result',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'Your server says that the payment was cancelled.',
      zh: '服务端确认支付已取消。',
    },
    advice: {
      en: 'The buyer may start again; if the session has expired or its order is closed, create a new one.',
      zh: '买家可以重新开始；如果会话已过期或订单已关闭，请新建会话。',
    },
  },
  'server.silent': {
    kind: 'result',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'Your server was asked until the time for asking was used up, and gave no definite answer. The outcome is still open.',
      zh: '在允许的时间内反复询问服务端，仍未得到明确结果。支付结果未定。',
    },
    advice: {
      en: 'Tell the buyer that the result will follow, and settle the order by Antom’s result notification. Do not offer to pay again.',
      zh: '告知买家结果稍后给出，并以 Antom 的支付结果通知为准处理订单。不要引导买家重新支付。',
    },
  },
  'tab.gone': {
    kind: 'status',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'Another tab with this checkout was closed or left while its payment may have been under way, and has not said what became of it.',
      zh: '同一笔结账的另一个标签页在支付可能正在进行时关闭或离开，没有告知结果。',
    },
    advice: {
      en: 'Have your server inquire about the payment or wait for the result notification. Do not offer to pay again.',
      zh: '让服务端查询支付状态，或等待支付结果通知。不要引导买家重新支付。',
    },
  },
  'tab.ended': {
    kind: 'status',
    sources: ['package'],
    callbacks: [],
    meaning: {
      en: 'In another tab this checkout was closed, and nothing was paid there.',
      zh: '同一笔结账在另一个标签页中已关闭，没有产生支付。',
    },
    advice: { en: 'Nothing to do: this tab goes on.', zh: '无需处理，当前标签页可继续结账。' },
  },
} as const satisfies Record<string, EventCodeEntry>

/** A happening of the package's own, as the `code` of a notice: see {@link ownEvents}. */
export type OwnEvent = keyof typeof ownEvents
