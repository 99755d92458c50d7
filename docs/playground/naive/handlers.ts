import { codeSeen, isPay, ordinary, refuse, shows } from './ordinary.ts'
import type { Handler, NaiveHandler, Seen, Shown } from './types.ts'

// The official sample's switch, and the mistakes of real integrations: each makes one, and is ordinary otherwise.

const isError = (code: string | null): boolean => code?.endsWith('_ERROR') === true

/** Whether the page still hears of it: it does not of a component that it has taken down, or from its result page. */
const isHeard = ({ says, isTornDown }: Shown): boolean => says !== 'paid' && !isTornDown

const payAgain = (shown: Shown): Shown => shows(shown, 'failed', 'another')
const takeDown = (shown: Shown): Shown => ({ ...payAgain(shown), isTornDown: true })

/** Does that where the condition holds, and is ordinary otherwise. */
const except = (holds: (shown: Shown, seen: Seen) => boolean, change: (shown: Shown) => Shown): Handler => {
  return (shown, seen) => (holds(shown, seen) ? change(shown) : ordinary(shown, seen))
}

const hears =
  (codes: ReadonlySet<string>) =>
  (shown: Shown, seen: Seen): boolean =>
    isHeard(shown) && codes.has(codeSeen(seen) ?? '')

const openCodes = new Set(['SDK_PAYMENT_PROCESSING', 'SDK_PAYMENT_PENDING', 'SDK_PAYMENT_ERROR'])
const handledCodes = new Set([
  'SDK_START_OF_LOADING',
  'SDK_END_OF_LOADING',
  'SDK_PAYMENT_SUCCESSFUL',
  'SDK_PAYMENT_FAIL',
  'SDK_PAYMENT_PROCESSING',
  'SDK_FORM_VERIFICATION_FAILED',
])

// `case code:` compares the code with itself: the first branch takes every event.
const sampleAsWritten = except(
  (_, seen) => seen.via === 'onEventCallback' && codeSeen(seen) !== null,
  (shown) => shows(shown, 'paid'),
)

const sampleAsMeant = except(hears(new Set(['SDK_PAYMENT_PROCESSING', 'SDK_PAYMENT_ERROR'])), payAgain)

const openMeansFailed = except(hears(openCodes), payAgain)

const silenceMeansFailed = except(
  (shown, seen) =>
    (seen.via === 'time' && shown.says === 'wait') || hears(new Set(['SDK_SUBMIT_NETWORK_ERROR']))(shown, seen),
  payAgain,
)

const defaultTearsDown = except(
  (shown, seen) => seen.via === 'onEventCallback' && isHeard(shown) && !handledCodes.has(codeSeen(seen) ?? ''),
  takeDown,
)

const lastWordWins = except(
  (_, seen) => (seen.via === 'onEventCallback' || seen.via === 'onError') && isError(codeSeen(seen)),
  takeDown,
)

const loadedMeansPaid = except(hears(new Set(['SDK_END_OF_LOADING'])), (shown) => shows(shown, 'paid'))

const closedMeansFailed = except(
  (shown, seen) => isHeard(shown) && (seen.via === 'onClose' || codeSeen(seen) === 'SDK_PAYMENT_CANCEL'),
  payAgain,
)

const pollsForEver: Handler = (shown, seen) =>
  seen.via === 'server' && seen.paymentStatus === 'SUCCESS' && shown.says === 'wait'
    ? shows(shown, 'paid')
    : ordinary(shown, seen)

const givesUpAtOnce: Handler = (shown, seen) =>
  seen.via === 'server' && seen.paymentStatus === null && shown.says === 'wait'
    ? payAgain(shown)
    : pollsForEver(shown, seen)

const forgetsTheRedirect = except(
  (_, seen) => seen.via === 'return',
  (shown) => shows(shown, 'form', 'another'),
)

const submitsEachClick = except(
  (shown, seen) => isPay(seen) && shown.says === 'wait',
  (shown) => ({ ...shown, submits: shown.submits + 1 }),
)

