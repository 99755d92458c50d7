import { pipe } from 'fp-ts/lib/function.js'
import { alt, fold, fromNullable, getOrElse, map } from 'fp-ts/lib/Option.js'
import { describeEvent, describePaymentResult } from '../catalogue/describe.ts'
import type { Lang, Text } from '../catalogue/types.ts'
import type { Mark, Step } from './types.ts'

/** What the catalogue does not describe, as it is no event: what the page did, and what became of its calls. */
export const happenings: Readonly<Record<string, Text>> = {
  'mount called': { en: 'The page mounts the component.', zh: '页面挂载组件。' },
  'submit called': { en: 'The page submits the payment.', zh: '页面提交支付。' },
  'unmount called': {
    en: 'The page unmounts the component, and is done with this checkout.',
    zh: '页面卸载组件，本次结账到此为止。',
  },
  'mount resolved': {
    en: 'The promise of mount was resolved. It does not say that the form is there.',
    zh: 'mount 的 Promise 已兑现。这不代表表单已就绪。',
  },
  'mount rejected': { en: 'The promise of mount was rejected.', zh: 'mount 的 Promise 被拒绝。' },
  'submit resolved': {
    en: 'The promise of submit was resolved. The result comes by callback.',
    zh: 'submit 的 Promise 已兑现。支付结果由回调给出。',
  },
  'submit rejected': { en: 'The promise of submit was rejected.', zh: 'submit 的 Promise 被拒绝。' },
  'unmount resolved': { en: 'The promise of unmount was resolved.', zh: 'unmount 的 Promise 已兑现。' },
  'inquire resolved': {
    en: 'The merchant’s server answered nothing definite.',
    zh: '商户服务端的答复没有给出明确结果。',
  },
  'inquire rejected': { en: 'The merchant’s server could not be asked.', zh: '未能向商户服务端查询。' },
  'unmount rejected': { en: 'The promise of unmount was rejected.', zh: 'unmount 的 Promise 被拒绝。' },
}

const unknown: Text = { en: 'The catalogue does not know this code.', zh: '目录中没有这个代码。' }

/** What a step means. */
export const meaningOf = ({ happening }: Pick<Step, 'happening'>, lang: Lang): string =>
  pipe(
    describeEvent(happening),
    map(({ meaning }): Text => meaning),
    alt(() => fromNullable(Object.hasOwn(happenings, happening) ? happenings[happening] : undefined)),
    getOrElse(() => unknown),
  )[lang]

/** What a payment result code means; empty if nobody knows. */
export const resultMeaningOf = (code: string, lang: Lang): string =>
  pipe(
    describePaymentResult(code),
    fold(
      () => '',
      ({ meaning }) => meaning[lang],
    ),
  )

/** What is odd about a step. */
export const marks: Readonly<Record<Mark, Text>> = {
  'out-of-place': { en: 'out of place', zh: '时机不符' },
  contradiction: { en: 'its payload says otherwise', zh: '载荷与代码矛盾' },
  malformed: { en: 'payload partly unreadable', zh: '部分载荷无法读取' },
  undecodable: { en: 'no usable code', zh: '没有可用的代码' },
  unrecognised: { en: 'unknown code', zh: '未知代码' },
  late: { en: 'late', zh: '迟到' },
  echo: { en: 'told before', zh: '重复告知' },
  'refused: duplicate': { en: 'refused: a payment is in flight', zh: '已拒绝：支付正在进行' },
  'refused: too-early': { en: 'refused: too early', zh: '已拒绝：时机过早' },
  'refused: new-mount-needed': { en: 'refused: mount again first', zh: '已拒绝：需要重新挂载' },
  'refused: mounted': { en: 'refused: mounted already', zh: '已拒绝：组件已挂载' },
  'refused: expired': { en: 'refused: the session is over', zh: '已拒绝：会话已过期' },
  'refused: other-tab': { en: 'refused: another tab has it', zh: '已拒绝：另一标签页正在处理' },
  'refused: closed': { en: 'refused: the checkout is over', zh: '已拒绝：结账已结束' },
  'not-called': { en: 'its call was refused', zh: '对应的调用已被拒绝' },
  'not-asked': { en: 'nobody asked', zh: '当时没有查询' },
  'unknown-call': { en: 'its call is not recorded', zh: '没有记录对应的调用' },
}
