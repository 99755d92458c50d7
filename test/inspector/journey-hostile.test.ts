import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import fc, { type Arbitrary } from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { factsOf } from '../../src/inspector/journey/facts.ts'
import { createJourneys } from '../../src/inspector/journey/journeys.ts'
import { encodeHead, encodeMoment, encodeProblem } from '../../src/inspector/journey/moment-lines.ts'
import { stateBefore } from '../../src/inspector/journey/state.ts'
import { toNdjson } from '../../src/inspector/journey/to-ndjson.ts'
import { toVitest } from '../../src/inspector/journey/to-vitest.ts'
import type { Journey } from '../../src/inspector/journey/types.ts'
import { viewAt } from '../../src/inspector/journey/view-of.ts'
import { callback, recorded } from '../command/command.ts'
import { runExported } from './exported-test.ts'
import { app, asLines, liveCheckout, replayed, replayedOne, statesOf } from './journeys.ts'

/** A recognisable word that must not be found anywhere: a card's number, a name in capitals, a session. */
const secret: Arbitrary<string> = fc.oneof(
  fc.constantFrom('4111111111111111', 'TOM JAY', 'SDK_4111111111111111', 'SECRET', 'tom.jay@example.com'),
  fc.string({ minLength: 12, maxLength: 40 }).map((text) => `secret-${text.replaceAll(/[^a-z]/g, 'z')}`),
)

const leaf = fc.oneof(secret, fc.integer(), fc.constantFrom<unknown>(null, true, 'SUCCESS', 'FAIL', 'SDK_PAYMENT_FAIL'))
const key = fc.oneof(
  secret,
  fc.constantFrom(
    'code',
    'message',
    'result',
    'paymentStatus',
    'paymentResultCode',
    'status',
    'error',
    'value',
    'context',
  ),
  fc.constantFrom('cardPaymentResultInfo', 'cardNo', 'holdName', 'sessionData', '__proto__', 'constructor', 'toString'),
)
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value

const told = fc.oneof(
  anything,
  fc.record({
    code: fc.oneof(secret, fc.constantFrom('SDK_PAYMENT_FAIL', 'SDK_PAYMENT_SUCCESSFUL')),
    message: secret,
    result: anything,
  }),
)
const line = fc.oneof(
  fc.record({
    via: fc.constantFrom('onEventCallback', 'onError', 'onClose', 'onLog'),
    args: fc.array(told, { maxLength: 2 }),
    extra: secret,
  }),
  fc.record({
    via: fc.constant('command'),
    name: fc.constantFrom('mount', 'submit', 'submit'),
    method: secret,
    call: fc.constantFrom(1, 2),
  }),
  fc.record({
    via: fc.constant('promise'),
    name: fc.constantFrom('mount', 'submit', 'inquire', 'unmount'),
    call: fc.constantFrom(1, 2),
    settled: fc.constantFrom('resolved', 'rejected'),
    value: told,
  }),
  fc.record({ via: secret }),
)

/** All words of a text that were planted, or are made of what was. */
const plantedIn = (text: string): readonly string[] =>
  text.match(/secret-z*|4111111111111111|TOM JAY|SECRET|tom\.jay/g) ?? []

/** Everything that is kept of a journey, shown of it, sent of it, and taken along. */
const everythingOf = (journey: Journey): string => {
  const { moments, dropped: _dropped, ...head } = journey
  return [
    JSON.stringify(journey),
    encodeHead(head),
    ...moments.map((moment, index) => encodeMoment(stateBefore(journey, index), moment)),
    JSON.stringify(moments.map((_, index) => [viewAt(journey, index), factsOf(journey, index)])),
    toNdjson(journey).text,
    toVitest(journey).text,
  ].join('\n')
}