const alwaysSameSession = except(hears(new Set(['SDK_PAYMENT_FAIL'])), (shown) => refuse(shown, 'same-session'))

export const naiveHandlers = {
  'sample-as-written': {
    title: { en: 'Official sample, as written', zh: '官方示例，照抄' },
    about: {
      en: '“case code:” takes every event for “paid”.',
      zh: '“case code:” 把所有事件当成“已支付”。',
    },
    handle: sampleAsWritten,
  },
  'sample-as-meant': {
    title: { en: 'Official sample, as meant', zh: '官方示例，按本意' },
    about: { en: 'PROCESSING and ERROR: “please pay again”.', zh: 'PROCESSING 和 ERROR：“请重新支付”。' },
    handle: sampleAsMeant,
  },
  'success-or-failure': {
    title: { en: 'Two codes and no deadline', zh: '只认两个代码，没有时限' },
    about: {
      en: 'Success and failure only; the wait has no end.',
      zh: '只认成功和失败，等待没有尽头。',
    },
    handle: ordinary,
  },
  'open-means-failed': {
    title: { en: 'Open means failed', zh: '未定当失败' },
    about: {
      en: 'Processing and “abnormal” are failures.',
      zh: '处理中、状态异常都算失败。',
    },
    handle: openMeansFailed,
  },
  'silence-means-failed': {
    title: { en: 'Silence means failed', zh: '没回应当失败' },
    about: {
      en: 'A time-out or a network error is a failure.',
      zh: '超时或网络错误就算失败。',
    },
    handle: silenceMeansFailed,
  },
  'default-tears-down': {
    title: { en: 'Default branch tears down', zh: 'default 分支卸载组件' },
    about: {
      en: 'What it does not know removes the component.',
      zh: '不认识的代码一律卸载组件。',
    },
    handle: defaultTearsDown,
  },
  'last-word-wins': {
    title: { en: 'Last word wins', zh: '以最后一条为准' },
    about: {
      en: 'Every error undoes what was before it.',
      zh: '任何错误都推翻之前的结果。',
    },
    handle: lastWordWins,
  },
  'loaded-means-paid': {
    title: { en: 'Loaded means paid', zh: '加载完当已支付' },
    about: { en: 'The end of loading is the end of the payment.', zh: '把加载结束当成支付结束。' },
    handle: loadedMeansPaid,
  },
  'closed-means-failed': {
    title: { en: 'Closed means failed', zh: '关闭当失败' },
    about: {
      en: 'A closed popup is a failed payment.',
      zh: '关闭弹窗就算支付失败。',
    },
    handle: closedMeansFailed,
  },
  'polls-for-ever': {
    title: { en: 'Polls for ever', zh: '无限轮询' },
    about: {
      en: 'Asks the server, until it says SUCCESS.',
      zh: '询问服务端，直到返回 SUCCESS。',
    },
    handle: pollsForEver,
  },
  'gives-up-at-once': {
    title: { en: 'Gives up at once', zh: '一次失败就放弃' },
    about: {
      en: 'One request that fails is a failed payment.',
      zh: '一次请求失败就算支付失败。',
    },
    handle: givesUpAtOnce,
  },
  'forgets-the-redirect': {
    title: { en: 'Forgets the redirect', zh: '忘记跳转' },
    about: { en: 'Back from the wallet, there is an empty form.', zh: '从钱包返回，只有一张空表单。' },
    handle: forgetsTheRedirect,
  },
  'submits-each-click': {
    title: { en: 'Submits each click', zh: '每次点击都提交' },
    about: {
      en: 'No state keeps a second submit back.',
      zh: '没有状态能挡住第二次提交。',
    },
    handle: submitsEachClick,
  },
  'always-same-session': {
    title: { en: 'Always the same session', zh: '总用同一会话' },
    about: {
      en: 'After each decline, again in the old session.',
      zh: '每次被拒后都用旧会话重试。',
    },
    handle: alwaysSameSession,
  },
} as const satisfies Record<string, NaiveHandler>

export type NaiveName = keyof typeof naiveHandlers

export const naiveNames = Object.keys(naiveHandlers) as readonly NaiveName[]
