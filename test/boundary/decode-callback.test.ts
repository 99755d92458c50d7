import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createActor } from 'xstate'
import { checkoutMachine, isListed } from '../../machines/checkout.machine.ts'
import { ownEvents } from '../../src/catalogue/own-events.ts'
import { toView } from '../../src/view/to-view.ts'
import { errorOf, eventOf, revoked, throwing, trapped } from './decoded.ts'

// The samples of Antom's callback reference, word for word.
const card = {
  avsResultRaw: '4',
  cardBin: '409280',
  cardBrand: 'VISA',
  cardNo: '************8888',
  cvvResultRaw: '1',
  expiryMonth: '02',
  expiryYear: '27',
  fingerprint: '',
  funding: 'DEBIT',
  holdName: 'Tom Jay',
  issuerName: 'BANCO ITAUCARD, S.A.',
  issuingCountry: 'BR',
  lastFour: '0000',
}
const status = {
  result: { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'Success' },
  paymentStatus: 'SUCCESS',
  paymentResultCode: 'SUCCESS',
  paymentResultMessage: 'success',
}
const cardSample = { ...status, cardPaymentResultInfo: card }
const riskSample = { ...status, popRiskDecisionResultInfo: { riskDecision: 'ACCEPT', riskAuthDecision: 'NON_3D' } }

const PAID = 'SDK_PAYMENT_SUCCESSFUL'
const resultOf = (result: unknown) => eventOf({ code: PAID, result })

/** Every text of the payload, by its path in the callback. */
const textPaths = [
  'result.paymentStatus',
  'result.paymentResultCode',
  'result.paymentResultMessage',
  ...['resultCode', 'resultStatus', 'resultMessage'].map((name) => `result.result.${name}`),
  ...Object.keys(card).map((name) => `result.cardPaymentResultInfo.${name}`),
  ...['riskDecision', 'riskAuthDecision'].map((name) => `result.popRiskDecisionResultInfo.${name}`),
]

const full = { ...cardSample, ...riskSample }

/** The full payload with another value at the path; `undefined` leaves the field out. */
const withField = (path: string, value: unknown): Record<string, unknown> => {
  const payload: Record<string, unknown> = structuredClone(full)
  const names = path.split('.').slice(1)
  const last = names.pop() as string
  const parent = names.reduce((at, name) => at[name] as Record<string, unknown>, payload)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return payload
}

