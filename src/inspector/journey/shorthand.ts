import { codeOf, hearing } from '../../../machines/echo.ts'
import type { SafeContext, SafeEvent } from '../../inspect/types.ts'
import { callbackLine, isCallback } from './lines.ts'
import { isSame } from './same.ts'
import { toEvent } from './state.ts'
import type { Moment, SafeLine, State } from './types.ts'

// What follows from the rest of a moment is not written down. Nearly every moment has all of these.

type About = Pick<Moment, 'channel' | 'code' | 'event' | 'marks'>

/** The event of a callback that has nothing but a code. */
export const plainEvent = ({ channel, code }: Pick<About, 'channel' | 'code'>): SafeEvent | null =>
  isCallback(channel) ? { type: code, channel } : null

/** The line of a callback. */
export const plainLine = ({ channel, event, marks }: About): SafeLine | null =>
  event && isCallback(channel) ? callbackLine(channel, event, marks) : null

type Parts = Pick<SafeContext, 'heard' | 'notice' | 'payment'>
type Severity = NonNullable<Parts['notice']>['severity']

/** What is heard, told and known of the payment from this event on, if it is what is usual. */
const usual = (before: State, event: SafeEvent, severity: Severity): Parts => {
  const told = toEvent(event)
  return {
    heard: hearing(before.context.heard, told),
    notice: { code: codeOf(told), severity, channel: event.channel ?? null },
    payment: event.result ?? null,
  }
}

/** Context parts that need not be written: by their first letters, and the notice by its severity. */
export interface Short {
  readonly usual?: string
  readonly severity?: Severity
}

const letters = { heard: 'h', notice: 'n', payment: 'p' } as const

/** Which of the changed parts are what is usual. */
export const shorten = (
  before: State,
  event: SafeEvent | null,
  changed: Readonly<Record<string, unknown>>,
): Short & { readonly rest: Readonly<Record<string, unknown>> } => {
  if (!event) return { rest: changed }
  const severity = (changed['notice'] as Parts['notice'])?.severity
  const expected: Readonly<Record<string, unknown>> = { ...usual(before, event, severity ?? 'info') }
  const found = Object.entries(letters).filter(
    ([key]) => Object.hasOwn(changed, key) && isSame(changed[key], expected[key]),
  )
  const names = new Set(found.map(([key]) => key))
  return {
    rest: Object.fromEntries(Object.entries(changed).filter(([key]) => !names.has(key))),
    ...(found.length > 0 && { usual: found.map(([, letter]) => letter).join('') }),
    ...(names.has('notice') && severity && severity !== 'info' && { severity }),
  }
}

/** The parts that were not written. */
export const lengthen = (
  before: State,
  event: SafeEvent | null,
  { usual: names = '', severity = 'info' }: Short,
): object => {
  if (!event || names === '') return {}
  const parts = usual(before, event, severity)
  return Object.fromEntries(Object.entries(parts).filter(([key]) => names.includes(letters[key as keyof Parts])))
}
