import { isLeft, left } from 'fp-ts/lib/Either.js'
import type { SubmitButton } from '../../machines/checkout.types.ts'
import { LONGEST_LINE, readLines, Unreadable } from '../replay/read-lines.ts'
import { parseLine } from '../replay/trace-line.ts'
import type { Output } from './output.ts'
import { createRecording, type Recording } from './recording.ts'
import { reasonOf, type Source } from './sources.ts'
import type { Printer } from './types.ts'

export interface ReplayOptions {
  /** `undefined`: the merchant's where the trace has a submit command, else the SDK's. */
  readonly submitButton: SubmitButton | undefined
  readonly printer: Printer
  readonly output: Output
  /** Tells of what could not be used. */
  report(problem: string): void
  /** Told how much of the input is done with, in characters. */
  onPlayed(size: number): void
}

/** What could not be used of the input. */
export interface Flaws {
  readonly badLines: number
  readonly unreadable: number
}

/** Replays every trace of every source, one after the other. */
export const replay = async (sources: readonly Source[], options: ReplayOptions): Promise<Flaws> => {
  const { submitButton, printer, output, report, onPlayed } = options
  let badLines = 0
  let unreadable = 0
  const start = (trace: string): Recording => createRecording(trace, submitButton, printer, output.write, onPlayed)

  for (const source of sources) {
    if (output.isClosed) break
    let recording: Recording | undefined
    try {
      for await (const { number, text, isTooLong } of readLines(source.open())) {
        if (output.isClosed) break
        if (text.trim() === '' && !isTooLong) continue
        const parsed = isTooLong ? left(`longer than ${LONGEST_LINE} characters`) : parseLine(text)
        if (isLeft(parsed)) {
          badLines += 1
          report(`${source.name}:${number}: ${parsed.left}`)
        } else if (parsed.right.via === 'header') {
          await recording?.end()
          recording = start(parsed.right.trace)
        } else {
          recording ??= start(source.trace)
          await recording.take(parsed.right, text.length + 1)
        }
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      unreadable += 1
      report(`${source.name}: ${reasonOf(error.cause)}`)
    }
    await recording?.end()
  }
  return { badLines, unreadable }
}