describe('a callback on the web', () => {
  test('with a code alone is an event, and nothing else is made up', () => {
    expect(eventOf({ code: 'SDK_START_OF_LOADING' })).toStrictEqual({
      type: 'SDK_START_OF_LOADING',
      code: 'SDK_START_OF_LOADING',
      issues: [],
    })
  })

  test('keeps its message', () => {
    expect(eventOf({ code: 'SDK_CREATECOMPONENT_ERROR', message: 'Network request error' })).toStrictEqual({
      type: 'SDK_CREATECOMPONENT_ERROR',
      code: 'SDK_CREATECOMPONENT_ERROR',
      message: 'Network request error',
      issues: [],
    })
    expect(eventOf({ code: 'SDK_END_OF_LOADING', message: '' }).message).toBe('')
  })

  test('with the card of the reference’s sample keeps all of its thirteen fields', () => {
    expect(Object.keys(card)).toHaveLength(13)
    expect(resultOf(cardSample)).toStrictEqual({ type: PAID, code: PAID, result: cardSample, issues: [] })
  })

  test('with the risk decision of the reference’s sample keeps it', () => {
    expect(resultOf(riskSample)).toStrictEqual({ type: PAID, code: PAID, result: riskSample, issues: [] })
  })

  test.each(textPaths)('that tells nothing but %s keeps just that', (path) => {
    const names = path.split('.').slice(1)
    const result = names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), 'told')
    expect(resultOf(result)).toStrictEqual({ type: PAID, code: PAID, result, issues: [] })
  })

  test.each(['SUCCESS', 'FAIL', 'PROCESSING', 'PENDING', 'CANCELLED', 'A_NEW_ONE'])(
    'keeps the payment status %s',
    (paymentStatus) => expect(resultOf({ paymentStatus }).result).toStrictEqual({ paymentStatus }),
  )

  test.each(['CREDIT', 'DEBIT', 'PREPAID', 'CHARGE', 'DEFERRED_DEBIT', 'A_NEW_ONE'])(
    'keeps the funding %s: the reference’s list may grow',
    (funding) =>
      expect(resultOf({ cardPaymentResultInfo: { funding } }).result).toStrictEqual({
        cardPaymentResultInfo: { funding },
      }),
  )

  test('does not keep what the reference does not list, and does not complain of it', () => {
    const result = {
      ...status,
      sessionData: 'secret',
      result: { ...status.result, traceId: 'secret' },
      cardPaymentResultInfo: { ...card, cvv: '123', cardToken: 'secret' },
      popRiskDecisionResultInfo: { riskDecision: 'ACCEPT', score: 'secret' },
    }
    expect(eventOf({ code: PAID, result, stack: 'secret', traceId: 'secret' })).toStrictEqual({
      type: PAID,
      code: PAID,
      result: { ...cardSample, popRiskDecisionResultInfo: { riskDecision: 'ACCEPT' } },
      issues: [],
    })
  })

  test('may be an object of a class, whose properties are inherited', () => {
    class Told {
      get code() {
        return 'SDK_PAYMENT_FAIL'
      }
      get message() {
        return 'by a getter'
      }
      get result() {
        return Object.create({ paymentStatus: 'FAIL' }) as unknown
      }
    }
    expect(eventOf(new Told())).toStrictEqual({
      type: 'SDK_PAYMENT_FAIL',
      code: 'SDK_PAYMENT_FAIL',
      message: 'by a getter',
      result: { paymentStatus: 'FAIL' },
      issues: [],
    })
  })

  test('whatever else it is called with beside the object is of no matter', () => {
    expect(eventOf({ code: PAID }, { paymentStatus: 'FAIL' }, 'more')).toStrictEqual(eventOf({ code: PAID }))
  })

  const traces = readdirSync(new URL('../traces/', import.meta.url)).filter((name) => name.endsWith('.ndjson'))
  test.each(traces)('as recorded of the real SDK loses nothing: %s', (name) => {
    const told = readFileSync(new URL(`../traces/${name}`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { via?: string; args: [{ code: string }] })
      .filter(({ via }) => via === 'onEventCallback' || via === 'onError')
    expect(told).not.toHaveLength(0)
    for (const { args } of told) {
      expect(eventOf(...args)).toStrictEqual({ ...args[0], type: args[0].code, issues: [] })
    }
  })
})

describe('a callback of an Android or iOS host', () => {
  const expected = { type: PAID, code: PAID, result: cardSample, issues: [] }

  test.each<[string, readonly unknown[]]>([
    ['the code and the result as an object', [PAID, cardSample]],
    ['the code and the result as JSON', [PAID, JSON.stringify(cardSample)]],
    ['one object with eventCode and eventResult', [{ eventCode: PAID, eventResult: cardSample }]],
    [
      'one object with eventCode and the result as JSON',
      [{ eventCode: PAID, eventResult: JSON.stringify(cardSample) }],
    ],
    ['one object with code and the result as JSON', [{ code: PAID, result: JSON.stringify(cardSample) }]],
    ['one object with code and eventResult', [{ code: PAID, eventResult: cardSample }]],
  ])('brings %s: the same event as on the web', (_what, args) => {
    expect(eventOf(...args)).toStrictEqual(expected)
  })

  test.each([
    ['is not there', []],
    ['is null', [null]],
    ['is an empty text', ['']],
    ['is JSON’s null', ['null']],
  ])('whose result %s is the event alone', (_what, rest) => {
    expect(eventOf('SDK_PAYMENT_CANCEL', ...rest)).toStrictEqual({
      type: 'SDK_PAYMENT_CANCEL',
      code: 'SDK_PAYMENT_CANCEL',
      issues: [],
    })
  })

  test.each([
    ['a truncated text', JSON.stringify(cardSample).slice(0, -7)],
    ['no JSON', 'AMSEventResult{paymentStatus=FAIL}'],
    ['white space', ' '],
  ])('whose result is %s is the event alone, and says that the result was no JSON', (_what, json) => {
    const { result, issues, ...event } = eventOf(PAID, json)
    expect(event).toStrictEqual({ type: PAID, code: PAID })
    expect(result).toBeUndefined()
    expect(issues).toStrictEqual([{ path: 'result', expected: expect.stringContaining('JSON'), received: 'string' }])
  })

  test.each([
    ['a list', '[{"paymentStatus":"FAIL"}]', 'array'],
    ['a number', '42', 'number'],
    ['a text', '"FAIL"', 'string'],
    ['true', 'true', 'boolean'],
  ])('whose JSON is %s is the event alone, and says what it expected', (_what, json, received) => {
    expect(eventOf(PAID, json)).toStrictEqual({
      type: PAID,
      code: PAID,
      issues: [{ path: 'result', expected: 'object', received }],
    })
  })

  test('is not read beyond 65,536 characters of JSON', () => {
    const json = JSON.stringify({ paymentStatus: 'SUCCESS' })
    const longest = json.padEnd(65_536)
    expect(eventOf(PAID, longest)).toStrictEqual({
      type: PAID,
      code: PAID,
      result: { paymentStatus: 'SUCCESS' },
      issues: [],
    })
    expect(eventOf(PAID, `${longest} `)).toStrictEqual({
      type: PAID,
      code: PAID,
      issues: [{ path: 'result', expected: 'JSON of at most 65536 characters', received: 'string' }],
    })
  })

  test('cannot set a prototype by its JSON', () => {
    const json = '{"__proto__":{"paymentStatus":"FAIL"},"constructor":{"prototype":{"paymentStatus":"FAIL"}}}'
    expect(eventOf(PAID, json)).toStrictEqual({ type: PAID, code: PAID, result: {}, issues: [] })
    expect({}).not.toHaveProperty('paymentStatus')
  })
})

