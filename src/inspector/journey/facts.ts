import { toUndefined } from 'fp-ts/lib/Option.js'
import { describePaymentResult } from '../../catalogue/describe.ts'
import type { Text } from '../../catalogue/types.ts'
import { meaningOf } from '../../replay/texts.ts'
import type { CheckoutState, Severity } from '../../view/types.ts'
import { isMarked, nameOf, stateBefore } from './state.ts'
import type { Journey, Moment, State } from './types.ts'

/** What there is to say of a moment. */
export interface Facts {
  readonly from: CheckoutState
  readonly to: CheckoutState
  /** What has happened. */
  readonly meaning: Text
  /** What the payment result code means, if one came. */
  readonly result: Text | null
  readonly severity: Severity
}

/** What it means, in both languages. */
export const meaningsOf = (moment: Pick<Moment, 'happening'>): Text => ({
  en: meaningOf(moment, 'en'),
  zh: meaningOf(moment, 'zh'),
})

const severityOf = (moment: Moment, before: State): Severity => {
  const { notice } = moment.after.untold.includes('notice') ? { notice: null } : moment.after.context
  const codes = [moment.code, moment.event?.code, moment.event?.type]
  const told = moment.after !== before && notice && codes.includes(notice.code) ? notice.severity : 'info'
  return told === 'info' && isMarked(moment) ? 'warning' : told
}

/** What there is to say of a moment of the journey; `null`: it has no such moment. */
export const factsOf = (journey: Journey, index: number): Facts | null => {
  const moment = journey.moments[index]
  if (!moment) return null
  const before = stateBefore(journey, index)
  const code = moment.event?.result?.paymentResultCode
  return {
    from: nameOf(before.path),
    to: nameOf(moment.after.path),
    meaning: meaningsOf(moment),
    result: (code !== undefined && toUndefined(describePaymentResult(code))?.meaning) || null,
    severity: severityOf(moment, before),
  }
}
