import { defaultTimeouts } from '../../../machines/checkout.context.ts'
import { type Gap, gapsOf, gapTexts } from './gaps.ts'
import { timesOf } from './times.ts'
import { toldLines } from './told-lines.ts'
import type { Journey } from './types.ts'

/** What can be taken along of a journey. */
export interface Exported {
  readonly text: string
  /** What it cannot bring about again; {@link gapTexts} says it in words. */
  readonly gaps: readonly Gap[]
}

/**
 * The journey as a recorded trace: for `antom-checkout replay`, which goes through the same states, and for the
 * inspector. It is made of what was shown, and has nothing in it that could not be.
 */
export const toNdjson = (journey: Journey): Exported => {
  const gaps = gapsOf(journey, 'trace')
  const times = timesOf(journey, { ...defaultTimeouts, asking: Number.POSITIVE_INFINITY })
  const header = {
    trace: journey.name,
    submitButton: journey.submitButton,
    about: ['Exported from the inspector.', ...gaps.map((gap) => gapTexts[gap].en)].join(' '),
  }
  const told = toldLines(journey)
  const lines: object[] = told.flatMap((line, index) => (line ? [{ t: times[index], ...line }] : []))
  // The SDK's log is nothing that a page acts on: time has passed by then.
  if (told.at(-1) === null) lines.push({ t: times.at(-1), via: 'onLog', args: [] })
  return { text: `${[header, ...lines].map((line) => JSON.stringify(line)).join('\n')}\n`, gaps }
}
