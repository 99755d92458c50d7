import { readProperty } from '../boundary/read.ts'

// How anything at all is read: nothing here throws, copies an object that came, or looks at more of it than is named.

/** A property of whatever came; of one that throws, `undefined`. */
export const read = (value: unknown, key: string): unknown => readProperty(value, key, key, [])

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Makes it once of each object: the machine never changes one, and most of them stay from snapshot to snapshot. */
export const once = <T>(make: (value: unknown) => T): ((value: unknown) => T) => {
  const made = new WeakMap<object, { readonly of: T }>()
  return (value) => {
    if (!isObject(value)) return make(value)
    const known = made.get(value) ?? { of: make(value) }
    made.set(value, known)
    return known.of
  }
}

/** What the official browser sender (0.7.2) puts in the place of an object that it cuts. */
export const isCut = (value: unknown): boolean => value === '[...]'

/** A word of a closed list; else the fallback. */
export const word = <T extends string, F>(words: Readonly<Record<T, true>>, value: unknown, fallback: F): T | F =>
  typeof value === 'string' && Object.hasOwn(words, value) ? (value as T) : fallback

// In the year 2096: a time beyond it is none, and whatever has as many digits as a card has is not shown.
const LATEST = 4_000_000_000_000

/** Milliseconds, of a calendar or of a clock. */
export const time = <F>(value: unknown, fallback: F): number | F =>
  typeof value === 'number' && Math.abs(value) <= LATEST ? Math.round(value) : fallback

const MOST = 1_000_000_000

/** How many, or which. */
export const count = <F>(value: unknown, fallback: F): number | F =>
  typeof value === 'number' && value >= 0 && value <= MOST ? Math.round(value) : fallback

/** From 0 to 1, in hundredths. */
export const fraction = (value: unknown, fallback: number): number =>
  typeof value === 'number' && value >= 0 ? Math.round(Math.min(value, 1) * 100) / 100 : fallback

/** The newest entries of a list that are anything; none of what is no list. */
export const newest = <T>(list: unknown, most: number, allow: (entry: unknown) => T | null): T[] => {
  const length = count(read(list, 'length'), 0)
  const kept: T[] = []
  // A list that claims to be long is not looked through.
  for (let at = length - 1; at >= 0 && at >= length - 100 && kept.length < most; at -= 1) {
    const entry = allow(read(list, `${at}`))
    if (entry !== null) kept.unshift(entry)
  }
  return kept
}
