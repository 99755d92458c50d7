import { marks as markTexts } from '../../replay/texts.ts'
import { meaningsOf } from './facts.ts'
import { isMarked, nameOf } from './state.ts'
import type { Journey, Moment, State } from './types.ts'

/** Which moments are looked for. */
export interface Filter {
  /** In the code, in what it means (in either language), in the states before and after, in marks and statuses. */
  readonly text?: string
  readonly channel?: Moment['channel'] | null
  readonly onlyMarked?: boolean
}

const wordsOf = (moment: Moment, before: State): string => {
  const { en, zh } = meaningsOf(moment)
  const { paymentStatus = '', paymentResultCode = '' } = moment.event?.result ?? {}
  return [
    moment.code,
    moment.happening,
    ...[en, zh, paymentStatus, paymentResultCode],
    ...[before, moment.after].flatMap(({ path }) => [path, nameOf(path)]),
    ...moment.marks.flatMap((mark) => [mark, markTexts[mark].en, markTexts[mark].zh]),
  ]
    .join('\n')
    .toLowerCase()
}

/** Whether a moment has the text. Of moments there are many, of different ones few: each is looked through once. */
const finder = (text: string): ((moment: Moment, before: State) => boolean) => {
  const wanted = text.trim().toLowerCase()
  const found = new Map<string, boolean>()
  return (moment, before) => {
    if (wanted === '') return true
    const { code, happening, event, marks, after } = moment
    const { paymentStatus, paymentResultCode } = event?.result ?? {}
    const key = [code, happening, paymentStatus, paymentResultCode, marks.join(), before.path, after.path].join('\n')
    const known = found.get(key)
    if (known !== undefined) return known
    const has = wordsOf(moment, before).includes(wanted)
    found.set(key, has)
    return has
  }
}

/**
 * The indices of the moments that the filter lets through, in order.
 *
 * @param from where to begin: a journey grows, and what was looked through need not be looked through again
 */
export const filterMoments = (
  { moments, first }: Journey,
  { text = '', channel = null, onlyMarked = false }: Filter,
  from = 0,
): readonly number[] => {
  const has = finder(text)
  const indices: number[] = []
  let before = moments[from - 1]?.after ?? first
  for (let index = from; index < moments.length; index += 1) {
    const moment = moments[index]
    if (!moment) continue
    const fits = (channel === null || moment.channel === channel) && (!onlyMarked || isMarked(moment))
    if (fits && has(moment, before)) indices.push(index)
    before = moment.after
  }
  return indices
}
