import type { Text } from '../../../src/catalogue/types.ts'
import type { ScenarioName } from '../scenarios/scenarios.ts'
import type { NaiveName } from './handlers.ts'

/** A mistake of real integrations: eight were read in public code, Antom's own two among them. */
export interface Mistake {
  readonly mistake: Text
  /** In how many of the eight. */
  readonly of8: string
  readonly cost: Text
  /** What this package does instead. */
  readonly instead: Text
  /** The scenario of the playground that shows it, and the naive page that makes it there. */
  readonly scenario: ScenarioName
  readonly shownBy: NaiveName
}

export const mistakes: readonly Mistake[] = [
  {
    mistake: { en: 'no deadline on the payment itself', zh: '支付本身没有时限' },
    of8: '8',
    cost: { en: 'the buyer waits for ever, and pays elsewhere or calls', zh: '买家一直等待，转而在别处付款或致电客服' },
    instead: {
      en: 'every waiting state has a deadline, and it survives a reload',
      zh: '每个等待状态都有时限，刷新页面后依然有效',
    },
    scenario: 'no-answer',
    shownBy: 'success-or-failure',
  },
  {
    mistake: { en: 'most event codes ignored', zh: '忽略大多数事件代码' },
    of8: '6',
    cost: { en: 'whatever is not success or failure leaves a spinner', zh: '除成功和失败外，页面只剩转圈' },
    instead: {
      en: 'each code has its row; one that nobody knows is kept in `diagnostics`',
      zh: '每个代码都有对应的处理；无人认识的代码记入 `diagnostics`',
    },
    scenario: 'closed-while-submitting',
    shownBy: 'success-or-failure',
  },
  {
    mistake: { en: 'processing dropped, or only logged', zh: '“处理中”被忽略或只记日志' },
    of8: '4',
    cost: { en: 'a paid order without a word to the buyer', zh: '订单已付款，买家却得不到任何答复' },
    instead: {
      en: 'a state of its own: your server is asked, the buyer is told so',
      zh: '有独立的状态：询问服务端，并如实告知买家',
    },
    scenario: 'processing',
    shownBy: 'success-or-failure',
  },
  {
    mistake: { en: 'processing leads to “pay again”, or to a failure', zh: '“处理中”被引导为重新支付或失败' },
    of8: '3',
    cost: { en: 'the order is paid twice', zh: '同一订单付款两次' },
    instead: {
      en: 'paying again cannot be reached while the outcome is open',
      zh: '结果未定时，不可能走到“重新支付”',
    },
    scenario: 'processing',
    shownBy: 'sample-as-meant',
  },
  {
    mistake: { en: '`SDK_PAYMENT_ERROR` shown as a failure', zh: '`SDK_PAYMENT_ERROR` 显示为失败' },
    of8: '3',
    cost: { en: 'the order is paid twice', zh: '同一订单付款两次' },
    instead: { en: 'its outcome is open: it goes where processing goes', zh: '结果未定：与“处理中”同样处理' },
    scenario: 'abnormal',
    shownBy: 'open-means-failed',
  },
  {
    mistake: { en: 'a time-out of the submit called a failure', zh: '提交超时被当作失败' },
    of8: '3',
    cost: { en: 'the order is paid twice', zh: '同一订单付款两次' },
    instead: { en: 'after the deadline your server is asked', zh: '到时限后询问服务端' },
    scenario: 'no-answer',
    shownBy: 'silence-means-failed',
  },
  {
    mistake: { en: 'a retry in a session that takes none, or the reverse', zh: '在已失效的会话中重试，或反之' },
    of8: '3',
    cost: { en: 'every further try is refused: the sale is lost', zh: '再试都会被拒：订单丢失' },
    instead: { en: '`nextStep` and `canSubmit` go by the result code', zh: '`nextStep` 和 `canSubmit` 由结果代码决定' },
    scenario: 'declined-for-good',
    shownBy: 'always-same-session',
  },
  {
    mistake: { en: 'nothing on the return from a redirect', zh: '跳转返回后不作处理' },
    of8: '3',
    cost: { en: 'an empty form after a payment: it is paid twice', zh: '付款后面对空表单：付款两次' },
    instead: { en: 'found again by its `id`, and your server is asked', zh: '按 `id` 找回，并询问服务端' },
    scenario: 'wallet',
    shownBy: 'forgets-the-redirect',
  },
  {
    mistake: { en: 'a cancel mixed up with a failure', zh: '取消与失败混为一谈' },
    of8: '2',
    cost: { en: 'a payment that goes through unseen, and once more', zh: '支付在看不见处完成，随后又付一次' },
    instead: {
      en: 'an outcome of its own; after a submit it is a question to your server',
      zh: '有独立的结果；若已提交，则询问服务端',
    },
    scenario: 'closed-while-submitting',
    shownBy: 'closed-means-failed',
  },
  {
    mistake: { en: 'a double submit is possible', zh: '可能重复提交' },
    of8: '2',
    cost: { en: 'two payments, where the SDK does not refuse the second', zh: '若 SDK 不拒绝第二次，便是两笔支付' },
    instead: {
      en: 'one state takes a submit; doubles are counted, not sent',
      zh: '只有一个状态接受提交；重复只计数，不发送',
    },
    scenario: 'duplicate-clicks',
    shownBy: 'submits-each-click',
  },
  {
    mistake: { en: 'the end of loading taken for paid', zh: '把加载结束当成已支付' },
    of8: '1',
    cost: { en: 'goods for nothing', zh: '白送货物' },
    instead: { en: 'success only by its code, or by your server', zh: '只有成功代码或服务端才算成功' },
    scenario: 'success',
    shownBy: 'loaded-means-paid',
  },
  {
    mistake: { en: 'a default branch that takes the component down', zh: 'default 分支卸载组件' },
    of8: '1',
    cost: {
      en: '3-D Secure is cut off; the buyer starts anew and pays twice',
      zh: '3D 验证被打断；买家重新支付，付款两次',
    },
    instead: { en: 'a code that nobody knows changes nothing', zh: '无人认识的代码不改变任何状态' },
    scenario: 'three-d-secure',
    shownBy: 'default-tears-down',
  },
  {
    mistake: { en: 'polling for ever when requests fail', zh: '请求失败时无限轮询' },
    of8: '1',
    cost: { en: 'a spinner without an end', zh: '没有尽头的转圈' },
    instead: { en: 'every question counts, and the time for asking ends', zh: '每次询问都计入，询问时间有限' },
    scenario: 'server-down',
    shownBy: 'polls-for-ever',
  },
  {
    mistake: { en: 'giving up at the first bad request', zh: '一次请求失败就放弃' },
    of8: '1',
    cost: { en: 'the order is paid twice', zh: '同一订单付款两次' },
    instead: {
      en: 'a request that fails is a try: the next one may tell',
      zh: '失败的请求只是一次尝试，下次可能就有结果',
    },
    scenario: 'processing',
    shownBy: 'gives-up-at-once',
  },
  {
    mistake: { en: 'an error after the success undoes it', zh: '成功之后的错误推翻成功' },
    of8: '–',
    cost: { en: 'a paid order is offered once more', zh: '已付款的订单被要求再付一次' },
    instead: {
      en: 'nothing after a success changes it; it is noted as late',
      zh: '成功之后的一切都不再改变结果，只记为迟到',
    },
    scenario: 'late-error',
    shownBy: 'last-word-wins',
  },
  {
    mistake: { en: 'the official sample’s `switch`', zh: '官方示例的 `switch`' },
    of8: '–',
    cost: { en: '“paid” at the first callback of all', zh: '第一个回调就显示“已支付”' },
    instead: {
      en: 'a statechart, held against every code in every state',
      zh: '状态图：每个状态下的每个代码都经过验证',
    },
    scenario: 'load-timeout',
    shownBy: 'sample-as-written',
  },
]
