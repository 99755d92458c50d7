import type { Text } from '../../../catalogue/types.ts'

// The labels of the chart alone. The page's others are in ../texts.ts.

export const chartTexts = {
  chart: { en: 'Statechart of the checkout', zh: '结账流程状态图' },
  hint: {
    en: 'Arrow keys move the view, plus and minus zoom, 0 fits it. The next Tab stop is within the chart: there the arrow keys lead from state to state, and Enter goes to where a state was entered.',
    zh: '方向键移动视图，加减号缩放，0 键适合窗口。再按一次 Tab 进入图内：方向键在状态间移动，Enter 键跳到进入该状态的时刻。',
  },
  view: { en: 'View of the chart', zh: '视图' },
  zoomIn: { en: 'Zoom in', zh: '放大' },
  zoomOut: { en: 'Zoom out', zh: '缩小' },
  fit: { en: 'Fit', zh: '适合窗口' },
  anyState: { en: 'any state', zh: '任意状态' },
  anyIn: { en: 'any state in', zh: '任意状态，属于' },
  start: { en: 'start', zh: '开始' },
  restored: { en: 'restored', zh: '恢复' },
} as const satisfies Readonly<Record<string, Text>>

export type ChartText = keyof typeof chartTexts

/** Of event types that a checkout takes, where the catalogue speaks of their refusal, or does not speak of them. */
export const ownMeanings: Readonly<Record<string, Text>> = {
  '*': {
    en: 'Any code that the chart has no row for, when it comes by onError.',
    zh: '状态图未列出的任何代码，经由 onError 返回。',
  },
  'checkout.mount': { en: 'Your page mounts the component.', zh: '您的页面挂载组件。' },
  'checkout.submit': { en: 'Your page submits the payment.', zh: '您的页面提交支付。' },
  'checkout.close': { en: 'Your page closes the checkout.', zh: '您的页面结束本次结账。' },
  'checkout.expired': { en: 'The payment session has reached its end.', zh: '支付会话已到期。' },
}

export const beginningMeanings: Readonly<Record<string, Text>> = {
  start: { en: 'A new checkout begins here.', zh: '新的结账从这里开始。' },
  restored: {
    en: 'A checkout that was saved in this state, or in one that leads here, goes on here.',
    zh: '已保存的结账从此状态恢复并继续。',
  },
}
