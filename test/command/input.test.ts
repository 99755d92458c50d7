import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LONGEST_LINE } from '../../src/replay/read-lines.ts'
import { callback, command, journeys, recorded, trace } from './command.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antom-checkout-'))
})
afterAll(() => rm(folder, { recursive: true }))

const file = async (name: string, ...lines: readonly (object | string)[]): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return path
}
const ready = callback(10, 'SDK_END_OF_LOADING')

describe('standard input', () => {
  it('is read where no file is given, and where a file is called “-”', async () => {
    const stdin = [recorded('declined')]
    const plain = await command(['replay', '--json'], { stdin })
    const dash = await command(['replay', '--json', '-'], { stdin })
    expect(plain).toEqual(dash)
    expect(journeys(plain.stdout)).toMatchObject([{ trace: 'declined', outcome: { status: 'failed' } }])
  })

  it('may come in any pieces, even within a character', async () => {
    const text = Buffer.from('{"trace":"支付"}\r\n\r\n{"t":0,"via":"onEventCallback","args":["SDK_END_OF_LOADING"]}')
    const stdin = [...text].map((byte) => Uint8Array.of(byte))
    const { status, stdout } = await command(['replay', '--json'], { stdin })
    expect(status).toBe(0)
    expect(journeys(stdout)).toMatchObject([{ trace: '支付', steps: [{ to: 'form' }] }])
  })

  it('may begin with a byte order mark', async () => {
    expect(await command(['replay'], { stdin: ['\uFEFF{"trace":"a"}\n'] })).toMatchObject({ status: 0, stderr: '' })
  })

  it('that is empty holds no trace', async () => {
    expect(await command(['replay'])).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it('that is a terminal is announced, so that nobody waits in vain', async () => {
    const { stderr } = await command(['replay'], { terminals: ['stdin'] })
    expect(stderr).toContain('from the terminal')
  })

  it.each([
    ['EISDIR', 'is a directory'],
    ['EIO', 'it broke'],
    [undefined, 'it broke'],
  ])('that breaks (%s) ends the trace, and the status is 2', async (code, reason) => {
    const breaks = async function* (): AsyncGenerator<string> {
      yield `${JSON.stringify(ready)}\n`
      throw Object.assign(new Error('it broke'), { code })
    }
    const { status, stdout, stderr } = await command(['replay', '--json'], { stdin: breaks() })
    expect({ status, stderr }).toEqual({ status: 2, stderr: `stdin: ${reason}\n` })
    expect(journeys(stdout)).toMatchObject([{ steps: [{ to: 'form' }], outcome: { status: 'unresolved' } }])
  })
})

describe('a device', () => {
  it('is read like a file', async () => {
    expect(await command(['replay', devNull])).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})

describe('traces', () => {
  it('begin at every header, in one file or in many', async () => {
    const both = await file('both.ndjson', recorded('declined').trimEnd(), recorded('happy-card').trimEnd())
    const { stdout } = await command(['replay', '--json', both, trace('processing')])
    expect(journeys(stdout).map(({ trace, outcome }) => [trace, outcome['status']])).toEqual([
      ['declined', 'failed'],
      ['happy-card', 'succeeded'],
      ['processing', 'unresolved'],
    ])
  })

  it('without a header have the name of their file, and end with it', async () => {
    const first = await file('first.ndjson', ready)
    const second = await file('second.log', ready)
    const { stdout } = await command(['replay', '--json', first, second])
    expect(journeys(stdout)).toMatchObject([
      { trace: 'first', steps: [{ from: 'init' }] },
      { trace: 'second', steps: [{ from: 'init' }] },
    ])
  })

  it('without a header are called stdin where they come from there', async () => {
    const { stdout } = await command(['replay', '--json'], { stdin: [JSON.stringify(ready)] })
    expect(journeys(stdout)).toMatchObject([{ trace: 'stdin' }])
  })

  it('of nothing but a header were cancelled', async () => {
    const { stdout } = await command(['replay', '--json'], { stdin: ['{"trace":"empty"}'] })
    expect(journeys(stdout)).toMatchObject([{ trace: 'empty', steps: [], outcome: { status: 'cancelled' } }])
  })
})

describe('a line that cannot be read', () => {
  const t = 0
  it.each<[string, string | object, string]>([
    ['is not JSON', '{"t":1,', 'not JSON'],
    ['is not an object', '[1]', 'not a JSON object'],
    ['is null', 'null', 'not a JSON object'],
    ['does not say by what it came', { t }, 'via is missing'],
    ['came by something unknown', { t, via: 'smoke' }, 'via: expected "onEventCallback" or "onError" or '],
    ['has no time', { via: 'onClose' }, 't is missing'],
    ['has a time before the beginning', { t: -1, via: 'onClose' }, 't: expected >=0'],
    ['has a time that never comes', '{"t":1e999,"via":"onClose"}', 't: expected <=9007199254740991'],
    ['has arguments that are no list', { t, via: 'onError', args: {} }, 'args: expected Array'],
    [
      'names a command that there is not',
      { t, via: 'command', name: 'pay', call: 1 },
      'name: expected "mount" or "submit" or "unmount"',
    ],
    ['does not say which call it was', { t, via: 'command', name: 'mount' }, 'call is missing'],
    ['is a promise that never settled', { t, via: 'promise', name: 'mount', call: 1 }, 'settled is missing'],
    ['has a header with a name that is none', { trace: 7 }, 'trace: expected string'],
  ])('as it %s: is told with file and number, and skipped', async (_, line, reason) => {
    const path = await file('bad.ndjson', { trace: 'a' }, callback(0, 'SDK_START_OF_LOADING'), line, ready)
    const { status, stdout, stderr } = await command(['replay', '--json', path])
    expect(status).toBe(1)
    expect(stderr).toContain(`${path}:3: ${reason}`)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(journeys(stdout)).toMatchObject([{ trace: 'a', steps: [{ to: 'loading' }, { to: 'form' }] }])
  })

  it('is counted from the beginning of its own file', async () => {
    const bad = await file('bad.ndjson', '', '?')
    const { stderr } = await command(['replay', trace('declined'), bad, '-'], { stdin: ['?'] })
    expect(stderr).toBe(`${bad}:2: not JSON\nstdin:1: not JSON\n`)
  })

  it('as it is far too long: is told, and the next one is read', async () => {
    const long = `"${'x'.repeat(LONGEST_LINE)}`
    const { status, stdout, stderr } = await command(['replay', '--json'], {
      stdin: [long.slice(0, 1000), long.slice(1000), `\n${JSON.stringify(ready)}\n`, long],
    })
    expect(status).toBe(1)
    expect(stderr).toBe([1, 3].map((number) => `stdin:${number}: longer than ${LONGEST_LINE} characters\n`).join(''))
    expect(journeys(stdout)).toMatchObject([{ steps: [{ to: 'form' }] }])
  })
})

describe('a large input', () => {
  it('is replayed to its end, whether its lines have to wait or not', async () => {
    const lines = Array.from({ length: 3000 }, (_, t) => callback(t, t % 2 ? 'SDK_PAYMENT_RETRY' : 'SDK_PAYMENT_FAIL'))
    const path = await file('large.ndjson', ...lines)
    const waited = await command(['replay', '--json', path])
    const streamed = await command(['replay', '--json', '--submit-button', 'sdk', path])
    expect(journeys(waited.stdout)[0]?.steps).toHaveLength(lines.length)
    expect(streamed).toEqual(waited)
  })
})
