import { declined as refused } from '../../stub/results.ts'
import { answers, loads, submits, succeeds, tells } from './steps.ts'
import type { Scenario } from './types.ts'

/** The issuer says no, or is said to have said something else. */
export const declined = {
  'declined-then-retried': {
    title: { en: 'Declined, then retried', zh: '被拒后重试' },
    about: {
      en: 'The issuer declines; the buyer tries again in the same session, and it goes through.',
      zh: '发卡行拒绝；买家在同一会话中再试一次，支付成功。',
    },
    group: 'declined',
    ends: 'paid',
    steps: [
      ...loads,
      submits(),
      tells(900, 'SDK_PAYMENT_FAIL', refused('ISSUER_REJECTS_TRANSACTION'), 'refused'),
      submits(2_400),
      succeeds(),
    ],
    passes: ['init', 'loading', 'form', 'submitting', 'declined', 'submitting', 'succeeded'],
    nextStep: 'show-success',
    trace: 'browser-declined-then-submitted',
  },
  'declined-for-good': {
    title: { en: 'Declined, session over', zh: '被拒且会话结束' },
    about: {
      en: 'The order is closed: this session takes no further try, only a new one does.',
      zh: '订单已关闭：当前会话不能再试，必须新建会话。',
    },
    group: 'declined',
    ends: 'not-paid',
    endsSession: true,
    steps: [...loads, submits(), tells(900, 'SDK_PAYMENT_FAIL', refused('ORDER_IS_CLOSED'), 'refused')],
    passes: ['init', 'loading', 'form', 'submitting', 'declined'],
    nextStep: 'new-session',
    trace: 'browser-declined',
  },
  'success-that-is-none': {
    title: { en: 'A success that is none', zh: '名不副实的“成功”' },
    about: {
      en: 'The code says “successful”, its payload says PROCESSING. In the end the bank refuses.',
      zh: '代码显示“成功”，数据却是 PROCESSING；最终银行拒绝。',
    },
    group: 'declined',
    ends: 'not-paid',
    steps: [
      ...loads,
      submits(),
      tells(900, 'SDK_PAYMENT_SUCCESSFUL', { paymentStatus: 'PROCESSING', paymentResultCode: 'PAYMENT_IN_PROCESS' }),
    ],
    server: [answers(900, 'PROCESSING'), answers(900, 'PROCESSING'), answers(900, 'FAIL', 'USER_BALANCE_NOT_ENOUGH')],
    passes: ['init', 'loading', 'form', 'submitting', 'confirming', 'declined'],
    nextStep: 'change-method',
  },
} as const satisfies Record<string, Scenario>
