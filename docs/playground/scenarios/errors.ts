import { endsLoading, failsTwice, loads, mountSettles, mounts, submits, succeeds, tells } from './steps.ts'
import type { Scenario } from './types.ts'

const TIMEOUT = { code: 'SDK_CREATECOMPONENT_ERROR', message: 'Load resource timeout' }

/** The component does not come up, or says so. */
export const errors = {
  'load-timeout': {
    title: { en: 'Load time-out', zh: '加载超时' },
    about: {
      en: 'The payment page never loads: the SDK gives up after 15 s, and says so by three channels.',
      zh: '支付页面始终未加载：SDK 在 15 秒后放弃，并通过三个渠道报告。',
    },
    group: 'errors',
    ends: 'not-paid',
    steps: [
      mounts(),
      tells(250, 'SDK_START_OF_LOADING'),
      ...failsTwice(15_000, TIMEOUT.code, TIMEOUT.message),
      mountSettles(150, 'rejected', TIMEOUT),
    ],
    passes: ['init', 'loading', 'broken'],
    nextStep: 'retry-same-session',
    trace: 'browser-load-timeout',
  },
  'query-fails': {
    title: { en: 'An error that is none', zh: '虚惊一场的错误' },
    about: {
      en: 'A request of the SDK’s fails and it reports an error; the form comes up all the same.',
      zh: 'SDK 的一个请求失败并报告错误，表单却照常出现。',
    },
    group: 'errors',
    ends: 'paid',
    steps: [
      mounts(),
      tells(250, 'SDK_START_OF_LOADING'),
      ...failsTwice(900, 'SDK_CREATECOMPONENT_ERROR', 'Network request error'),
      mountSettles(1_200, 'resolved'),
      endsLoading(250),
      submits(),
      succeeds(),
    ],
    passes: ['init', 'loading', 'broken', 'form', 'submitting', 'succeeded'],
    nextStep: 'show-success',
    trace: 'browser-query-fails',
  },
  'stray-message': {
    title: { en: 'A stray message', zh: '无关消息' },
    about: {
      en: 'Another script posts something that is not JSON: SDK_INTERNAL_ERROR, and the payment goes on.',
      zh: '其他脚本发来非 JSON 消息：SDK 报 SDK_INTERNAL_ERROR，支付照常进行。',
    },
    group: 'errors',
    ends: 'paid',
    steps: [
      ...loads,
      {
        after: 1_200,
        via: 'onError',
        args: [{ code: 'SDK_INTERNAL_ERROR', message: 'The message string should conform to the json format' }],
      },
      submits(1_500),
      succeeds(),
    ],
    passes: ['init', 'loading', 'form', 'submitting', 'succeeded'],
    nextStep: 'show-success',
    trace: 'browser-stray-message',
  },
  nonsense: {
    title: { en: 'Nonsense by callback', zh: '无效的回调数据' },
    about: {
      en: 'The SDK checks nothing of what its page sends: null, a text, a number for a code.',
      zh: 'SDK 不检查页面发来的内容：null、文本、数字代码都会原样转交。',
    },
    group: 'errors',
    ends: 'paid',
    steps: [
      ...loads,
      { after: 900, via: 'onEventCallback', args: [null] },
      { after: 500, via: 'onEventCallback', args: ['hello'] },
      { after: 500, via: 'onEventCallback', args: [{ code: 42 }] },
      submits(1_200),
      succeeds(),
    ],
    passes: ['init', 'loading', 'form', 'submitting', 'succeeded'],
    nextStep: 'show-success',
  },
  'missing-session': {
    title: { en: 'No session data', zh: '缺少会话数据' },
    about: {
      en: 'The shop forgot the session data. It is told by onError and the promise, and nothing loads.',
      zh: '商店没有传会话数据：通过 onError 和 Promise 报告，什么也不会加载。',
    },
    group: 'errors',
    ends: 'not-paid',
    steps: [
      mounts(),
      { after: 600, via: 'onError', args: [{ code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR' }] },
      mountSettles(150, 'rejected', { code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR' }),
    ],
    passes: ['init', 'loading', 'broken'],
    nextStep: 'fix-integration',
    trace: 'browser-missing-session',
  },
} as const satisfies Record<string, Scenario>
