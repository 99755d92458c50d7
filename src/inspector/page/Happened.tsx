import { toUndefined } from 'fp-ts/lib/Option.js'
import { describeEvent, describePaymentResult } from '../../catalogue/describe.ts'
import { marks as markTexts, meaningOf } from '../../replay/texts.ts'
import type { Moment } from '../journey/types.ts'
import { lang } from './preferences.ts'
import { inLang, say, shown, since, timeOfDay, titleOf } from './words.ts'

/** What has happened at the moment that is looked at, and what to do about it. */
export const Happened = ({ moment, startedAt }: { readonly moment: Moment; readonly startedAt: number | null }) => {
  const advice = toUndefined(describeEvent(moment.happening))?.advice
  const result = moment.event?.result
  const reason = result?.paymentResultCode && toUndefined(describePaymentResult(result.paymentResultCode))
  return (
    <section class="card happened">
      <h3>
        {say('happened')}
        <span class="hint">
          {startedAt !== null && `${timeOfDay(startedAt + moment.t)} · `}
          {since(moment.t)} · {moment.channel}
        </span>
      </h3>
      <p class="code" title={titleOf(moment.code)}>
        {shown(moment.code)}
      </p>
      <p>{meaningOf(moment, lang.value)}</p>
      {result && (
        <p>
          <span class="code">
            {[result.paymentStatus, result.paymentResultCode]
              .filter(Boolean)
              .map((code) => shown(code ?? ''))
              .join(' · ')}
          </span>
          {reason && ` ${inLang(reason.meaning)}`}
        </p>
      )}
      {moment.marks.length > 0 && (
        <p class="marks">
          {moment.marks.map((mark) => (
            <span key={mark} class="mark" data-mark={mark.split(':')[0]}>
              {inLang(markTexts[mark])}
            </span>
          ))}
        </p>
      )}
      {(reason || advice) && (
        <p class="advice">
          <strong>{say('advice')}</strong> {inLang(reason ? reason.advice : (advice ?? { en: '', zh: '' }))}
        </p>
      )}
    </section>
  )
}
