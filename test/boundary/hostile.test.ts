import fc from 'fast-check'
import { type Either, isLeft, isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { decodeCallback } from '../../src/boundary/decode-callback.ts'
import type { DecodeError, SdkEvent } from '../../src/boundary/types.ts'
import { errorOf, eventOf } from './decoded.ts'
import { hostileArguments, hostileEvent, huge, SECRET } from './hostile-values.ts'

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 2_000) }

type Decoded = Either<DecodeError, SdkEvent>
const always = (holds: (decoded: Decoded) => void): void =>
  fc.assert(
    fc.property(hostileArguments(), (args) => holds(decodeCallback(...args.make()))),
    runs,
  )

/** Every text in a value, its keys included. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)])
}

describe('whatever a callback is called with, decoding it', () => {
  test('never throws, and says either what happened or what was wrong', () => {
    always((decoded) => {
      if (isRight(decoded)) {
        const { type, code = '' } = decoded.right
        expect(code.length).toBeGreaterThan(0)
        expect(code.length).toBeLessThanOrEqual(128)
        expect(type).toBe(/[.*]/.test(code) ? 'foreign' : code)
      } else {
        expect(['no-code', 'empty-code', 'long-code', 'unreadable']).toContain(decoded.left.kind)
        expect(decoded.left.issues.at(-1)?.path).toBe('code')
      }
    })
  })

  test('never loses an event that has a usable code', () => {
    fc.assert(
      fc.property(hostileEvent(), ({ code, args }) => {
        expect(eventOf(...args.make()).code).toBe(code)
      }),
      runs,
    )
  })

  test('pollutes no prototype', () => {
    const before = [Object.prototype, Array.prototype, Function.prototype].map((prototype) =>
      Reflect.ownKeys(prototype),
    )
    always(() => {
      expect([Object.prototype, Array.prototype, Function.prototype].map((each) => Reflect.ownKeys(each))).toEqual(
        before,
      )
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    })
  })

  test('gives plain data: texts in objects of the reference’s fields, which can be cloned', () => {
    always((decoded) => {
      expect(structuredClone(decoded)).toStrictEqual(decoded)
      if (isLeft(decoded)) return
      const { result = {}, message = '', issues: _, ...event } = decoded.right
      expect(typeof message).toBe('string')
      for (const value of Object.values(event)) expect(typeof value).toBe('string')
      for (const value of Object.values(result)) {
        if (typeof value === 'string') continue
        expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
        for (const inner of Object.values(value as object)) expect(typeof inner).toBe('string')
      }
      expect([
        'paymentStatus',
        'paymentResultCode',
        'paymentResultMessage',
        'result',
        'cardPaymentResultInfo',
        'popRiskDecisionResultInfo',
      ]).toEqual(expect.arrayContaining(Object.keys(result)))
    })
  })

  test('keeps no text of more than 1,024 characters, and a bounded number of them', () => {
    always((decoded) => {
      const texts = textsOf(decoded)
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(1_024)
      // 24 places, each either kept or named with four keys and three texts.
      expect(texts.length).toBeLessThan(24 * 7)
    })
  })

  test('repeats no value in what it complains of', () => {
    always((decoded) => {
      const complaints = isLeft(decoded) ? decoded.left : decoded.right.issues
      expect(JSON.stringify(complaints)).not.toContain(SECRET)
    })
  })

  test('gives what decodes to itself: by object, by JSON, and with nothing left to complain of', () => {
    always((decoded) => {
      if (isLeft(decoded)) return
      const { code, result } = decoded.right
      const expected = { ...decoded.right, issues: [] }
      expect(eventOf(decoded.right)).toStrictEqual(expected)
      const json = JSON.stringify(result ?? null)
      if (json.length > 65_536) return
      const { message: _, ...withoutMessage } = expected
      expect(eventOf(code, json)).toStrictEqual(withoutMessage)
    })
  })
})

describe('five megabytes of text', () => {
  test('as the code are no code', () => {
    for (const args of [[huge], [{ code: huge }], [{ eventCode: huge }]]) {
      const error = errorOf(...args)
      expect(error.kind).toBe('long-code')
      expect(JSON.stringify(error).length).toBeLessThan(1_000)
    }
  })

  test.each([
    ['the message', { message: huge }, 'message'],
    ['a result', { result: huge }, 'result'],
    ['a result of valid JSON', { result: JSON.stringify({ paymentStatus: 'SUCCESS', more: huge }) }, 'result'],
    ['a status', { result: { paymentStatus: huge } }, 'result.paymentStatus'],
    ['a card number', { result: { cardPaymentResultInfo: { cardNo: huge } } }, 'result.cardPaymentResultInfo.cardNo'],
  ])('as %s are left out, and the event stands', (_what, parts, path) => {
    const event = eventOf({ code: 'SDK_PAYMENT_FAIL', ...parts })
    expect(event).toMatchObject({ type: 'SDK_PAYMENT_FAIL', issues: [{ path, received: 'string' }] })
    expect(JSON.stringify(event).length).toBeLessThan(1_000)
  })

  test('in fields that nobody knows are not even complained of', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`field${index}`, index]))
    expect(eventOf({ ...many, code: 'SDK_PAYMENT_FAIL', result: { ...many, more: huge } })).toStrictEqual({
      type: 'SDK_PAYMENT_FAIL',
      code: 'SDK_PAYMENT_FAIL',
      result: {},
      issues: [],
    })
  })

  test('of brackets are a result that cannot be read', () => {
    const deep = '['.repeat(30_000) + ']'.repeat(30_000)
    expect(eventOf('SDK_PAYMENT_FAIL', deep).issues).toMatchObject([{ path: 'result' }])
  })
})
