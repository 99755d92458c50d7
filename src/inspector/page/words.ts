import type { Text } from '../../catalogue/types.ts'
import { visible } from '../../replay/visible.ts'
import { lang } from './preferences.ts'
import { type TextName, texts } from './texts.ts'

/** A label of the page, in the chosen language. */
export const say = (name: TextName): string => texts[name][lang.value]

export const inLang = (text: Text): string => text[lang.value]

// As long as the longest code of the catalogue, and a little more.
const LONGEST_SHOWN = 64
const LONGEST_TITLE = 512

/** What came from elsewhere, fit to be shown: nothing in it acts, and it takes no more than its room. */
export const shown = (text: string, longest: number = LONGEST_SHOWN): string => {
  const cut = text.length > longest
  return visible(cut ? text.slice(0, longest - 1) : text) + (cut ? '…' : '')
}

/** All of it, where it was cut. */
export const titleOf = (text: string): string | undefined =>
  text.length > LONGEST_SHOWN ? shown(text, LONGEST_TITLE) : undefined

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** `2.303 s`, and from a minute on `1:02.303`. */
export const since = (ms: number): string => {
  const whole = Math.round(ms)
  if (whole < 60_000) return `${(whole / 1000).toFixed(3)} s`
  const minutes = Math.floor(whole / 60_000)
  const rest = `${pad(Math.floor((whole % 60_000) / 1000), 2)}.${pad(whole % 1000, 3)}`
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${pad(minutes % 60, 2)}:${rest}`
}

/** `+132 ms`, `+1.13 s`. */
export const gap = (ms: number): string => {
  const whole = Math.round(ms)
  return whole < 1000 ? `+${whole} ms` : `+${since(whole).replace(/\d s$/, ' s')}`
}

/** By the clock on the wall, of this machine. */
export const timeOfDay = (epoch: number): string => new Date(epoch).toLocaleTimeString('en-GB')

export const numbers = (value: number): string => value.toLocaleString(lang.value === 'zh' ? 'zh-CN' : 'en')
