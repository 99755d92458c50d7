import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { eventCodes } from '../../src/catalogue/event-codes.ts'
import { LARGE_INPUT } from '../../src/command/replay-command.ts'
import { callback, command, journeys, recorded, trace } from './command.ts'

const ESC = '\u001B'
const all = ['happy-card', 'merchant-double-submit', 'late-error-after-success', 'missing-session', 'declined']
const rowsOf = (stdout: string): readonly string[] => stdout.split('\n').filter((row) => /^ +\d+\.\d{3} {2}/.test(row))

describe('the journey', () => {
  it('tells time, channel, code, the state before and after, and what it means', async () => {
    const { status, stdout, stderr } = await command(['replay', trace('declined')])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [title, ...rows] = stdout.split('\n')
    expect(title).toBe('declined')
    expect(rows[3]?.split(/ {2,}/)).toEqual([
      '',
      '2.376',
      'onEventCallback',
      'SDK_END_OF_LOADING',
      'loading → form',
      eventCodes.SDK_END_OF_LOADING.meaning.en,
    ])
  })

  it('has its columns one under the other', async () => {
    const { stdout } = await command(['replay', ...all.map(trace)])
    const starts = rowsOf(stdout).map((row) => [row.indexOf(row.trim().split(/ +/)[1] ?? ''), row.indexOf(' → ')])
    expect(new Set(starts.map(([channel]) => channel)).size).toBe(1)
    const codes = rowsOf(stdout).map((row) => row.slice(28).search(/\S/))
    expect(new Set(codes)).toEqual(new Set([0]))
  })

  it('says why a payment failed', async () => {
    const { stdout } = await command(['replay', trace('declined')])
    expect(stdout).toContain('(FAIL, ISSUER_REJECTS_TRANSACTION: The issuer refused the payment.)')
  })

  it('marks what is odd', async () => {
    const { stdout } = await command(['replay', ...all.map(trace)])
    for (const mark of ['[refused: a payment is in flight]', '[its call was refused]', '[late]', '[told before]']) {
      expect(stdout).toContain(mark)
    }
  })

  it('knows no meaning of a code that nobody knows', async () => {
    const stdin = [JSON.stringify(callback(0, 'SDK_OF_TOMORROW', { paymentResultCode: 'NEWS' }))]
    const { stdout } = await command(['replay'], { stdin })
    expect(stdout).toMatch(/SDK_OF_TOMORROW .*\[unknown code\] {2}The catalogue does not know this code\. \(NEWS\)/)
  })

  it('of several traces has a blank line between them', async () => {
    const { stdout } = await command(['replay', trace('declined'), trace('processing')])
    expect(stdout).toMatch(/^declined\n(.+\n)+\nprocessing\n(.+\n)+$/)
  })
})

describe('the outcome', () => {
  it('says how it ended, and whether it is safe to pay again', async () => {
    const { stdout } = await command(['replay', trace('declined')])
    expect(stdout.trimEnd().split('\n').slice(-3)).toEqual([
      '  outcome: failed',
      '  safe to pay again: yes · next step: change-method · confirmed by: sdk · code: SDK_PAYMENT_FAIL · payment result: ISSUER_REJECTS_TRANSACTION',
      '  attempts: 0 · duplicates: 0 · failed form checks: 0 · anomalies: 0',
    ])
  })

  it('says that the end of the recording closed the checkout, where the page did not', async () => {
    const { stdout } = await command(['replay', trace('missing-session')])
    expect(stdout).toContain('outcome: errored (closed by the end of the recording, in state broken)')
    expect(stdout).toContain('confirmed by: nobody')
  })

  it('of an unfinished payment says that it is not safe to pay again', async () => {
    const { stdout } = await command(['replay', trace('processing')])
    expect(stdout).toContain('outcome: unresolved\n  safe to pay again: no · next step: ask-server')
  })

  it('of nothing at all has no code', async () => {
    const { stdout } = await command(['replay'], { stdin: ['{"trace":"nothing"}'] })
    expect(stdout).toContain('next step: none · confirmed by: nobody\n')
  })
})

describe('--lang zh', () => {
  it('tells the journey and the outcome in Chinese', async () => {
    const { stdout } = await command(['replay', '--lang', 'zh', ...all.map(trace)])
    expect(stdout).toContain(eventCodes.SDK_END_OF_LOADING.meaning.zh)
    expect(stdout).toContain('页面挂载组件。')
    expect(stdout).toContain('[已拒绝：支付正在进行]')
    expect(stdout).toContain('结局：errored')
    expect(stdout).toContain('可以再次支付：否')
    expect(stdout).not.toContain(eventCodes.SDK_END_OF_LOADING.meaning.en)
  })

  it('leaves --json as it is', async () => {
    const zh = await command(['replay', '--json', '--lang', 'zh', trace('declined')])
    expect(zh).toEqual(await command(['replay', '--json', trace('declined')]))
  })
})

