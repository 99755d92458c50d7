import type { SubmitButton } from '../../../machines/checkout.types.ts'
import { allowEvent, allowSnapshot } from '../../inspect/allowlist.ts'
import type { SafeEvent, SafeSnapshot } from '../../inspect/types.ts'
import { createReplayer, type Replayer, type Witnessed } from '../../replay/replayer.ts'
import type { TraceLine } from '../../replay/trace-line.ts'
import { answerLine, callbackLine, settledLine } from './lines.ts'
import { toState } from './state.ts'
import { allowHappening, allowStepCode, allowTraceName } from './step-codes.ts'
import type { JourneyHead, Moment, SafeLine, State } from './types.ts'

/** One trace on its way to its moments. */
export interface TraceJourney {
  /** `size`: how long the line was, in characters. */
  take(line: TraceLine, size: number): Promise<void>
  end(): Promise<void>
}

interface Given {
  readonly id: string
  readonly name: string
  readonly submitButton: SubmitButton | undefined
  /** How many moments are told at once. */
  readonly batch: number
  /** How many characters wait at most until it is known whose button it was. */
  readonly longestWait: number
  onJourney(head: JourneyHead): void | Promise<void>
  onMoments(id: string, moments: readonly Moment[]): Promise<void>
  /** So much has waited that it is taken for the SDK's button, whatever comes later. */
  onWaitedInVain(): void
}

const isInquiry = (line: TraceLine | null): boolean => line?.via === 'promise' && line.name === 'inquire'

/** The line of the recording, made anew of what may be shown. */
const safeLine = ({ step, line }: Witnessed, event: SafeEvent | null, code: string): SafeLine | null => {
  if (!line || line.via === 'onLog') return null
  if (line.via === 'command') return { via: line.via, name: line.name, call: line.call }
  if (line.via !== 'promise') return event && callbackLine(line.via, event, step.marks)
  const { via, name, settled, call } = line
  // A status that is no word of the reference is another one here, too.
  if (name === 'inquire') return answerLine(allowEvent({ type: '', result: step }).result, settled)
  const brought = code === `${name} ${settled}` ? null : code
  const how = settledLine(name === 'submit' ? name : 'mount', event, brought, settled, step.marks)
  return { via, name, ...(call !== undefined && { call }), ...how }
}

const toMoment = (witnessed: Witnessed, before: State): Moment => {
  const { step, line, snapshot } = witnessed
  const event = witnessed.event && allowEvent(witnessed.event)
  const safe = allowSnapshot(snapshot)
  const code = allowStepCode(step.code)
  return {
    t: step.t,
    channel: isInquiry(line) ? 'server' : step.channel,
    code,
    happening: allowHappening(step.happening),
    marks: step.marks,
    event,
    line: safeLine(witnessed, event, code),
    after: safe ? toState(safe, before) : before,
  }
}

/**
 * Replays a trace. Whose submit button it was must be known before its first form: where nobody says so, its lines wait
 * for the merchant's own submit, or for the end of the trace.
 */
export const createTraceJourney = (given: Given): TraceJourney => {
  const { id, batch, longestWait, onJourney, onMoments } = given
  const name = allowTraceName(given.name) || id
  let replayer: Replayer | undefined
  // As text: as objects, they take four times the memory.
  let waiting: string[] = []
  let waited = 0
  let state: State | undefined
  let moments: Moment[] = []

  const flush = async (): Promise<void> => {
    const full = moments
    moments = []
    if (full.length > 0) await onMoments(id, full)
  }
  const play = async (through: Replayer, line: TraceLine): Promise<void> => {
    await through.take(line)
    if (moments.length >= batch) await flush()
  }
  const begin = async (submitButton: SubmitButton): Promise<Replayer> => {
    const begun = createReplayer(submitButton, (witnessed) => {
      if (!state) return
      const moment = toMoment(witnessed, state)
      state = moment.after
      moments.push(moment)
    })
    replayer = begun
    // The machine's own first snapshot is one that passes.
    state = toState(allowSnapshot(begun.first) as SafeSnapshot)
    await onJourney({ id, name, source: 'trace', submitButton, startedAt: null, first: state, session: null })
    for (const line of waiting) await play(begun, JSON.parse(line))
    waiting = []
    return begun
  }

  return {
    async take(line, size) {
      if (replayer) return play(replayer, line)
      waiting.push(JSON.stringify(line))
      waited += size
      if (given.submitButton) await begin(given.submitButton)
      else if (line.via === 'command' && line.name === 'submit') await begin('merchant')
      else if (waited > longestWait) {
        given.onWaitedInVain()
        await begin('sdk')
      }
    },
    async end() {
      if (!replayer) await begin(given.submitButton ?? 'sdk')
      await flush()
    },
  }
}
