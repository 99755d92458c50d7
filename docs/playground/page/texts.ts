import type { Text } from '../../../src/catalogue/types.ts'
import type { Says } from '../naive/types.ts'
import type { Group, Money } from '../scenarios/types.ts'

export const texts = {
  playground: { en: 'Playground', zh: '演练场' },
  lead: {
    en: 'Whatever can happen to a payment, as a shop’s page sees it. Pick a scenario: who keeps the money straight?',
    zh: '一笔支付可能遇到的一切，从商店页面看去。选一个场景：谁能把钱算清楚？',
  },
  language: { en: '中文', zh: 'English' },
  scenarios: { en: 'Scenarios', zh: '场景' },
  codes: { en: 'Single codes', zh: '单个代码' },
  codesAbout: {
    en: 'Have the SDK call one callback, at any moment. Twice the same is no harm.',
    zh: '让 SDK 随时触发一个回调；重复触发也没有害处。',
  },
  garbage: { en: 'null, for a change', zh: '发送 null' },
  closes: { en: 'the buyer closes the popup', zh: '买家关闭弹窗' },
  controls: { en: 'Time', zh: '时间' },
  pause: { en: 'Pause', zh: '暂停' },
  play: { en: 'Play', zh: '播放' },
  step: { en: 'Next step', zh: '下一步' },
  restart: { en: 'Start over', zh: '重新开始' },
  speed: { en: 'Speed', zh: '速度' },
  withPackage: { en: 'With this package', zh: '使用本包' },
  withoutPackage: { en: 'Without it', zh: '没有本包' },
  compare: { en: 'Compare with naive pages', zh: '与草率的页面对比' },
  costly: { en: 'do harm', zh: '会造成损失' },
  sameCallbacks: { en: 'the same callbacks', zh: '同样的回调' },
  of: { en: 'of', zh: '/' },
  shop: { en: 'Leaf & Cup', zh: '叶与杯' },
  checkout: { en: 'Checkout', zh: '结账' },
  result: { en: 'Result', zh: '结果' },
  oolong: { en: 'Oolong, spring harvest', zh: '春茶乌龙' },
  quantity: { en: '100 g', zh: '100 克' },
  total: { en: 'Total', zh: '合计' },
  pay: { en: 'Pay', zh: '支付' },
  tryAgain: { en: 'Try again', zh: '再试一次' },
  payAgain: { en: 'Pay again', zh: '重新支付' },
  component: { en: 'Payment component (simulated)', zh: '支付组件（模拟）' },
  closePopup: { en: 'Close the popup', zh: '关闭弹窗' },
  card: { en: 'Card number', zh: '卡号' },
  expires: { en: 'Expires', zh: '有效期' },
  security: { en: 'Code', zh: '安全码' },
  marked: { en: 'Please check the date.', zh: '请检查日期。' },
  bankAsks: { en: 'Your bank asks: is it you who pays?', zh: '您的银行询问：是您本人在付款吗？' },
  itIsMe: { en: 'It is me', zh: '是我本人' },
  itIsNot: { en: 'It is not', zh: '不是我' },
  leaving: { en: 'Opening your wallet…', zh: '正在打开您的钱包……' },
  gone: { en: 'The component is not on the page.', zh: '页面上没有组件。' },
  machineSays: { en: 'The machine says', zh: '状态机说' },
  truth: { en: 'What only Antom knows', zh: '只有 Antom 知道' },
  inspector: { en: 'Inspector', zh: '检查器' },
  openAlone: { en: 'Open alone', zh: '单独打开' },
  noInspector: {
    en: 'The inspector’s page is not built: run “npm run build” and start the playground again.',
    zh: '检查器页面尚未构建：请运行 “npm run build” 后重新启动演练场。',
  },
  wallet: { en: 'A wallet', zh: '钱包' },
  walletAbout: {
    en: 'The browser has left the shop. This is not a payment: nothing is charged.',
    zh: '浏览器已离开商店。这不是真实支付，不会扣款。',
  },
  walletPays: { en: 'Pay and go back', zh: '付款并返回' },
  walletRefuses: { en: 'Refuse and go back', zh: '拒绝并返回' },
  walletLeaves: { en: 'Go back without an answer', zh: '不作答，直接返回' },
  fine: { en: 'no harm', zh: '无损失' },
} as const satisfies Record<string, Text>

export const groupNames: Readonly<Record<Group, Text>> = {
  well: { en: 'It is paid', zh: '支付成功' },
  declined: { en: 'It is declined', zh: '支付被拒' },
  open: { en: 'Nobody knows', zh: '结果未知' },
  left: { en: 'The buyer leaves', zh: '买家离开' },
  errors: { en: 'The component fails', zh: '组件出错' },
}

export const moneyNames: Readonly<Record<Money, Text>> = {
  none: { en: 'nothing was submitted', zh: '未曾提交' },
  open: { en: 'submitted, not decided', zh: '已提交，未定' },
  paid: { en: 'paid', zh: '已支付' },
  refused: { en: 'refused', zh: '被拒绝' },
}

export const sayings: Readonly<Record<Says, Text>> = {
  nothing: { en: 'empty page', zh: '空页面' },
  loading: { en: 'Loading…', zh: '加载中……' },
  form: { en: 'Fill in the form', zh: '请填写表单' },
  wait: { en: 'Please wait…', zh: '请稍候……' },
  paid: { en: 'Paid. Thank you!', zh: '已支付，谢谢！' },
  failed: { en: 'Failed', zh: '支付失败' },
  cancelled: { en: 'Cancelled', zh: '已取消' },
  'not-known': { en: 'Not known yet', zh: '尚未知晓' },
}
