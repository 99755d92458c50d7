import type { Text } from '../catalogue/types.ts'

/** What the outcome is told with. */
export const labels = {
  outcome: { en: 'outcome', zh: '结局' },
  closedIn: { en: 'closed by the end of the recording, in state', zh: '记录结束时关闭，当时的状态为' },
  safeToPayAgain: { en: 'safe to pay again', zh: '可以再次支付' },
  nextStep: { en: 'next step', zh: '下一步' },
  confirmedBy: { en: 'confirmed by', zh: '确认方' },
  code: { en: 'code', zh: '代码' },
  paymentResultCode: { en: 'payment result', zh: '支付结果代码' },
  attempts: { en: 'attempts', zh: '提交次数' },
  duplicates: { en: 'duplicates', zh: '重复提交' },
  verificationFailures: { en: 'failed form checks', zh: '表单校验失败' },
  anomalies: { en: 'anomalies', zh: '异常' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  nobody: { en: 'nobody', zh: '无' },
  colon: { en: ': ', zh: '：' },
} as const satisfies Record<string, Text>
