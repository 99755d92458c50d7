import { UNLISTED } from '../../inspect/codes.ts'
import type { Journey, Moment, SafeLine, State } from './types.ts'

const timesHeard = ({ context }: State): number => context.heard?.channels.length ?? 0

/**
 * The lines that bring the moments about again. Codes that may not be shown all look alike; where two of them were
 * different happenings, they are told apart by a number, as the second is no echo of the first.
 */
export const toldLines = ({ moments, first }: Journey): readonly (SafeLine | null)[] => {
  let number = 0
  let before = first
  const numbered = (moment: Moment): SafeLine | null => {
    const { line, after } = moment
    if (!line || !('args' in line) || (moment.event?.code ?? moment.event?.type) !== UNLISTED) return line
    // An echo that has moved the checkout is not marked as one.
    const isEcho = moment.marks.includes('echo') || timesHeard(after) > Math.max(1, timesHeard(before))
    if (!isEcho) number += 1
    const [told] = line.args
    return { ...line, args: [{ ...(told as object), code: `${UNLISTED}-${number}` }] }
  }
  return moments.map((moment) => {
    const line = numbered(moment)
    before = moment.after
    return line
  })
}