describe('--json', () => {
  it('prints one object a trace, each on a line of its own', async () => {
    const { stdout } = await command(['replay', '--json', trace('missing-session'), trace('declined')])
    expect(stdout.match(/\n/g)).toHaveLength(2)
    const [first] = journeys(stdout)
    expect(first).toEqual({
      trace: 'missing-session',
      steps: [
        {
          t: 957,
          channel: 'command',
          code: 'mount',
          from: 'init',
          to: 'loading',
          submission: 'none',
          nextStep: 'wait',
        },
        {
          ...{ t: 960, channel: 'onError', code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR', from: 'loading', to: 'broken' },
          ...{ submission: 'none', nextStep: 'fix-integration' },
        },
        {
          ...{ t: 960, channel: 'promise', code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR', from: 'broken', to: 'broken' },
          ...{ submission: 'none', nextStep: 'fix-integration', note: 'echo' },
        },
      ],
      outcome: {
        ...{ status: 'errored', safeToPayAgain: true, confirmedBy: null, nextStep: 'fix-integration' },
        ...{ code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR', paymentResultCode: null, anomalies: 0 },
        counts: { attempts: 0, duplicates: 0, verificationFailures: 0 },
      },
    })
  })
})

describe('colour', () => {
  const coloured = async (...given: Parameters<typeof command>) => (await command(...given)).stdout.includes(ESC)
  const args = ['replay', ...all.map(trace)]

  it('is there on a terminal only', async () => {
    expect(await coloured(args, { terminals: ['stdout'] })).toBe(true)
    expect(await coloured(args, { terminals: ['stderr'] })).toBe(false)
    expect(await coloured(args, { env: { FORCE_COLOR: '1' } })).toBe(false)
  })

  it('is not there where the user or the terminal does not want it', async () => {
    expect(await coloured(args, { terminals: ['stdout'], env: { NO_COLOR: '1' } })).toBe(false)
    expect(await coloured(args, { terminals: ['stdout'], env: { TERM: 'dumb' } })).toBe(false)
  })

  it('is never in JSON', async () => {
    expect(await coloured(['replay', '--json', trace('declined')], { terminals: ['stdout'] })).toBe(false)
  })

  it('moves no column', async () => {
    const { stdout } = await command(args, { terminals: ['stdout'] })
    expect(stdout.replaceAll(new RegExp(`${ESC}\\[\\d+m`, 'g'), '')).toBe((await command(args)).stdout)
  })
})

describe('what is not to be trusted', () => {
  it.each([
    ['an escape sequence', `${ESC}[2J`],
    ['the same by one C1 control', '\u009B2J'],
    ['a mark of direction', '\u202Etxt'],
    ['half a character', '\uDC00'],
    ['an end of the line', '\r\nfaked  row'],
  ])('moves no terminal: %s', async (_, code) => {
    const lines = [{ trace: code }, callback(0, code, { paymentStatus: code, paymentResultCode: code })]
    const stdin = [lines.map((line) => JSON.stringify(line)).join('\n')]
    const unsafe = /[\p{Cc}\p{Cf}\p{Cs}]/u
    const text = await command(['replay'], { stdin })
    expect(text.stdout.replaceAll('\n', '')).not.toMatch(unsafe)
    expect(rowsOf(text.stdout)).toHaveLength(1)
    const json = await command(['replay', '--json'], { stdin })
    expect(json.stdout.trimEnd()).not.toMatch(unsafe)
    expect(journeys(json.stdout)).toMatchObject([{ trace: code, steps: [{ code }] }])
  })

  it('is written out, so that it can be seen', async () => {
    const { stdout } = await command(['replay'], { stdin: [JSON.stringify(callback(0, `${ESC}[2J`))] })
    expect(stdout).toContain(' \\u{1b}[2J ')
  })

  it('is not trusted as the name of a file either', async () => {
    const { stderr } = await command(['replay', `${ESC}[2J.ndjson`])
    expect(stderr).toBe('error: \\u{1b}[2J.ndjson: no such file\n')
  })
})

describe('card data', () => {
  const secrets = [
    ...['************8888', '409280', '8888', 'Tom Jay', 'BANCO ITAUCARD', 'VISA', 'DEBIT'],
    ...['4111111111111111', 'SECRET'],
  ]
  const planted = [
    { trace: 'planted', about: 'SECRET', session: 'SECRET' },
    { t: 0, via: 'command', name: 'mount', method: 'SECRET', call: 1, sessionData: 'SECRET' },
    callback(1, 'SDK_PAYMENT_FAIL', {
      paymentStatus: 'FAIL',
      paymentResultMessage: 'SECRET',
      cardPaymentResultInfo: { cardNo: '4111111111111111', holdName: 'SECRET' },
      SECRET: 'SECRET',
    }),
    { t: 2, via: 'onEventCallback', args: [{ code: 42, message: 'SECRET' }, 'SECRET'] },
    { t: 3, via: 'onLog', args: ['SECRET'] },
    { t: 4, via: 'promise', name: 'mount', call: 1, settled: 'rejected', value: { message: 'SECRET' } },
    { t: 5, via: 'promise', name: 'submit', call: 1, settled: 'resolved', value: 'SECRET' },
  ].map((line) => JSON.stringify(line))
  const broken = [
    '4111111111111111 SECRET',
    '{"t":"4111111111111111","via":"onError"}',
    '{"t":1,"via":"SECRET"}',
    '{"t":1,"via":"command","name":"SECRET","call":1}',
    '{"trace":["SECRET"]}',
  ]

  it.each([[['replay']], [['replay', '--lang', 'zh']], [['replay', '--json']]])(
    'is not printed by %j',
    async (args) => {
      const stdin = [[...planted, ...broken, ...all.map((name) => recorded(name).trimEnd())].join('\n')]
      const { status, stdout, stderr } = await command(args, { stdin })
      expect(status).toBe(1)
      expect(stdout).toContain('ISSUER_REJECTS_TRANSACTION')
      for (const secret of secrets) expect(stdout + stderr).not.toContain(secret)
    },
  )

  it('is not in JSON, as it has no field but these', async () => {
    const { stdout } = await command(['replay', '--json', ...all.map(trace)], {})
    const fields = new Set<string>()
    JSON.parse(`[${stdout.trimEnd().replaceAll('\n', ',')}]`, (key, value) => {
      if (!/^\d*$/.test(key)) fields.add(key)
      return value
    })
    expect([...fields].sort()).toEqual(
      [
        ...['trace', 'steps', 'outcome'],
        ...['t', 'channel', 'code', 'from', 'to', 'submission', 'nextStep', 'note'],
        ...['paymentStatus', 'paymentResultCode'],
        ...['status', 'safeToPayAgain', 'confirmedBy', 'anomalies'],
        ...['counts', 'attempts', 'duplicates', 'verificationFailures'],
      ].sort(),
    )
  })
})

describe('a reader', () => {
  const failing = (code: string) =>
    new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error(code), { code }))
      },
    })

  it('who has seen enough (| head) ends it quietly', async () => {
    const { status, stderr } = await command(['replay', ...all.map(trace)], { stdout: failing('EPIPE') })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('who goes in the middle of a long trace ends the reading of it', async () => {
    let read = 0
    const endless = async function* (): AsyncGenerator<string> {
      for (;;) {
        yield `${JSON.stringify(callback(read, 'SDK_PAYMENT_WARN'))}\n`
        read += 1
      }
    }
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        done(read > 100 ? Object.assign(new Error(), { code: 'EPIPE' }) : null)
      },
    })
    const { status } = await command(['replay', '--submit-button', 'sdk'], { stdin: endless(), stdout })
    expect(status).toBe(0)
  })

  it('who is gone without a word is noticed too', async () => {
    const stdout = new Writable({ highWaterMark: 1, write: () => {} })
    setTimeout(() => stdout.destroy(), 10)
    expect(await command(['replay', trace('declined')], { stdout })).toMatchObject({ status: 0, stderr: '' })
  })

  it('who is slow is waited for', async () => {
    const pieces: string[] = []
    const stdout = new Writable({
      highWaterMark: 1,
      write(chunk, _encoding, done) {
        pieces.push(String(chunk))
        setTimeout(done, 1)
      },
    })
    await command(['replay', trace('declined')], { stdout })
    expect(pieces.join('')).toBe((await command(['replay', trace('declined')])).stdout)
  })

  it('that is broken in a way that nobody foresaw is not hidden', async () => {
    const write = (): never => {
      throw new Error('a bug')
    }
    const stdout = Object.assign(new Writable(), { write })
    await expect(command(['replay', '--submit-button', 'sdk', trace('declined')], { stdout })).rejects.toThrow('a bug')
  })

  it('that is a full disk is an error', async () => {
    const { status, stderr } = await command(['replay', trace('declined')], { stdout: failing('ENOSPC') })
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'error: cannot write: ENOSPC\n' })
  })
})