describe('null is how Java and Swift say "not there"', () => {
  test.each(textPaths)('%s is left out without a complaint', (path) => {
    const expected = resultOf(withField(path, undefined))
    expect(resultOf(withField(path, null))).toStrictEqual(expected)
    expect(expected.issues).toEqual([])
  })

  test.each(['result.result', 'result.cardPaymentResultInfo', 'result.popRiskDecisionResultInfo'])(
    '%s is left out without a complaint',
    (path) => expect(resultOf(withField(path, null))).toStrictEqual(resultOf(withField(path, undefined))),
  )

  test('of message and result too', () => {
    const event = { type: PAID, code: PAID, issues: [] }
    expect(eventOf({ code: PAID, message: null, result: null })).toStrictEqual(event)
    expect(eventOf({ code: PAID, message: undefined, result: undefined })).toStrictEqual(event)
    expect(eventOf({ code: null, eventCode: PAID, result: null, eventResult: null })).toStrictEqual(event)
  })

  test('an empty object is a result in which nothing is told', () => {
    expect(resultOf({})).toStrictEqual({ type: PAID, code: PAID, result: {}, issues: [] })
  })
})

describe('what has the wrong type is left out by itself, and named', () => {
  const wrong: readonly (readonly [received: string, value: unknown])[] = [
    ['number', 4_111_111_111_111_111],
    ['boolean', false],
    ['bigint', 4_111_111_111_111_111n],
    ['object', { value: 'SECRET' }],
    ['object', new Date(0)],
    ['object', new String('SECRET')],
    ['array', ['SECRET']],
    ['function', () => 'SECRET'],
    ['symbol', Symbol('SECRET')],
  ]

  test.each(textPaths)('%s', (path) => {
    const rest = resultOf(withField(path, undefined)).result
    for (const [received, value] of wrong) {
      expect(resultOf(withField(path, value))).toStrictEqual({
        type: PAID,
        code: PAID,
        result: rest,
        issues: [{ path, expected: 'string', received }],
      })
    }
  })

  test.each(['result.result', 'result.cardPaymentResultInfo', 'result.popRiskDecisionResultInfo'])('%s', (path) => {
    const rest = resultOf(withField(path, undefined)).result
    const name = path.split('.')[1] as string
    for (const [received, value] of [['string', 'SECRET'] as const, ...wrong].filter(([kind]) => kind !== 'object')) {
      expect(resultOf({ ...full, [name]: value })).toStrictEqual({
        type: PAID,
        code: PAID,
        result: rest,
        issues: [{ path, expected: 'object', received }],
      })
    }
  })

  test('the whole result', () => {
    for (const [received, value] of wrong.filter(([kind]) => kind !== 'object')) {
      expect(resultOf(value)).toStrictEqual({
        type: PAID,
        code: PAID,
        issues: [{ path: 'result', expected: 'object', received }],
      })
    }
  })

  test('the message', () => {
    for (const [received, message] of wrong) {
      expect(eventOf({ code: PAID, message, result: cardSample })).toStrictEqual({
        type: PAID,
        code: PAID,
        result: cardSample,
        issues: [{ path: 'message', expected: 'string', received }],
      })
    }
  })

  test('many of them at once are all named, and the good ones are kept', () => {
    const { result, issues } = eventOf({
      code: PAID,
      message: 1,
      result: {
        paymentStatus: true,
        paymentResultCode: 'INVALID_CARD',
        result: 'S',
        cardPaymentResultInfo: { cardNo: 4111, lastFour: '1111', holdName: ['Tom'] },
        popRiskDecisionResultInfo: { riskDecision: {}, riskAuthDecision: '3D' },
      },
    })
    expect(result).toStrictEqual({
      paymentResultCode: 'INVALID_CARD',
      cardPaymentResultInfo: { lastFour: '1111' },
      popRiskDecisionResultInfo: { riskAuthDecision: '3D' },
    })
    expect(issues).toStrictEqual([
      { path: 'message', expected: 'string', received: 'number' },
      { path: 'result.paymentStatus', expected: 'string', received: 'boolean' },
      { path: 'result.result', expected: 'object', received: 'string' },
      { path: 'result.cardPaymentResultInfo.cardNo', expected: 'string', received: 'number' },
      { path: 'result.cardPaymentResultInfo.holdName', expected: 'string', received: 'array' },
      { path: 'result.popRiskDecisionResultInfo.riskDecision', expected: 'string', received: 'object' },
    ])
  })

  test('of the server’s call: a wrong resultStatus is named by its own path', () => {
    expect(resultOf({ result: { resultStatus: 1, resultCode: 'SUCCESS' } })).toMatchObject({
      result: { result: { resultCode: 'SUCCESS' } },
      issues: [{ path: 'result.result.resultStatus' }],
    })
  })
})

