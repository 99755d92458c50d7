import { isEchoOf } from '../../../machines/echo.ts'
import { refusalOf } from '../../controller/refusal.ts'
import type { SafeContext, SafeEvent, SafeSnapshot } from '../../inspect/types.ts'
import { newest } from '../../replay/marks.ts'
import type { Mark } from '../../replay/types.ts'
import { answerLine, callbackLine, isCallback, settledLine } from './lines.ts'
import { isSame } from './same.ts'
import { toEvent, toSnapshot, toState } from './state.ts'
import { allowHappening } from './step-codes.ts'
import type { Moment, SafeLine, State } from './types.ts'

// What a live checkout tells, as moments. It tells what its machine was sent, and not what was done for it to be sent:
// what the page called follows from the event, and what a promise brought is made up so that it says the same.

type About = Pick<Moment, 'channel' | 'code' | 'happening'>

const commands: Readonly<Record<string, 'mount' | 'submit' | 'unmount'>> = {
  'checkout.mount': 'mount',
  'checkout.submit': 'submit',
  'checkout.close': 'unmount',
}

const channelOf = ({ type, channel }: SafeEvent): Moment['channel'] => {
  if (channel) return channel
  if (Object.hasOwn(commands, type) || type.startsWith('xstate.')) return 'command'
  if (type === 'checkout.timeout' || type === 'checkout.expired') return 'timer'
  if (type === 'checkout.dismiss') return 'onClose'
  if (type.startsWith('answer.')) return 'promise'
  if (type.startsWith('server.')) return 'server'
  return type.startsWith('tab.') ? 'tab' : 'onEventCallback'
}

const about = (event: SafeEvent, isRefused: boolean): About => {
  const { type } = event
  const command = commands[type]
  const code = event.code ?? type
  const happening = command && !isRefused ? `${command} called` : type === 'checkout.expired' ? code : type
  return { channel: channelOf(event), code: command ?? code, happening: allowHappening(happening) }
}

const promiseLine = (event: SafeEvent, marks: readonly Mark[], { context: { facts } }: State): SafeLine | null => {
  const { mountTicket, submitTicket } = facts
  const line = (name: 'mount' | 'submit', call: number): SafeLine => ({
    ...{ via: 'promise', name, call },
    ...settledLine(name, event, null, 'resolved', marks),
  })
  if (event.type === 'answer.late') return event.ticket === undefined ? null : line('submit', event.ticket)
  // Of a mount that fails without a code nothing else is told, and a submit has no word for it.
  const isMounts = event.type === 'SDK_CREATECOMPONENT_ERROR' && mountTicket !== null
  if (isMounts) return line('mount', mountTicket)
  if (submitTicket !== null) return line('submit', submitTicket)
  return mountTicket === null ? null : line('mount', mountTicket)
}

const lineOf = (event: SafeEvent, marks: readonly Mark[], before: State): SafeLine | null => {
  const name = commands[event.type]
  if (name) return { via: 'command', name, call: event.ticket ?? 0 }
  const channel = channelOf(event)
  if (isCallback(channel)) return callbackLine(channel, event, marks)
  if (channel === 'promise') return promiseLine(event, marks, before)
  return channel === 'server' && event.result ? answerLine(event.result) : null
}

const refusedMark = (event: SafeEvent, before: State, after: State): readonly Mark[] | null => {
  const command = commands[event.type]
  if ((command !== 'mount' && command !== 'submit') || before.path !== after.path) return null
  if (after.untold.includes('facts')) return null
  const snapshot = toSnapshot(after)
  return snapshot ? [`refused: ${refusalOf(command, snapshot).reason}`] : []
}

const timesHeard = (heard: SafeContext['heard']): number => heard?.channels.length ?? 0

const isHeardAgain = ({ context: { heard: before } }: State, { context: { heard: after } }: State): boolean =>
  before?.code === after?.code && timesHeard(after) > timesHeard(before)

/** Whether both tell that part: what was cut says nothing of what has changed. */
const isTold = (part: keyof SafeContext, ...states: readonly State[]): boolean =>
  states.every(({ untold }) => !untold.includes(part))

const marksOf = (event: SafeEvent, before: State, after: State, { context }: SafeSnapshot): readonly Mark[] => {
  const refused = refusedMark(event, before, after)
  if (refused) return refused
  const noted = (part: 'anomalies' | 'unrecognised'): readonly Mark[] =>
    isTold(part, before, after) ? newest({ count: before[part] }, context[part]) : []
  const marks = [...noted('anomalies'), ...noted('unrecognised')]
  if (marks.length > 0) return [...new Set(marks)]
  return before.path === after.path && isTold('heard', before, after) && isHeardAgain(before, after) ? ['echo'] : []
}

/** What a snapshot tells, and the event that has led to it; `null`: nothing of the checkout's. */
export const snapshotMoment = (t: number, event: SafeEvent, snapshot: SafeSnapshot, before: State): Moment | null => {
  const after = toState(snapshot, before)
  // XState's own events say something only where something comes of them, as when the actor is stopped.
  if (event.type.startsWith('xstate.') && isSame(before, after)) return null
  const marks = marksOf(event, before, after, snapshot)
  const isRefused = marks.some((mark) => mark.startsWith('refused'))
  return { t, ...about(event, isRefused), marks, event, line: lineOf(event, marks, before), after }
}

/** What came after the end, and changed nothing. */
export const lateMoment = (t: number, event: SafeEvent, state: State, heard: SafeContext['heard']): Moment | null => {
  if (event.type.startsWith('xstate.')) return null
  const name = commands[event.type]
  const isEcho = isTold('heard', state) && isEchoOf(heard, toEvent(event))
  const marks: readonly Mark[] = [name && name !== 'unmount' ? 'refused: closed' : isEcho ? 'echo' : 'late']
  return { t, ...about(event, Boolean(name)), marks, event, line: lineOf(event, marks, state), after: state }
}
