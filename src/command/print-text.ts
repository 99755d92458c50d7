import picocolors from 'picocolors'
import type { Lang } from '../catalogue/types.ts'
import { marks as markTexts, meaningOf, resultMeaningOf } from '../replay/texts.ts'
import type { Step } from '../replay/types.ts'
import { visible } from '../replay/visible.ts'
import type { CheckoutState } from '../view/types.ts'
import { labels } from './texts.ts'
import type { Printer } from './types.ts'

// As wide as the longest that there is. What it means comes last: a Chinese character is two columns wide.
const widths = { t: 9, channel: 'onEventCallback'.length, code: 34, move: 'redirecting → confirming'.length }

/** A journey for a person to read. */
export const createTextPrinter = (lang: Lang, isColoured: boolean): Printer => {
  const { bold, dim, green, red, yellow } = picocolors.createColors(isColoured)
  const colours: Partial<Record<CheckoutState, (text: string) => string>> = {
    succeeded: green,
    failed: red,
    errored: red,
    declined: red,
    broken: red,
    confirming: yellow,
    unresolved: yellow,
  }
  const inColour = (state: CheckoutState, text: string): string => colours[state]?.(text) ?? text
  const word = (name: keyof typeof labels): string => labels[name][lang]
  const field = (name: keyof typeof labels, value: string | number): string =>
    `${word(name)}${word('colon')}${visible(String(value))}`

  const move = ({ from, to }: Step): string => {
    const text = `${from} → ${to}`.padEnd(widths.move)
    return from === to ? dim(text) : inColour(to, text)
  }
  const result = ({ paymentStatus, paymentResultCode }: Step): string => {
    const code = paymentResultCode === paymentStatus ? undefined : paymentResultCode
    const said = [paymentStatus, code].filter((part) => part !== undefined)
    if (said.length === 0) return ''
    const meaning = code === undefined ? '' : resultMeaningOf(code, lang)
    return ` (${visible(said.join(', '))}${meaning && word('colon')}${meaning})`
  }

  let isFirst = true
  return {
    begin(trace) {
      const gap = isFirst ? '' : '\n'
      isFirst = false
      return `${gap}${bold(visible(trace))}\n`
    },
    step(step) {
      const { t, channel, code, marks } = step
      const columns = [
        dim((t / 1000).toFixed(3).padStart(widths.t)),
        channel.padEnd(widths.channel),
        visible(code).padEnd(widths.code),
        move(step),
        ...marks.map((mark) => yellow(`[${markTexts[mark][lang]}]`)),
        meaningOf(step, lang),
      ]
      return `${columns.join('  ')}${result(step)}\n`
    },
    end({ outcome, closedIn }) {
      const { status, safeToPayAgain, confirmedBy, nextStep, code, paymentResultCode, counts, anomalies } = outcome
      const closed = closedIn === null ? '' : ` (${word('closedIn')} ${closedIn})`
      const verdict = [
        field('safeToPayAgain', word(safeToPayAgain ? 'yes' : 'no')),
        field('nextStep', nextStep),
        field('confirmedBy', confirmedBy ?? word('nobody')),
        ...(code === null ? [] : [field('code', code)]),
        ...(paymentResultCode === null ? [] : [field('paymentResultCode', paymentResultCode)]),
      ]
      const numbers = [
        field('attempts', counts.attempts),
        field('duplicates', counts.duplicates),
        field('verificationFailures', counts.verificationFailures),
        field('anomalies', anomalies),
      ]
      return [
        `  ${bold(`${word('outcome')}${word('colon')}${inColour(status, status)}`)}${closed}`,
        `  ${verdict.join(' · ')}`,
        `  ${numbers.join(' · ')}`,
        '',
      ].join('\n')
    },
  }
}