describe('a text is kept up to 1,024 characters', () => {
  const longest = 'x'.repeat(1_024)

  test.each(textPaths)('%s', (path) => {
    expect(resultOf(withField(path, longest))).toMatchObject({ result: withField(path, longest), issues: [] })
    const { result, issues } = resultOf(withField(path, `${longest}x`))
    expect(result).toStrictEqual(withField(path, undefined))
    expect(issues).toStrictEqual([{ path, expected: expect.stringContaining('1024'), received: 'string' }])
  })

  test('message', () => {
    expect(eventOf({ code: PAID, message: longest })).toMatchObject({ message: longest, issues: [] })
    const { message, issues } = eventOf({ code: PAID, message: `${longest}x` })
    expect(message).toBeUndefined()
    expect(issues).toStrictEqual([{ path: 'message', expected: expect.stringContaining('1024'), received: 'string' }])
  })
})

describe('what cannot be read is left out by itself, and named', () => {
  const unreadable = { expected: 'a readable property', received: 'an error' }

  test('a getter that throws costs its own field', () => {
    const info = Object.defineProperties(throwing(['cardNo']), { lastFour: { value: '8888' } })
    const result = Object.defineProperties(throwing(['paymentResultCode', 'popRiskDecisionResultInfo']), {
      paymentStatus: { value: 'FAIL' },
      cardPaymentResultInfo: { value: info },
    })
    expect(eventOf({ code: 'SDK_PAYMENT_FAIL', result })).toStrictEqual({
      type: 'SDK_PAYMENT_FAIL',
      code: 'SDK_PAYMENT_FAIL',
      result: { paymentStatus: 'FAIL', cardPaymentResultInfo: { lastFour: '8888' } },
      issues: [
        { path: 'result.paymentResultCode', ...unreadable },
        { path: 'result.cardPaymentResultInfo.cardNo', ...unreadable },
        { path: 'result.popRiskDecisionResultInfo', ...unreadable },
      ],
    })
  })

  test('a message or a result whose getter throws does not lose the event', () => {
    const callback = Object.defineProperties(throwing(['message', 'result']), { code: { value: PAID } })
    expect(eventOf(callback)).toStrictEqual({
      type: PAID,
      code: PAID,
      issues: [
        { path: 'message', ...unreadable },
        { path: 'result', ...unreadable },
      ],
    })
  })

  test('a code whose getter throws does not lose the event where eventCode tells it', () => {
    const callback = Object.defineProperties(throwing(['code']), { eventCode: { value: PAID } })
    expect(eventOf(callback)).toStrictEqual({ type: PAID, code: PAID, issues: [{ path: 'code', ...unreadable }] })
  })

  test('a revoked proxy as the result, or as a part of it, costs only itself', () => {
    expect(resultOf(revoked()).issues).toEqual([{ path: 'result', expected: 'object', received: 'unreadable' }])
    expect(resultOf({ ...status, cardPaymentResultInfo: revoked() })).toStrictEqual({
      type: PAID,
      code: PAID,
      result: status,
      issues: [{ path: 'result.cardPaymentResultInfo', expected: 'object', received: 'unreadable' }],
    })
  })

  test.each([
    ['a revoked proxy', revoked],
    ['a proxy that throws', trapped],
    ['an object whose constructor throws', () => Object.create(throwing(['constructor']))],
    ['an object whose constructor is named by a symbol', () => Object.create({ constructor: { name: Symbol('x') } })],
    ['an object without a prototype', () => Object.create(null)],
  ])('%s in the place of a text costs only that text', (_what, create) => {
    for (const path of textPaths) {
      const event = resultOf(withField(path, create()))
      expect(event).toMatchObject({ type: PAID, issues: [{ path }] })
      expect(event.result).toStrictEqual(resultOf(withField(path, undefined)).result)
    }
    expect(eventOf({ code: PAID, message: create(), result: status })).toMatchObject({
      type: PAID,
      result: status,
      issues: [{ path: 'message' }],
    })
  })
})