describe('what may not be shown', () => {
  it('is not kept of a trace, and not exported, wherever in it it stands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), secret, async (lines, about) => {
        const text = asLines([{ trace: 'a trace', about }, ...lines.map((given, t) => ({ t, ...given }))])
        const { journeys, problems } = await replayed(text)
        expect(plantedIn([...journeys.map(everythingOf), ...problems.map(encodeProblem)].join('\n'))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('is not kept of what anybody sends over the wire', () => {
    const { checkout, told: messages } = liveCheckout()
    checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_FAIL' })
    checkout.close()
    const replaced = fc.tuple(
      fc.nat(messages.length - 1),
      fc.constantFrom('event', 'snapshot', 'name', 'sessionId', 'createdAt', 'definition'),
      told,
    )
    fc.assert(
      fc.property(fc.array(replaced, { maxLength: 10 }), (changes) => {
        const journeys = createJourneys()
        for (const message of messages) journeys.take(app, message)
        for (const [at, name, value] of changes)
          journeys.take(app, { ...(messages[at] as object), createdAt: '9', [name]: value })
        expect(plantedIn(journeys.list().map(everythingOf).join('\n'))).toEqual([])
      }),
    )
  })
})

describe('a trace that means harm', () => {
  it('pollutes no object', async () => {
    const evil =
      '{"t":1,"via":"onError","args":[{"code":"__proto__","__proto__":{"polluted":1},"result":{"__proto__":{"polluted":1},"paymentStatus":"FAIL"}}],"__proto__":{"polluted":1}}'
    const journey = await replayedOne(`{"trace":"__proto__","__proto__":{"polluted":1}}\n${evil}`)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(journey).toMatchObject({
      name: '__proto__',
      moments: [{ code: 'unlisted-code', event: { result: { paymentStatus: 'FAIL' } } }],
    })
    expect(everythingOf(journey)).not.toContain('polluted')
  })

  it('has lines of megabytes, of which nothing is kept', async () => {
    const huge = 'x'.repeat(5_000_000)
    const { journeys } = await replayed(
      asLines([{ trace: huge }, callback(0, huge), callback(1, 'SDK_PAYMENT_FAIL', { paymentResultMessage: huge })]),
    )
    expect(journeys.map(statesOf)).toEqual([['init', 'declined']])
    expect(everythingOf(journeys[0] ?? expect.unreachable()).length).toBeLessThan(20_000)
  })

  it('is nested deeper than anybody can read', async () => {
    const deep = `{"t":1,"via":"onError","args":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    const { problems, journeys } = await replayed(`${deep}\n${JSON.stringify(callback(2, 'SDK_END_OF_LOADING'))}`)
    expect(problems).toEqual([{ line: 1, text: 'nested deeper than 100 levels' }])
    expect(journeys.map(statesOf)).toEqual([['form']])
  })

  it('has times that are none, or run backwards', async () => {
    const at = (t: unknown) => ({ ...callback(0, 'SDK_PAYMENT_WARN'), t })
    const { journeys, problems } = await replayed(asLines([at(9e15), at(5), at(-1), at('1'), at(null), at(1e300)]))
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 5, 6])
    await runExported(toVitest(journeys[0] ?? expect.unreachable()).text)
  })

  it('is called what would be dangerous on a terminal, in a page or in a script', async () => {
    const { name } = await replayedOne(
      JSON.stringify({ trace: `a\u0000b\u001B[31mc\nd\u2028e\u202Ef${'x'.repeat(500)}` }),
    )
    expect(name).toMatch(/^a b \[31mc d e fx+$/)
    expect(name).toHaveLength(80)
  })
})

const names = [
  `'); throw new Error('broken out') //`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what must not be one.
  '${(() => { throw new Error("broken out") })()}`',
  '*/ throw new Error("broken out") /*',
  '"); throw new Error("broken out"); ("',
  '</script><script>alert(1)</script>',
  '\\"; throw new Error("broken out") //',
  '\u2028throw new Error("broken out")',
]

describe('an exported test', () => {
  const folder = (): string => {
    mkdirSync('reports', { recursive: true })
    return mkdtempSync('reports/exported-')
  }
  let made: string | undefined
  afterEach(() => {
    if (made) rmSync(made, { recursive: true })
    made = undefined
  })

  it.each(names)('is not changed by the name %j', async (name) => {
    await runExported(toVitest({ ...(await replayedOne(recorded('happy-card'))), name }).text)
  })

  it('fails where the checkout is another one', async () => {
    const { text } = toVitest(await replayedOne(recorded('happy-card')))
    await expect(runExported(text.replace('"state":"succeeded"', '"state":"declined"'))).rejects.toThrow(/after step/)
    await expect(runExported(text.replace('"safeToPayAgain":false', '"safeToPayAgain":true'))).rejects.toThrow()
  })

  it('runs in vitest as it is', async () => {
    made = folder()
    for (const [at, name] of names.entries()) {
      const journey = await replayedOne(recorded(at % 2 ? 'merchant-double-submit' : 'browser-processing'))
      writeFileSync(join(made, `exported-${at}.test.ts`), toVitest({ ...journey, name }).text)
    }
    const alias = { 'antom-checkout-machine': resolve('src/index.ts') }
    writeFileSync(join(made, 'vitest.config.ts'), `export default ${JSON.stringify({ resolve: { alias } })}`)
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--root', made, '--reporter', 'json'],
      { env: { ...process.env, VITEST: '' } },
    )
    expect(JSON.parse(stdout)).toMatchObject({ numTotalTests: names.length, numPassedTests: names.length })
    expect(
      JSON.parse(stdout)
        .testResults.flatMap(({ assertionResults }: { assertionResults: { title: string }[] }) =>
          assertionResults.map(({ title }) => title),
        )
        .sort(),
    ).toEqual([...names].sort())
  })
})
