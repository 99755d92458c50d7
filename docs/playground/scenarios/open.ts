import { processing } from '../../stub/results.ts'
import { answers, failsTwice, loads, serverFails, submits, succeeds, tells } from './steps.ts'
import type { Scenario } from './types.ts'

const submitted = [...loads, submits()]

/** The page does not learn how it went. Here the buyer pays twice, where the page is careless. */
export const open = {
  processing: {
    title: { en: 'Processing, slow server', zh: '处理中，服务端较慢' },
    about: {
      en: 'The SDK says “processing” and no more. The shop’s server knows the answer after a while.',
      zh: 'SDK 只说“处理中”。商户服务端过一会儿才知道结果。',
    },
    group: 'open',
    ends: 'paid',
    steps: [...submitted, tells(900, 'SDK_PAYMENT_PROCESSING', processing())],
    server: [answers(1_500, 'PROCESSING'), serverFails(1_500), answers(1_500, 'SUCCESS')],
    passes: ['init', 'loading', 'form', 'submitting', 'confirming', 'succeeded'],
    nextStep: 'show-success',
    trace: 'browser-processing',
  },
  abnormal: {
    title: { en: '“Abnormal status”', zh: '“状态异常”' },
    about: {
      en: 'SDK_PAYMENT_ERROR: it sounds like a failure, and its outcome is open.',
      zh: 'SDK_PAYMENT_ERROR：听起来像失败，其实结果未定。',
    },
    group: 'open',
    ends: 'paid',
    steps: [...submitted, tells(900, 'SDK_PAYMENT_ERROR')],
    server: [answers(1_500, 'PROCESSING'), answers(1_000, 'SUCCESS')],
    passes: ['init', 'loading', 'form', 'submitting', 'confirming', 'succeeded'],
    nextStep: 'show-success',
  },
  'network-error': {
    title: { en: 'Network error on submit', zh: '提交时网络错误' },
    about: {
      en: 'The connection breaks while submitting. The request had arrived all the same.',
      zh: '提交时网络中断，但请求其实已经到达。',
    },
    group: 'open',
    ends: 'paid',
    steps: [
      ...submitted,
      ...failsTwice(900, 'SDK_SUBMIT_NETWORK_ERROR', 'Network request error'),
      // The same submit in the same session: it is the same payment.
      submits(3_000),
      succeeds(),
    ],
    passes: ['init', 'loading', 'form', 'submitting', 'form', 'submitting', 'succeeded'],
    nextStep: 'show-success',
  },
  'no-answer': {
    title: { en: 'The submit is never answered', zh: '提交后没有回应' },
    about: {
      en: 'Nothing comes back. After a deadline (10 s here, 60 s by default) the server is asked.',
      zh: '提交后毫无回应。到时限后（此处 10 秒，默认 60 秒）询问服务端。',
    },
    group: 'open',
    ends: 'paid',
    timeouts: { submitting: 10_000 },
    steps: [...submitted, { after: 7_000, via: 'time', money: 'paid' }],
    server: [answers(2_500, 'PROCESSING'), answers(1_000, 'SUCCESS')],
    passes: ['init', 'loading', 'form', 'submitting', 'confirming', 'succeeded'],
    nextStep: 'show-success',
  },
  'server-down': {
    title: { en: 'Processing, server down', zh: '处理中，服务端故障' },
    about: {
      en: '“Processing”, and the shop’s server cannot be reached either. The payment went through.',
      zh: 'SDK 说“处理中”，商户服务端也无法访问；支付其实已成功。',
    },
    group: 'open',
    ends: 'paid',
    inquiryBudget: 6_000,
    steps: [
      ...submitted,
      tells(900, 'SDK_PAYMENT_PROCESSING', processing()),
      { after: 9_000, via: 'time', money: 'paid' },
    ],
    server: [serverFails(400)],
    passes: ['init', 'loading', 'form', 'submitting', 'confirming'],
    nextStep: 'ask-server',
    trace: 'browser-processing',
  },
} as const satisfies Record<string, Scenario>
