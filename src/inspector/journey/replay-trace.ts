import { isLeft, left } from 'fp-ts/lib/Either.js'
import type { SubmitButton } from '../../../machines/checkout.types.ts'
import { nextTurn } from '../../replay/next-turn.ts'
import { type InputLine, LONGEST_LINE } from '../../replay/read-lines.ts'
import { type Header, parseLine, type TraceLine } from '../../replay/trace-line.ts'
import { createTraceJourney, type TraceJourney } from './trace-journey.ts'
import type { JourneyHead, Moment, Problem } from './types.ts'

export interface ReplayTraceOptions {
  /** Names the journeys: the first of them is `<id>/1`. Default: `trace`. */
  readonly id?: string
  /** What a trace without a header is called. Default: `trace`. */
  readonly name?: string
  /** Default: what the trace's header says, else the merchant's where the trace has a submit, else the SDK's. */
  readonly submitButton?: SubmitButton | undefined
  /** In how much of a trace a submit is looked for, in characters. Default: 64 million. */
  readonly longestWait?: number
  /** It is read no further. */
  readonly signal?: AbortSignal | undefined
  onJourney(head: JourneyHead): void | Promise<void>
  /** The journey's next moments. While it returns a promise, nothing more is read. */
  onMoments(id: string, moments: readonly Moment[]): void | Promise<void>
  /** A line that could not be used, or after which something had to be assumed. */
  onProblem?(problem: Problem): void
  /** How much of the input has been read, in characters. */
  onProgress?(read: number): void
}

/** What there was in the input. */
export interface Replayed {
  readonly journeys: number
  readonly moments: number
  readonly badLines: number
}

/** In lines: a page's worker, or a server's other readers, wait no longer than these take. */
const BATCH = 500

const LONGEST_WAIT = 2 ** 26
const NO_SUBMIT = 'no submit so far: the pay button is taken to be the SDK’s'

/** The lines of a text. */
export function* linesOf(text: string): Generator<InputLine> {
  let number = 0
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    number += 1
    const isTooLong = end - at > LONGEST_LINE
    yield { number, text: isTooLong ? '' : text.slice(at, end), isTooLong }
    at = end + 1
  }
}

/**
 * Replays recorded callbacks, of one trace or of several one after the other, and gives their moments as they come, in
 * batches. A line that cannot be used is told and left out. Of what is recorded, only what may be shown is given.
 *
 * Rejects with the signal's reason when it is aborted, and with whatever the input or a listener throws.
 */
export const replayTrace = async (
  lines: Iterable<InputLine> | AsyncIterable<InputLine>,
  options: ReplayTraceOptions,
): Promise<Replayed> => {
  const { id = 'trace', name = 'trace', submitButton, longestWait = LONGEST_WAIT, signal } = options
  const { onJourney, onMoments, onProblem, onProgress } = options
  const count = { journeys: 0, moments: 0, badLines: 0 }
  let journey: TraceJourney | undefined
  let read = 0
  let lineNumber = 0

  const start = (header: Pick<Header, 'trace' | 'submitButton'>): TraceJourney => {
    count.journeys += 1
    return createTraceJourney({
      id: `${id}/${count.journeys}`,
      name: header.trace,
      submitButton: submitButton ?? header.submitButton,
      onJourney,
      async onMoments(of, moments) {
        count.moments += moments.length
        await onMoments(of, moments)
        onProgress?.(read)
        await nextTurn()
        signal?.throwIfAborted()
      },
      onWaitedInVain: () => onProblem?.({ line: lineNumber, text: NO_SUBMIT }),
      batch: BATCH,
      longestWait,
    })
  }
  const take = async (line: Header | TraceLine, size: number): Promise<void> => {
    if (line.via === 'header') {
      await journey?.end()
      journey = start(line)
    } else {
      journey ??= start({ trace: name, submitButton: undefined })
      await journey.take(line, size)
    }
  }

  signal?.throwIfAborted()
  for await (const { number, text, isTooLong } of lines) {
    read += text.length + 1
    lineNumber = number
    if (number % BATCH === 0) {
      onProgress?.(read)
      await nextTurn()
      signal?.throwIfAborted()
    }
    if (text.trim() === '' && !isTooLong) continue
    const parsed = isTooLong ? left(`longer than ${LONGEST_LINE} characters`) : parseLine(text)
    if (isLeft(parsed)) {
      count.badLines += 1
      onProblem?.({ line: number, text: parsed.left })
    } else await take(parsed.right, text.length)
  }
  await journey?.end()
  onProgress?.(read)
  return count
}
