import { isObject } from '../../src/inspect/values.ts'

// What must never be shown, planted wherever a page, the SDK or a server can put something, and searched for in all
// that an inspector has in its hands. The cards are test cards; nobody is called so.

/** A card's number where a number is expected. */
export const cardNumber = 4111111111111111

/** In capitals, as a code would be; no code of the SDK has digits or stands alone. */
export const secretTexts = [
  '4111111111111111',
  '4111 1111 1111 1111',
  'SDK_4111111111111111',
  'GEHEIM_ANNA_MUSTER',
  'ANNA MUSTER GEHEIM',
  'Anna Muster, geheim',
  'xstate.done.actor.GEHEIM',
  'geheim.dotted',
  '王小明',
] as const

/** Besides those, what the arbitraries of `/testing` put into cards. */
const needles = [
  '4111111111111111',
  'GEHEIM',
  'MUSTER',
  '王小明',
  'TOMJAY',
  'BANCOITAUCARD',
  '招商银行',
  'F1NG3R',
  'SECRET',
]

/** However it is written. */
const bare = (text: string): string => text.replaceAll(/[\s-]/g, '').toUpperCase()

/** The secrets that stand in a text. */
export const secretsIn = (text: string): readonly string[] => needles.filter((needle) => bare(text).includes(needle))

const builtIn = new Set<object>([Object.prototype, Array.prototype, Function.prototype])

const partsOf = (value: object): readonly unknown[] => [
  ...Reflect.ownKeys(value).flatMap((key) => [key, Object.getOwnPropertyDescriptor(value, key)?.value]),
  ...(value instanceof Map ? [...value].flat() : []),
  ...(value instanceof Set ? [...value] : []),
  Object.getPrototypeOf(value),
]

/**
 * Every text and number that can be reached from a value: by keys of any kind, by prototypes.
 *
 * @param seen what was looked at before, and is not looked at again
 */
export const reachableFrom = (value: unknown, seen: WeakSet<object>): readonly string[] => {
  if (!isObject(value) && typeof value !== 'function') return [String(value)]
  if (seen.has(value) || builtIn.has(value)) return []
  seen.add(value)
  return partsOf(value).flatMap((part) => reachableFrom(part, seen))
}

/** A value with secrets in every place that it has, and in some more. */
export const plant = (value: unknown, secret: string): unknown => {
  if (Array.isArray(value)) return [...value.map((part) => plant(part, secret)), secret]
  if (!isObject(value)) return value
  return {
    ...Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plant(part, secret)])),
    message: secret,
    sessionData: secret,
    paymentResultMessage: secret,
    [secret]: secret,
    card: { cardNo: secret, holdName: secret, expiry: cardNumber },
  }
}
