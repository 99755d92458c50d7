import { answers, loads, submits, tells } from './steps.ts'
import type { Scenario } from './types.ts'

/** The buyer leaves: the popup, the bank's page, or the shop itself. */
export const left = {
  wallet: {
    title: { en: 'Redirect and return', zh: '跳转并返回' },
    about: {
      en: 'The browser really leaves for a wallet. The shop finds the payment again when the buyer is back.',
      zh: '浏览器真正跳转到钱包；买家返回后，商店找回这笔支付。',
    },
    group: 'left',
    ends: 'paid',
    steps: [
      ...loads,
      submits(),
      {
        after: 900,
        via: 'onEventCallback',
        args: [{ code: 'SDK_CALL_URL_SUCCESS', message: 'Successfully opened the app' }],
      },
      { after: 1_200, via: 'leave' },
    ],
    afterReturn: [],
    server: [answers(1_500, 'PROCESSING'), answers(1_200, 'SUCCESS')],
    passes: ['init', 'loading', 'form', 'submitting', 'redirecting', 'confirming', 'succeeded'],
    nextStep: 'show-success',
    trace: 'browser-wallet',
  },
  'popup-closed': {
    title: { en: 'Popup closed', zh: '关闭弹窗' },
    about: {
      en: 'The buyer closes the popup before paying. No event follows.',
      zh: '买家在支付前关闭弹窗，之后没有任何事件。',
    },
    group: 'left',
    ends: 'not-paid',
    steps: [...loads, { after: 1_800, via: 'onClose', args: [{}] }],
    passes: ['init', 'loading', 'form', 'dismissed'],
    nextStep: 'retry-same-session',
    trace: 'browser-popup-closed',
  },
  'closed-while-submitting': {
    title: { en: 'Closed in mid-payment', zh: '支付中关闭弹窗' },
    about: {
      en: 'The popup is closed after Pay was pressed. The payment goes through unseen.',
      zh: '按下支付之后弹窗被关闭，支付在看不见的地方完成。',
    },
    group: 'left',
    ends: 'paid',
    steps: [...loads, submits(), { after: 700, via: 'onClose', args: [{}] }],
    server: [answers(1_500, 'PROCESSING'), answers(1_200, 'SUCCESS')],
    passes: ['init', 'loading', 'form', 'submitting', 'confirming', 'succeeded'],
    nextStep: 'show-success',
    trace: 'browser-closed-while-submitting',
  },
  'challenge-cancelled': {
    title: { en: '3-D Secure given up', zh: '放弃 3D 验证' },
    about: {
      en: 'The bank asks, the buyer closes. “Cancelled”, says the SDK; only the server knows.',
      zh: '发卡行要求验证，买家关闭窗口。SDK 说“已取消”，但只有服务端才知道结果。',
    },
    group: 'left',
    ends: 'not-paid',
    steps: [
      ...loads,
      submits(),
      tells(900, 'SDK_PAYMENT_CHALLENGE'),
      { after: 1_800, via: 'onClose', args: [{}] },
      tells(200, 'SDK_PAYMENT_CANCEL', {}),
    ],
    server: [answers(1_500, 'PROCESSING'), answers(1_200, 'FAIL', 'USER_PAYMENT_VERIFICATION_FAILED')],
    passes: ['init', 'loading', 'form', 'submitting', 'challenge', 'confirming', 'declined'],
    nextStep: 'contact-support',
    trace: 'browser-challenge-cancelled',
  },
  'session-expired': {
    title: { en: 'Session expired', zh: '会话过期' },
    about: {
      en: 'The buyer takes too long (6 s here, an hour by default); nothing was submitted.',
      zh: '买家停留过久（此处 6 秒，默认一小时），未曾提交支付。',
    },
    group: 'left',
    ends: 'not-paid',
    sessionLasts: 6_000,
    endsSession: true,
    steps: [...loads, { after: 6_000, via: 'time' }],
    passes: ['init', 'loading', 'form', 'broken'],
    nextStep: 'new-session',
  },
} as const satisfies Record<string, Scenario>
