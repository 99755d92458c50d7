import fc, { type Arbitrary } from 'fast-check'
import { eventCode, foreignCode } from '../../src/testing/index.ts'
import { revoked, throwing, trapped } from './decoded.ts'

/**
 * How to make a value, and what to call it in a counterexample. fast-check cannot hold the values themselves: it looks
 * into what it holds, and these throw.
 */
export interface Recipe<T = unknown> {
  readonly make: () => T
}

const recipe = <T>(label: string, make: () => T): Recipe<T> =>
  Object.defineProperty({ make }, fc.toStringMethod, { value: () => label })

const record = (parts: Readonly<Record<string, Recipe | undefined>>): Recipe<Record<string, unknown>> =>
  recipe(fc.stringify(parts), () =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part?.make()])),
  )

const list = (parts: readonly Recipe[]): Recipe<readonly unknown[]> =>
  recipe(fc.stringify(parts), () => parts.map(({ make }) => make()))

const plain = <T>(values: Arbitrary<T>): Arbitrary<Recipe<T>> =>
  values.map((value) => recipe(fc.stringify(value), () => value))

/** Stands in every text of the values below: whatever repeats a value repeats this. */
export const SECRET = '4111-1111-SECRET'

const cyclic = (): object => {
  const cycle: Record<string, unknown> = { code: SECRET }
  return Object.assign(cycle, { message: cycle, result: cycle, error: cycle, cardPaymentResultInfo: cycle })
}

const throws = (): never => {
  throw new Error(SECRET)
}

/** Five megabytes of text. */
export const huge = SECRET.repeat(5_000_000 / SECRET.length)

const polluting = `{"__proto__":{"polluted":"${SECRET}"},"constructor":{"prototype":{"polluted":"${SECRET}"}}}`

const names = ['code', 'eventCode', 'message', 'result', 'eventResult', 'status', 'error', 'userCanceled3D']

const creatures: readonly Recipe[] = [
  recipe('a revoked proxy', revoked),
  recipe('a proxy that throws', () => trapped(SECRET)),
  recipe('a proxy', () => new Proxy({}, {})),
  recipe('an object whose parts throw', () => throwing(names, SECRET)),
  recipe('a payload whose parts throw', () => throwing(['paymentStatus', 'cardPaymentResultInfo'], SECRET)),
  recipe('an object whose constructor throws', () => Object.create(throwing(['constructor'], SECRET))),
  recipe('a constructor named by a symbol', () => Object.create({ constructor: { name: Symbol(SECRET) } })),
  recipe('an object without a prototype', () => Object.create(null)),
  recipe('a cycle', cyclic),
  recipe('a cycle in a list', () => [cyclic()]),
  recipe('an object that cannot be converted', () => ({
    toString: throws,
    valueOf: throws,
    toJSON: throws,
    [Symbol.toPrimitive]: throws,
  })),
  recipe('a symbol', () => Symbol(SECRET)),
  recipe('a BigInt', () => 2n ** 200n),
  recipe('a function', () => () => SECRET),
  recipe('a class', () => class Secret {}),
  recipe('an error with a code', () => Object.assign(new Error(SECRET), { code: 'SDK_PAYMENT_FAIL' })),
  recipe('an error', () => new Error(SECRET)),
  recipe('a boxed text', () => new String(SECRET)),
  recipe('an object with __proto__', () => JSON.parse(polluting)),
  recipe('JSON with __proto__', () => polluting),
  recipe('a frozen object', () => Object.freeze({ code: SECRET })),
  recipe('a map', () => new Map([['code', SECRET]])),
  recipe('bytes', () => new Uint8Array(8)),
  recipe('no date', () => new Date(Number.NaN)),
  recipe('a promise', () => Promise.resolve(SECRET)),
  recipe('the global object', () => globalThis),
  recipe('half a character', () => '\ud800'),
  recipe('null', () => null),
  recipe('undefined', () => undefined),
]

const giants: readonly Recipe[] = [
  recipe('5 MB of text', () => huge),
  recipe('5 MB of JSON', () => `{"paymentStatus":"${huge}"}`),
  recipe('5 MB of broken JSON', () => `[${huge}]`),
]

const anything = (): Arbitrary<Recipe> =>
  plain(
    fc.anything({
      maxDepth: 2,
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withUnicodeString: true,
    }),
  )

/** Anything at all. */
export const hostileValue = (): Arbitrary<Recipe> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...creatures) },
    { weight: 6, arbitrary: anything() },
    { weight: 1, arbitrary: fc.constantFrom(...giants) },
  )

const text = (): Arbitrary<Recipe> =>
  fc.oneof(
    { weight: 4, arbitrary: plain(fc.string({ unit: 'binary', maxLength: 40 }).map((more) => SECRET + more)) },
    { weight: 1, arbitrary: plain(fc.integer({ min: 1_000, max: 1_050 }).map((length) => SECRET.padEnd(length, '*'))) },
    { weight: 3, arbitrary: hostileValue() },
  )

const orHostile = (value: Arbitrary<Recipe>): Arbitrary<Recipe> =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: hostileValue() })

/** An object with some of these parts. */
export const some = (parts: Readonly<Record<string, Arbitrary<Recipe>>>): Arbitrary<Recipe<Record<string, unknown>>> =>
  fc.record(parts, { requiredKeys: [] }).map(record)

const texts = (...keys: readonly string[]): Arbitrary<Recipe> =>
  orHostile(some(Object.fromEntries(keys.map((key) => [key, text()]))))

/** A payload with the fields of the reference, some good, some bad. */
export const hostilePayload = (): Arbitrary<Recipe> =>
  orHostile(
    some({
      paymentStatus: text(),
      paymentResultCode: text(),
      paymentResultMessage: text(),
      unknown: text(),
      result: texts('resultCode', 'resultStatus', 'resultMessage'),
      cardPaymentResultInfo: texts('cardNo', 'cardBrand', 'lastFour', 'holdName', 'expiryYear', 'cvv'),
      popRiskDecisionResultInfo: texts('riskDecision', 'riskAuthDecision'),
    }),
  )

/** A callback that has a usable code; everything else about it is as bad as can be. */
export const hostileEvent = (): Arbitrary<{ readonly code: string; readonly args: Recipe<readonly unknown[]> }> =>
  fc
    .tuple(fc.oneof(eventCode(), foreignCode()), hostilePayload(), text(), hostileValue(), fc.nat(2))
    .map(([code, result, message, more, form]) => {
      const name = recipe(code, () => code)
      const forms = [
        [record({ code: name, message, result }), more],
        [record({ eventCode: name, message, eventResult: result }), more],
        [name, result, more],
      ]
      return { code, args: list(forms[form] ?? []) }
    })

/** What any callback is called with. */
export const hostileArguments = (): Arbitrary<Recipe<readonly unknown[]>> =>
  fc.oneof(
    fc.array(hostileValue(), { maxLength: 3 }).map(list),
    some({ code: hostileValue(), message: text(), result: hostilePayload() }).map((callback) => list([callback])),
    hostileEvent().map(({ args }) => args),
  )
