import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createMomentDecoder } from '../../src/inspector/journey/moment-lines.ts'
import { command, type Given, recorded, trace } from './command.ts'

let stop = (): void => {}
afterEach(() => stop())

/** Starts the inspector, and reads what it prints until it says where it is. */
const inspect = async (args: readonly string[] = [], given: Given = {}) => {
  const printed: string[] = []
  let isThere = (_origin: string): void => {}
  const there = new Promise<string>((resolve) => {
    isThere = resolve
  })
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      printed.push(String(chunk))
      const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed.join('')) ?? []
      if (origin) isThere(origin)
      done()
    },
  })
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const ended = command(['inspect', ...args], { stdout, untilStopped: () => stopped, ...given })
  const origin = await Promise.race([there, ended.then(({ stderr }) => Promise.reject(new Error(stderr)))])
  return {
    origin,
    text: () => printed.join(''),
    json: async (path: string) => (await fetch(`${origin}${path}`)).json(),
    lines: async (path: string) => (await (await fetch(`${origin}${path}`)).text()).trimEnd().split('\n'),
    async end() {
      stop()
      const { status, stderr } = await ended
      return { status, stderr }
    },
  }
}

describe('the inspector', () => {
  it('says where it is, and how an app connects', async () => {
    const { origin, text, end } = await inspect()
    const socket = origin.replace('http', 'ws')
    for (const part of [
      `The inspector is at ${origin}\n`,
      `connectInspector({ url: '${socket}' })`,
      `createWebSocketInspector({ url: '${socket}' })`,
      `createBrowserInspector({ url: '${origin}' })`,
      // By themselves, the official ones tell everything.
      'inspect: safely(inspect)',
    ]) {
      expect(text()).toContain(part)
    }
    expect(await end()).toEqual({ status: 0, stderr: '' })
  })

  it('runs until it is told to stop, and then lets everybody go', async () => {
    const { origin, end } = await inspect()
    const app = new WebSocket(origin.replace('http', 'ws'))
    await once(app, 'open')
    const closed = once(app, 'close')
    expect(await end()).toEqual({ status: 0, stderr: '' })
    await closed
    await expect(fetch(origin)).rejects.toThrow('fetch failed')
  })

  it('listens on the port that is asked for', async () => {
    const first = await inspect()
    const { port } = new URL(first.origin)
    await first.end()
    const { origin } = await inspect(['--port', port])
    expect(origin).toBe(first.origin)
  })

  it('lets in the origins that are allowed', async () => {
    const { origin, json } = await inspect([
      ...['--allow-origin', 'https://shop.example/', '--allow-origin', 'http://192.168.0.7:3000'],
    ])
    expect(await json('/config')).toEqual({ allowedOrigins: ['https://shop.example', 'http://192.168.0.7:3000'] })
    const enter = async (from: string) => {
      const app = new WebSocket(origin.replace('http', 'ws'), { origin: from })
      return once(app, 'open').then(
        () => 'welcome',
        ({ message }: Error) => message,
      )
    }
    expect(await enter('https://shop.example')).toBe('welcome')
    expect(await enter('https://other.example')).toContain('403')
  })

  it('serves the page of the folder it is given, or says that there is none', async () => {
    const { origin } = await inspect([], { page: 'test/command/no-such-folder' })
    const response = await fetch(origin)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
  })
})

