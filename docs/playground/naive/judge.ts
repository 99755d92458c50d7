import type { Text } from '../../../src/catalogue/types.ts'
import type { Money } from '../scenarios/types.ts'
import type { Harm, Shown } from './types.ts'

/** What no page knows, and the scenario does. */
export interface Truth {
  readonly money: Money
  /** Whether it arrives in the end. `unknown`: a person sends codes by hand. */
  readonly ends: 'paid' | 'not-paid' | 'unknown'
  /** The session takes no further payment. */
  readonly isSessionOver: boolean
  /** Nothing more will come. */
  readonly isOver: boolean
}

/** Whether what the page shows would cost the buyer or the shop money, and why. */
export const judge = (shown: Shown, truth: Truth): Harm | null => {
  const { says, offers, payments, submits, isTornDown } = shown
  const { ends, isSessionOver, isOver } = truth
  // Where the page never let the buyer pay, nothing of the payment has come about.
  const money = payments > 0 || ends === 'unknown' ? truth.money : 'none'
  const isUnderWay = money === 'open' || money === 'paid'
  const arrives = money === 'paid' || (money === 'open' && ends === 'paid')
  if (says === 'paid' && money !== 'paid') return money === 'open' ? 'too-early' : 'unpaid-goods'
  if ((offers === 'another' || payments > 1) && arrives) return 'pays-twice'
  if (offers === 'another' && money === 'open' && ends === 'unknown') return 'may-pay-twice'
  if (submits > 1 && isUnderWay) return 'two-submits'
  if (isTornDown && money === 'open') return 'cut-off'
  if ((says === 'failed' || says === 'cancelled') && arrives) return 'told-failed'
  if (offers === 'same-session' && isSessionOver) return 'dead-session'
  if (isOver && isUnderWay && (says === 'wait' || says === 'loading')) return 'never-told'
  return null
}

/** The one sentence that stands beside the mark. */
export const harms: Readonly<Record<Harm, Text>> = {
  'unpaid-goods': { en: 'Nothing was paid: the goods go for free.', zh: '一分钱也没付：货白送了。' },
  'too-early': { en: 'Not decided yet: it may still fail.', zh: '结果未定：仍可能失败。' },
  'pays-twice': { en: 'It goes through: the buyer pays twice.', zh: '这笔会成功：买家付两次。' },
  'may-pay-twice': { en: 'It may go through, and be paid twice.', zh: '这笔可能成功：买家可能付两次。' },
  'two-submits': {
    en: 'Several submits went out, each perhaps a payment.',
    zh: '多次提交已发出，每次都可能是一笔支付。',
  },
  'cut-off': { en: 'Cut off in mid-payment: the sale is lost.', zh: '支付中途被打断：订单丢失。' },
  'told-failed': { en: 'It goes through, and is called a failure.', zh: '这笔会成功，却说失败。' },
  'never-told': { en: 'The buyer is never told how it went.', zh: '买家永远不知道结果。' },
  'dead-session': { en: 'This session is over: every try is refused.', zh: '会话已结束：再试都会被拒。' },
}
