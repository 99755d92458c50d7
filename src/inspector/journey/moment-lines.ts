import { isSame } from './same.ts'
import { lengthen, plainEvent, plainLine, type Short, shorten } from './shorthand.ts'
import type { JourneyHead, Moment, Problem, State } from './types.ts'

// Journeys as NDJSON: a line for each journey's head, and for each moment what it has changed. A hundred thousand
// moments are some 20 MB like this, and where they are read, what has not changed is one object.

/** What a line says. */
export type Decoded =
  | { readonly kind: 'journey'; readonly head: JourneyHead }
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'problem'; readonly problem: Problem }

type Parts = Readonly<Record<string, unknown>>

/** The parts of an object that are not as they were. */
const changed = (before: object, after: object): Parts =>
  Object.fromEntries(Object.entries(after).filter(([key, part]) => !isSame((before as Parts)[key], part)))

const isEmpty = (parts: object): boolean => Object.keys(parts).length === 0

/** A journey's head, as a line without its end. */
export const encodeHead = (head: JourneyHead): string => JSON.stringify({ journey: head })

/** What is wrong with a line of the trace, as a line without its end. */
export const encodeProblem = (problem: Problem): string => JSON.stringify({ problem })

const encodeState = (previous: State, { event, after }: Moment): object => {
  if (after === previous) return {}
  const { context, ...rest } = after
  const { context: contextBefore, ...restBefore } = previous
  const { facts, ...parts } = context
  const { facts: factsBefore, ...partsBefore } = contextBefore
  const { rest: others, ...short } = shorten(previous, event, changed(partsBefore, parts))
  const given = { after: changed(restBefore, rest), facts: changed(factsBefore, facts), context: others }
  return { ...short, ...Object.fromEntries(Object.entries(given).filter(([, part]) => !isEmpty(part))) }
}

/**
 * A moment, as a line without its end: what is not as it was.
 *
 * @param previous the state before: `after` of the moment before, or the journey's `first`
 */
export const encodeMoment = (previous: State, moment: Moment): string => {
  const { t, channel, code, happening, marks, event, line } = moment
  return JSON.stringify({
    ...{ t, channel, code },
    ...(happening !== code && { happening }),
    ...(marks.length > 0 && { marks }),
    ...(!isSame(event, plainEvent(moment)) && { event }),
    ...(!isSame(line, plainLine(moment)) && { line }),
    ...encodeState(previous, moment),
  })
}

// Of these there are few different ones in a journey, however long it is.
const MOST_KNOWN = 2_000

/** One object for all that say the same. */
const createKnown = () => {
  const known = new Map<string, unknown>()
  return <T>(value: T): T => {
    if (typeof value !== 'object' || value === null) return value
    const text = JSON.stringify(value)
    const found = known.get(text)
    if (found !== undefined) return found as T
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, value)
    return value
  }
}

const nothing: readonly never[] = []

/**
 * Reads, one after the other, the lines that {@link encodeHead}, {@link encodeMoment} and {@link encodeProblem} have
 * made; `null` for what is none of them. Never throws.
 */
export const createMomentDecoder = (): ((line: string) => Decoded | null) => {
  const known = createKnown()
  let state: State | undefined

  const mapped = (parts: object): Parts =>
    Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, known(part)]))

  const decodeState = (before: State, event: Moment['event'], given: Parts): State => {
    const { after, facts } = given
    const parts = { ...(given['context'] as object), ...lengthen(before, event, given as Short) }
    if (!after && !facts && isEmpty(parts)) return before
    const context = {
      ...before.context,
      ...mapped(parts),
      ...(facts ? { facts: known({ ...before.context.facts, ...facts }) } : {}),
    }
    return { ...before, ...(after as object), context: facts || !isEmpty(parts) ? context : before.context }
  }

  const decodeMoment = (before: State, given: Parts): Moment => {
    const { t, channel, code, happening = code, marks = nothing } = given
    const about = { t, channel, code, happening, marks: known(marks) } as Omit<Moment, 'event' | 'line' | 'after'>
    const event = known('event' in given ? (given['event'] as Moment['event']) : plainEvent(about))
    const line = known('line' in given ? (given['line'] as Moment['line']) : plainLine({ ...about, event }))
    return { ...about, event, line, after: decodeState(before, event, given) }
  }

  const decode = (given: Parts): Decoded | null => {
    const { journey, problem } = given
    if (problem) return { kind: 'problem', problem: problem as Problem }
    if (journey) {
      const head = journey as JourneyHead
      state = head.first
      return { kind: 'journey', head }
    }
    if (!state || typeof given['t'] !== 'number') return null
    const moment = decodeMoment(state, given)
    state = moment.after
    return { kind: 'moment', moment }
  }

  return (line) => {
    try {
      return decode(JSON.parse(line))
    } catch {
      return null
    }
  }
}
