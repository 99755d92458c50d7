import { setImmediate } from 'node:timers/promises'
import type { SubmitButton } from '../../machines/checkout.types.ts'
import { createReplayer, type Replayer } from '../replay/replayer.ts'
import type { TraceLine } from '../replay/trace-line.ts'
import type { Printer } from './types.ts'

/** One trace on its way from the input to the output. */
export interface Recording {
  /** `size`: how much of the input the line was. */
  take(line: TraceLine, size: number): Promise<void>
  end(): Promise<void>
}

/**
 * Prints a trace as it is replayed. Whose submit button it was must be known before its first form: where nobody says
 * so (`undefined`), its lines wait for the merchant's own submit, or for the end of the trace.
 *
 * @param onPlayed told the size of every line that is done with
 */
export const createRecording = (
  trace: string,
  submitButton: SubmitButton | undefined,
  printer: Printer,
  write: (text: string) => Promise<void> | undefined,
  onPlayed: (size: number) => void,
): Recording => {
  let replayer: Replayer | undefined
  // As text: as objects, they take four times the memory.
  let waiting: { readonly line: string; readonly size: number }[] = []

  let played = 0

  const play = async (through: Replayer, line: TraceLine, size: number): Promise<void> => {
    for (const step of await through.take(line)) await write(printer.step(step))
    onPlayed(size)
    played += 1
    // Nothing else waits for the platform where the lines are there already: the bar would stand still.
    if (played % 1000 === 0) await setImmediate()
  }
  const begin = async (button: SubmitButton): Promise<Replayer> => {
    replayer = createReplayer(button)
    await write(printer.begin(trace))
    for (const { line, size } of waiting) await play(replayer, JSON.parse(line), size)
    waiting = []
    return replayer
  }

  return {
    async take(line, size) {
      if (replayer) return play(replayer, line, size)
      waiting.push({ line: JSON.stringify(line), size })
      if (submitButton) await begin(submitButton)
      else if (line.via === 'command' && line.name === 'submit') await begin('merchant')
    },
    async end() {
      const { end } = replayer ?? (await begin(submitButton ?? 'sdk'))
      await write(printer.end(end()))
    },
  }
}
