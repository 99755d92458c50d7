import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { command, type Journey, journeys, recorded, states, trace } from './command.ts'
import { privateDataIn } from './private-data.ts'
import { endings } from './recorded-endings.ts'

const found = new Map<string, Journey>()
const journey = (name: string): Journey => found.get(name) as Journey
const names = readdirSync('test/traces')
  .flatMap((file) => (file.endsWith('.ndjson') ? [file.replace('.ndjson', '')] : []))
  .sort()
/** Recorded by our own browser tests, which write down whose submit button it was. */
const ours = names.filter((name) => name.startsWith('browser-'))
const isMerchants = (name: string): boolean =>
  JSON.parse(recorded(name).split('\n', 1)[0] ?? '').submitButton === 'merchant'

const replay = async (files: readonly string[], ...options: readonly string[]): Promise<void> => {
  const { status, stdout, stderr } = await command(['replay', '--json', ...options, ...files.map(trace)])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  for (const one of journeys(stdout)) found.set(one.trace, one)
}

beforeAll(async () => {
  await replay(names.filter((name) => !isMerchants(name)))
  await replay(names.filter(isMerchants), '--submit-button', 'merchant')
})

describe('the recorded traces', () => {
  it('are all replayed, each under its own name', () => {
    expect([...found.keys()].sort()).toEqual(names)
  })

  it('each that our browser tests have recorded has its ending written down', () => {
    expect(ours).toEqual(Object.keys(endings).sort())
  })

  it.each(Object.keys(endings))('%s: goes where it went in the browser, and ends as it should', (name) => {
    const [passed, outcome] = endings[name] ?? []
    expect(states(journey(name))).toEqual(passed)
    expect(journey(name).outcome).toMatchObject(outcome ?? {})
  })

  it.each(ours)('%s: names nobody’s machine, and no card but the stub’s', (name) => {
    expect(privateDataIn(recorded(name))).toEqual([])
  })

  it.each(names)('%s: every recorded line is a step, at its time, where the one before it ended', (name) => {
    const lines = recorded(name)
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line))
    // A deadline of ours is a step that nobody recorded.
    const { steps: all } = journey(name)
    const steps = all.filter(({ channel }) => channel !== 'timer')
    expect(steps.map(({ t, channel }) => ({ t, channel }))).toEqual(lines.map(({ t, via }) => ({ t, channel: via })))
    expect(all.map(({ from }) => from)).toEqual(['init', ...all.slice(0, -1).map(({ to }) => to)])
  })

  it('happy-card: a paid card ends in succeeded, on the SDK’s word', () => {
    expect(states(journey('happy-card'))).toEqual(['init', 'loading', 'form', 'succeeded'])
    expect(journey('happy-card').outcome).toEqual({
      status: 'succeeded',
      safeToPayAgain: false,
      confirmedBy: 'sdk',
      nextStep: 'show-success',
      code: 'SDK_PAYMENT_SUCCESSFUL',
      paymentResultCode: 'SUCCESS',
      counts: { attempts: 0, duplicates: 0, verificationFailures: 0 },
      anomalies: 0,
    })
  })

  it('card-3ds: passes through the challenge', () => {
    expect(states(journey('card-3ds'))).toEqual(['init', 'loading', 'form', 'challenge', 'succeeded'])
    expect(journey('card-3ds').outcome).toMatchObject({ status: 'succeeded', counts: { attempts: 1 } })
  })

  it('late-error-after-success: stays paid; the error is late, and told twice', () => {
    const { steps, outcome } = journey('late-error-after-success')
    expect(outcome).toMatchObject({ status: 'succeeded', safeToPayAgain: false })
    expect(steps.slice(4)).toMatchObject([
      { channel: 'onError', code: 'SDK_CREATECOMPONENT_ERROR', from: 'succeeded', to: 'succeeded', note: 'late' },
      { channel: 'onEventCallback', code: 'SDK_CREATECOMPONENT_ERROR', to: 'succeeded', note: 'echo' },
      { channel: 'promise', code: 'mount resolved', to: 'succeeded' },
    ])
  })

  it('declined: failed for good, the buyer may pay again with another method', () => {
    const { steps, outcome } = journey('declined')
    expect(states(journey('declined'))).toEqual(['init', 'loading', 'form', 'declined', 'failed'])
    expect(steps.at(-2)).toMatchObject({ paymentStatus: 'FAIL', paymentResultCode: 'ISSUER_REJECTS_TRANSACTION' })
    expect(outcome).toMatchObject({
      status: 'failed',
      safeToPayAgain: true,
      nextStep: 'change-method',
      code: 'SDK_PAYMENT_FAIL',
      paymentResultCode: 'ISSUER_REJECTS_TRANSACTION',
    })
  })

  it('declined-then-in-page-retry: the decline was not the end', () => {
    expect(states(journey('declined-then-in-page-retry'))).toEqual([
      ...['init', 'loading', 'form', 'declined', 'form', 'succeeded'],
    ])
  })

  it('processing: nobody knows, so the buyer must not pay again and the server is to be asked', () => {
    expect(states(journey('processing'))).toEqual(['init', 'loading', 'form', 'confirming', 'unresolved'])
    expect(journey('processing').outcome).toMatchObject({
      status: 'unresolved',
      safeToPayAgain: false,
      nextStep: 'ask-server',
    })
  })

  it('merchant-submit: the page’s own button leads through submitting', () => {
    expect(states(journey('merchant-submit'))).toEqual(['init', 'loading', 'form', 'submitting', 'succeeded'])
    expect(journey('merchant-submit').outcome).toMatchObject({ status: 'succeeded', counts: { attempts: 1 } })
  })

  it('merchant-double-submit: one attempt; the second submit is refused, and its promise changes nothing', () => {
    const { steps, outcome } = journey('merchant-double-submit')
    expect(steps.filter(({ code }) => code === 'submit')).toMatchObject([
      { from: 'form', to: 'submitting' },
      { from: 'submitting', to: 'submitting', note: 'refused: duplicate' },
    ])
    expect(steps.find(({ code }) => code === 'REPEAT_REQ_REJECT')).toMatchObject({
      channel: 'promise',
      from: 'submitting',
      to: 'submitting',
      note: 'not-called',
    })
    expect(outcome).toMatchObject({ status: 'succeeded', counts: { attempts: 1, duplicates: 2 } })
  })

  it('missing-session: an error in the integration, told twice and counted once', () => {
    const { steps, outcome } = journey('missing-session')
    expect(steps.slice(1)).toMatchObject([
      { channel: 'onError', from: 'loading', to: 'broken' },
      { channel: 'promise', from: 'broken', to: 'broken', note: 'echo' },
    ])
    expect(outcome).toMatchObject({ status: 'errored', safeToPayAgain: true, nextStep: 'fix-integration' })
  })

  it('form-invalid-then-duplicate-then-success: one failed form check, one submission', () => {
    expect(journey('form-invalid-then-duplicate-then-success').outcome).toMatchObject({
      status: 'succeeded',
      counts: { attempts: 1, duplicates: 0, verificationFailures: 1 },
    })
  })
})