describe('the progress bar', () => {
  const withLarge = async (size: number, given: Parameters<typeof command>[1]) => {
    const folder = await mkdtemp(join(tmpdir(), 'antom-checkout-'))
    try {
      const path = join(folder, 'large.ndjson')
      const log = JSON.stringify({ t: 0, via: 'onLog', args: ['x'.repeat(100_000)] })
      writeFileSync(path, `${JSON.stringify({ trace: 'large' })}\n${`${log}\n`.repeat(size / log.length + 1)}?\n`)
      return { path, ...(await command(['replay', path], given)) }
    } finally {
      await rm(folder, { recursive: true })
    }
  }

  it('is shown while a large input is replayed into a file, and makes room for what is told', async () => {
    const { path, status, stderr } = await withLarge(LARGE_INPUT, { terminals: ['stderr'] })
    expect(status).toBe(1)
    expect(stderr).toContain('%')
    expect(stderr).toMatch(new RegExp(`\r${ESC}\\[K.*${path}:\\d+: not JSON\n`))
  })

  it.each([
    ['a small input', LARGE_INPUT / 10, ['stderr'] as const],
    ['an input whose journey goes by on the terminal', LARGE_INPUT, ['stdout', 'stderr'] as const],
    ['no terminal', LARGE_INPUT, [] as const],
  ])('is not shown for %s', async (_, size, terminals) => {
    const { path, stderr } = await withLarge(size, { terminals })
    expect(stderr).toMatch(new RegExp(`^${path}:\\d+: not JSON\n$`))
  })
})