describe('a callback without a usable code', () => {
  test.each<[string, readonly unknown[], string]>([
    ['nothing at all', [], 'undefined'],
    ['undefined', [undefined], 'undefined'],
    ['null', [null], 'undefined'],
    ['an empty object', [{}], 'undefined'],
    ['a number', [42], 'undefined'],
    ['true', [true], 'undefined'],
    ['a list', [['SDK_PAYMENT_FAIL']], 'undefined'],
    ['a symbol', [Symbol('SDK_PAYMENT_FAIL')], 'undefined'],
    ['a function', [() => 'SDK_PAYMENT_FAIL'], 'undefined'],
    ['an object that only has a message', [{ message: 'SDK_PAYMENT_FAIL' }], 'undefined'],
    ['null as the code', [{ code: null, eventCode: null }], 'null'],
    ['a number as the code', [{ code: 42 }], 'number'],
    ['an object as the code', [{ code: { code: 'SDK_PAYMENT_FAIL' } }], 'object'],
    ['a list as the code', [{ code: ['SDK_PAYMENT_FAIL'] }], 'array'],
    ['a boxed text as the code', [{ code: new String('SDK_PAYMENT_FAIL') }], 'object'],
    ['a symbol as the code', [{ code: Symbol('SDK_PAYMENT_FAIL') }], 'symbol'],
    ['a number, and a result', [42, { paymentStatus: 'FAIL' }], 'undefined'],
  ])('%s: says what came in the place of the code', (_what, args, received) => {
    const expected = 'a non-empty string of at most 128 characters'
    expect(errorOf(...args)).toStrictEqual({
      kind: 'no-code',
      message: `No usable event code: expected ${expected}, received ${received}.`,
      issues: [{ path: 'code', expected, received }],
    })
  })

  test.each<[string, readonly unknown[]]>([
    ['on the web', [{ code: '' }]],
    ['of a host', ['', { paymentStatus: 'FAIL' }]],
    ['of a host’s object', [{ eventCode: '' }]],
  ])('an empty code %s', (_where, args) => {
    expect(errorOf(...args)).toMatchObject({
      kind: 'empty-code',
      message: expect.stringContaining('received an empty string'),
      issues: [{ path: 'code', received: 'an empty string' }],
    })
  })

  test('a code may have 128 characters, and not 129', () => {
    const longest = 'C'.repeat(128)
    const args = (code: string): readonly unknown[][] => [[code], [{ code }], [{ eventCode: code }]]
    for (const each of args(longest)) expect(eventOf(...each)).toMatchObject({ type: longest, code: longest })
    for (const each of args(`${longest}C`)) {
      expect(errorOf(...each)).toMatchObject({
        kind: 'long-code',
        message: expect.stringContaining('received a string of 129 characters'),
        issues: [{ path: 'code', received: 'a string of 129 characters' }],
      })
    }
  })

  test.each([
    ['a revoked proxy', revoked()],
    ['a proxy that throws', trapped()],
    ['an object whose code throws', throwing(['code'])],
    ['an object whose eventCode throws', throwing(['eventCode'])],
  ])('%s: it could not be read', (_what, callback) => {
    const { kind, issues } = errorOf(callback)
    expect(kind).toBe('unreadable')
    expect(issues.at(0)).toMatchObject({ expected: 'a readable property', received: 'an error' })
    expect(issues.at(-1)).toMatchObject({ path: 'code', received: 'undefined' })
  })

  test.each<[string, readonly unknown[]]>([
    ['a long code', ['SECRET'.repeat(30)]],
    ['a code of another type', [{ code: { number: 'SECRET' } }]],
    ['a code in a list', [{ code: ['SECRET'] }]],
    ['a code that is a symbol', [{ code: Symbol('SECRET') }]],
    ['no code, but a message', [{ message: 'SECRET' }]],
    ['no code, but a result', [{ result: { cardPaymentResultInfo: { cardNo: 'SECRET' } } }]],
    ['an error', [new Error('SECRET')]],
    ['a getter that throws', [throwing(['code', 'eventCode'], 'SECRET')]],
  ])('%s: the error quotes nothing of what came', (_what, args) => {
    expect(JSON.stringify(errorOf(...args))).not.toContain('SECRET')
  })
})

