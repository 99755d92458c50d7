import { isSome } from 'fp-ts/lib/Option.js'
import { describeEvent } from '../../../catalogue/describe.ts'
import type { Lang } from '../../../catalogue/types.ts'
import { isBeginning, isFromAny } from '../../chart/origins.ts'
import type { ChartEdge } from '../../chart/types.ts'
import { beginningMeanings, type ChartText, chartTexts, ownMeanings } from './texts.ts'

export const sayOf = (name: ChartText, lang: Lang): string => chartTexts[name][lang]

/** `confirming, asking`: the phases of a state are nothing that one needs to hear. */
export const namesOf = (path: string): string => {
  const names = path.split('.')
  return names.length > 2 ? names.slice(2).join(', ') : (names.at(-1) ?? path)
}

const sourceOf = (edge: ChartEdge, lang: Lang): string => {
  if (isBeginning(edge)) return sayOf(edge.label?.lines.includes('restored') ? 'restored' : 'start', lang)
  if (!isFromAny(edge)) return namesOf(edge.source)
  const [, phase] = edge.source.split('.')
  return phase === undefined ? sayOf('anyState', lang) : `${sayOf('anyIn', lang)} ${phase}`
}

/** `form → submitting`. */
export const wayOf = (edge: ChartEdge, lang: Lang): string => `${sourceOf(edge, lang)} → ${namesOf(edge.target)}`

export const nameOfEdge = (edge: ChartEdge, lang: Lang): string =>
  isBeginning(edge) ? wayOf(edge, lang) : `${wayOf(edge, lang)}: ${edge.events.join(', ')}`

export const meaningOfEvent = (event: string, lang: Lang): string => {
  const own = Object.hasOwn(ownMeanings, event) ? ownMeanings[event] : undefined
  if (own) return own[lang]
  const entry = describeEvent(event)
  return isSome(entry) ? entry.value.meaning[lang] : ''
}

export const meaningOfBeginning = (edge: ChartEdge, lang: Lang): string => {
  const [line = ''] = edge.label?.lines ?? []
  return beginningMeanings[line]?.[lang] ?? ''
}
