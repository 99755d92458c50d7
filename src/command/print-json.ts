import { visibleJson } from '../replay/visible.ts'
import type { Printer } from './types.ts'

/**
 * One JSON object a trace, on a line: `{ trace, steps, outcome }`. It is written as the journey goes on, so that a long
 * one need not be kept. Fields are taken one by one: whatever else a step or an outcome holds is not printed.
 */
export const createJsonPrinter = (): Printer => {
  let separator = ''
  return {
    begin(trace) {
      separator = ''
      return `{"trace":${visibleJson(trace)},"steps":[`
    },
    step({ t, channel, code, from, to, submission, nextStep, marks, paymentStatus, paymentResultCode }) {
      const note = marks.length > 0 ? marks.join(', ') : undefined
      const fields = { t, channel, code, from, to, submission, nextStep, note, paymentStatus, paymentResultCode }
      const text = `${separator}${visibleJson(fields)}`
      separator = ','
      return text
    },
    end({ outcome: { status, safeToPayAgain, confirmedBy, nextStep, code, paymentResultCode, counts, anomalies } }) {
      const fields = { status, safeToPayAgain, confirmedBy, nextStep, code, paymentResultCode, counts, anomalies }
      return `],"outcome":${visibleJson(fields)}}\n`
    },
  }
}