describe('traces', () => {
  it('are those of the files, in order, by the names of their files', async () => {
    const { json, lines } = await inspect([trace('declined'), trace('happy-card')])
    expect(await json('/traces')).toEqual([
      { id: '0', name: 'declined' },
      { id: '1', name: 'happy-card' },
    ])
    const decode = createMomentDecoder()
    const decoded = (await lines('/traces/1')).map(decode)
    expect(decoded[0]).toMatchObject({ kind: 'journey', head: { name: 'happy-card' } })
    expect(decoded.at(-1)).toMatchObject({ moment: { after: { outcome: { status: 'succeeded' } } } })
  })

  it('are replayed with the submit button that is asked for', async () => {
    const { lines } = await inspect(['--submit-button', 'merchant', '-'], {
      stdin: ['{"t":0,"via":"onEventCallback","args":[{"code":"SDK_END_OF_LOADING"}]}\n'],
    })
    const [head = ''] = await lines('/traces/0')
    expect(JSON.parse(head)).toMatchObject({ journey: { submitButton: 'merchant', name: 'stdin' } })
  })

  it('from standard input can be read over and over', async () => {
    const { lines, json } = await inspect(['-', '-'], { stdin: [recorded('happy-card')] })
    expect(await json('/traces')).toHaveLength(2)
    const first = await lines('/traces/0')
    expect(first.length).toBeGreaterThan(5)
    expect(await lines('/traces/0')).toEqual(first)
    expect((await lines('/traces/1')).slice(1)).toEqual(first.slice(1))
  })

  it('shows what comes by a named pipe to each page, though it can be read once only', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'antom-'))
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const { lines, end } = await inspect([pipe])
    const [first] = await Promise.all([lines('/traces/0'), writeFile(pipe, recorded('happy-card'))])
    expect(first.length).toBeGreaterThan(3)
    expect(await lines('/traces/0')).toEqual(first)
    expect(await end()).toEqual({ status: 0, stderr: '' })
    rmSync(folder, { recursive: true })
  })

  it('from standard input are not waited for when it is told to stop', async () => {
    let isRead = (): void => {}
    const reading = new Promise<void>((resolve) => {
      isRead = resolve
    })
    async function* endless() {
      yield '{"trace":"open"}\n'
      isRead()
      await new Promise(() => {})
    }
    const { origin, end } = await inspect(['-'], { stdin: endless() })
    const cutOff = fetch(`${origin}/traces/0`).then((response) => response.text())
    const failure = expect(cutOff).rejects.toThrow()
    await reading
    expect((await end()).status).toBe(0)
    await failure
  })
})

describe('a start that fails', () => {
  const fail = (args: readonly string[], given: Given = {}) => command(['inspect', ...args], given)

  it('as a file cannot be read: names it, and listens to nobody', async () => {
    const { status, stdout, stderr } = await fail([trace('declined'), 'missing.ndjson', 'src'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toBe('error: missing.ndjson: no such file\nerror: src: is a directory\n')
  })

  it('as the port is in use: says so', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { status, stdout, stderr } = await fail(['--port', `${port}`])
    other.close()
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toBe(`error: cannot listen on port ${port}: it is in use\n`)
  })

  it.each(['-1', '65536', '80a', '1e3', '', '0x50'])('as %j is no port', async (port) => {
    const { status, stderr } = await fail([`--port=${port}`])
    expect(status).toBe(2)
    expect(stderr).toContain('A port is a number from 0 (a free one) to 65535.')
  })

  it.each(['*', 'null', 'shop.example', 'https://shop.example/cart', 'ftp://a.example', '\u001b[31m'])(
    'as %j is no origin',
    async (origin) => {
      const { status, stdout, stderr } = await fail(['--allow-origin', 'https://a.example', '--allow-origin', origin])
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain('an origin is like https://shop.example:8443')
      expect(stderr).not.toContain('\u001b')
    },
  )

  it('as an option is unknown: names it', async () => {
    expect(await fail(['--host', '0.0.0.0'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--host') })
  })
})

describe('a browser', () => {
  const asked: string[] = []
  const browse = async (address: string) => asked.push(address)
  afterEach(() => asked.splice(0))

  it('is opened with --open only', async () => {
    await (await inspect([], { browse })).end()
    expect(asked).toEqual([])
    const { origin, end } = await inspect(['--open'], { browse })
    await end()
    expect(asked).toEqual([origin])
  })

  it('that there is not is told of, and nothing ends', async () => {
    let isAsked = (): void => {}
    const asking = new Promise<void>((resolve) => {
      isAsked = resolve
    })
    const { origin, end } = await inspect(['--open'], {
      browse: async () => {
        isAsked()
        throw new Error('spawn xdg-open ENOENT')
      },
    })
    await asking
    expect((await fetch(`${origin}/config`)).status).toBe(200)
    expect(await end()).toEqual({ status: 0, stderr: 'No browser could be opened: spawn xdg-open ENOENT\n' })
  })
})

it('its help names its options, and its statuses', async () => {
  const { status, stdout } = await command(['inspect', '--help'])
  expect(status).toBe(0)
  for (const part of ['--port', '--open', '--allow-origin', '--submit-button', '127.0.0.1', 'Exit status']) {
    expect(stdout).toContain(part)
  }
})
