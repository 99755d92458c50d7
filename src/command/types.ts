import type { Ending, Step } from '../replay/types.ts'

/** Turns a journey into text for standard output, piece by piece. */
export interface Printer {
  begin(trace: string): string
  step(step: Step): string
  end(ending: Ending): string
}