describe('an Error that a promise of the SDK rejects with', () => {
  test('with a code of the SDK is that event; its stack is not kept', () => {
    const error = Object.assign(new Error('Load app timeout'), { code: 'SDK_CREATECOMPONENT_ERROR' })
    expect(eventOf(error)).toStrictEqual({
      type: 'SDK_CREATECOMPONENT_ERROR',
      code: 'SDK_CREATECOMPONENT_ERROR',
      message: 'Load app timeout',
      issues: [],
    })
  })

  test('without one is none', () => {
    expect(errorOf(new TypeError('Failed to fetch')).kind).toBe('no-code')
  })
})

describe('a code that nobody knows', () => {
  test.each([
    'SDK_OF_TOMORROW',
    'x',
    ' ',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '支付成功',
    '\u0000',
  ])('%j is an event all the same, under its own name', (code) => {
    expect(eventOf({ code })).toStrictEqual({ type: code, code, issues: [] })
    expect(eventOf(code)).toStrictEqual({ type: code, code, issues: [] })
  })
})

describe('a code that is one of our own words', () => {
  const ours = checkoutMachine.events.filter((type) => !type.startsWith('SDK_'))
  const words = new Set([
    ...ours,
    ...Object.keys(ownEvents),
    'checkout.close',
    'checkout.expired',
    'server.succeeded',
    'server.silent',
    'budget.spent',
    'xstate.init',
    'xstate.stop',
    'xstate.done.actor.inquiry',
    'xstate.error.actor.question',
    '*',
    'SDK_*',
    'checkout.*',
    'a.foreign.code',
  ])
  // The one own notice whose name has no dot is not an event type.
  words.delete('session-expired')

  test('these are all the words that the statechart listens to', () => {
    expect(ours).toEqual(
      expect.arrayContaining(['checkout.close', 'checkout.submit', 'server.succeeded', 'answer.open']),
    )
    for (const type of ours) expect(type).toMatch(/[.*]/)
  })

  test.each([...words])('%s: the code is kept, and the event’s type is none that the statechart knows', (code) => {
    for (const event of [eventOf({ code }), eventOf(code), eventOf({ eventCode: code })]) {
      expect(event.code).toBe(code)
      expect(event.type).not.toBe(code)
      expect(isListed(event.type)).toBe(false)
      expect(event.type).not.toMatch(/^(xstate|checkout|server|answer|budget)\./)
    }
  })

  test.each([...words])('%s: sent to a checkout it changes nothing, and is kept as an unknown code', (code) => {
    const actor = createActor(checkoutMachine, { input: { submitButton: 'merchant' } }).start()
    actor.send(eventOf({ code: 'SDK_END_OF_LOADING' }))
    actor.send({ ...eventOf({ code, result: { paymentStatus: 'SUCCESS' } }), channel: 'onEventCallback' })
    expect(toView(actor.getSnapshot())).toMatchObject({
      state: 'form',
      submission: 'none',
      diagnostics: { unrecognised: { count: 1, last: [{ code }] } },
    })
  })
})
