import type { Channel } from '../../boundary/types.ts'
import type { Mark } from '../../replay/types.ts'
import { toView } from '../../view/to-view.ts'
import type { CheckoutView, DiagnosticEntry, DiagnosticList, Diagnostics } from '../../view/types.ts'
import { stateAfter, stateBefore, toSnapshot } from './state.ts'
import type { Journey, Moment, State } from './types.ts'

const channels = new Set<string>(['onEventCallback', 'onError', 'onClose', 'promise', 'server', 'tab'])

type ListName = keyof Diagnostics
type Reason = DiagnosticEntry['reason']

const reasonOf = (mark: Mark): Reason => (mark.startsWith('refused') ? 'refused' : (mark as Reason))

/** In which list a mark was noted; `null`: it is only a word about what has happened. */
const listOf = (reason: Reason, before: State, after: State): ListName | null => {
  if (before.status === 'done') return reason === 'late' ? 'late' : null
  if (reason === 'unrecognised') return after.unrecognised > before.unrecognised ? 'unrecognised' : null
  return after.anomalies > before.anomalies ? 'anomalies' : null
}

const entriesOf = (moment: Moment, before: State): readonly (readonly [ListName, DiagnosticEntry])[] => {
  const channel = channels.has(moment.channel) ? (moment.channel as Channel) : null
  return moment.marks.flatMap((mark) => {
    const reason = reasonOf(mark)
    const list = listOf(reason, before, moment.after)
    const code = moment.event?.code ?? moment.event?.type ?? moment.code
    return list ? [[list, { code, channel, reason }] as const] : []
  })
}

const MOST = 20

/** What was noted until then, as the journey itself says: a state keeps only how much it was. */
const notedUntil = (journey: Journey, index: number): Diagnostics => {
  const { anomalies, unrecognised } = stateAfter(journey, index)
  const last: Record<ListName, DiagnosticEntry[]> = { anomalies: [], unrecognised: [], late: [] }
  const isFull = (name: ListName, count: number): boolean => last[name].length >= Math.min(MOST, count)
  let lateCount = 0
  for (let at = index; at >= 0; at -= 1) {
    const moment = journey.moments[at]
    const before = stateBefore(journey, at)
    // Only the end of a journey is late: it is counted in whole.
    if (before.status !== 'done' && isFull('anomalies', anomalies) && isFull('unrecognised', unrecognised)) break
    for (const [name, entry] of moment ? [...entriesOf(moment, before)].reverse() : []) {
      if (name === 'late') lateCount += 1
      if (last[name].length < MOST) last[name].unshift(entry)
    }
  }
  const list = (name: ListName, count: number): DiagnosticList => ({ count, last: last[name] })
  return {
    anomalies: list('anomalies', anomalies),
    unrecognised: list('unrecognised', unrecognised),
    late: list('late', lateCount),
  }
}

/**
 * What the machine says in a state; `null`: it cannot be shown. Its diagnostics count what was noted and do not list
 * it: of that {@link viewAt} knows.
 */
export const viewOf = (state: State): CheckoutView | null => {
  const snapshot = toSnapshot(state)
  return snapshot && toView(snapshot)
}

/**
 * What the machine says after a moment of the journey; `null`: it cannot be shown.
 *
 * @param index of the journey's moments; -1: before the first of them
 */
export const viewAt = (journey: Journey, index: number): CheckoutView | null => {
  const noted = notedUntil(journey, index)
  const snapshot = toSnapshot(stateAfter(journey, index), noted)
  const view = snapshot && toView(snapshot)
  return view && { ...view, diagnostics: noted }
}
