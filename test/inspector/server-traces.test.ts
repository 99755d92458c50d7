import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { createServer, request } from 'node:http'
import { Duplex } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { createMomentDecoder } from '../../src/inspector/journey/moment-lines.ts'
import { sendTrace } from '../../src/inspector/server/send-trace.ts'
import type { TraceSource } from '../../src/inspector/server/types.ts'
import { source, startServer, stopServers } from './server-rig.ts'

afterEach(stopServers)

const callback = (t: number, code: string, rest: object = {}) => ({
  t,
  via: 'onEventCallback',
  args: [{ code, ...rest }],
})

const momentsOf = (body: string) => {
  const decode = createMomentDecoder()
  return body
    .trimEnd()
    .split('\n')
    .map((line) => decode(line))
}

describe('the traces that were given', () => {
  it('are listed by their names, in order', async () => {
    const { get } = await startServer({ traces: [source('first'), source('second')] })
    const { body, headers } = await get('/traces')
    expect(JSON.parse(body)).toEqual([
      { id: '0', name: 'first' },
      { id: '1', name: 'second' },
    ])
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
  })

  it('are read as moments, as often as a page asks', async () => {
    const trace: TraceSource = { trace: 'happy-card', open: () => createReadStream('test/traces/happy-card.ndjson') }
    const { get } = await startServer({ traces: [source('other'), trace] })
    const { body, headers } = await get('/traces/1')
    expect(headers).toMatchObject({
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    const decoded = momentsOf(body)
    expect(decoded[0]).toMatchObject({ kind: 'journey', head: { name: 'happy-card', source: 'trace' } })
    expect(decoded.at(-1)).toMatchObject({ kind: 'moment', moment: { after: { outcome: { status: 'succeeded' } } } })
    expect((await get('/traces/1')).body).toBe(body)
  })

  it('are replayed with the submit button that was asked for', async () => {
    const { get } = await startServer({
      traces: [source('a', callback(0, 'SDK_END_OF_LOADING'))],
      submitButton: 'merchant',
    })
    expect(momentsOf((await get('/traces/0')).body)[0]).toMatchObject({ head: { submitButton: 'merchant' } })
  })

  it('tell of a line that cannot be read, without quoting it', async () => {
    const { get } = await startServer({ traces: [source('a', callback(0, 'SDK_END_OF_LOADING'), 'secret?')] })
    const { body } = await get('/traces/0')
    expect(momentsOf(body)).toContainEqual({ kind: 'problem', problem: { line: 2, text: 'not JSON' } })
    expect(body).not.toContain('secret')
  })

  it('have nothing in them of a payload but codes and statuses', async () => {
    const paid = callback(2, 'SDK_PAYMENT_SUCCESSFUL', {
      message: 'planted-message',
      result: {
        paymentStatus: 'SUCCESS',
        paymentResultMessage: 'planted-result-message',
        cardPaymentResultInfo: { cardNo: '411111******1111', holdName: 'planted-name', 'planted-key': 1 },
      },
    })
    const lines = [
      callback(0, 'SDK_END_OF_LOADING', { 'planted-field': 'planted' }),
      { ...callback(1, 'planted-code'), 'planted-line': 'planted' },
      paid,
      { t: 3, via: 'onLog', args: ['planted-log'] },
      { t: 4, via: 'promise', name: 'inquire', settled: 'rejected', value: { message: 'planted-error' } },
    ]
    const { get } = await startServer({ traces: [source('a', ...lines)] })
    const { body } = await get('/traces/0')
    expect(momentsOf(body).length).toBeGreaterThan(3)
    expect(body).toContain('SUCCESS')
    expect(body).not.toMatch(/planted|4111/)
  })

  it.each(['/traces/2', '/traces/-1', '/traces/', '/traces/00000001', '/traces/1e0', '/traces/constructor'])(
    'are not at %s',
    async (path) => {
      const { get } = await startServer({ traces: [source('first')] })
      expect((await get(path)).statusCode).toBe(404)
    },
  )
})

/** A trace without an end, which says how much of it was read. */
const endless = () => {
  let lines = 0
  let stop = (): void => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const trace: TraceSource = {
    trace: 'endless',
    async *open() {
      try {
        yield Buffer.from(`${JSON.stringify({ t: 0, via: 'command', name: 'submit', call: 1 })}\n`)
        for (;;) {
          const code = lines % 2 === 0 ? 'SDK_PAYMENT_FAIL' : 'SDK_PAYMENT_RETRY'
          yield Buffer.from(`${JSON.stringify(callback(lines, code))}\n`)
          lines += 1
        }
      } finally {
        stop()
      }
    },
  }
  return { trace, stopped, lines: () => lines }
}

describe('a long trace', () => {
  it('is read no further when the page has gone', async () => {
    const { trace, stopped } = endless()
    const { origin, get } = await startServer({ traces: [trace] })
    const asked = request(`${origin}/traces/0`, { agent: false }).on('error', () => {})
    asked.end()
    const [response] = await once(asked, 'response')
    await once(response, 'data')
    asked.destroy()
    await stopped
    expect((await get('/config')).statusCode).toBe(200)
  })

  it('waits for a page that reads slowly', async () => {
    const { trace, stopped, lines } = endless()
    // A connection that takes nothing before it is told to.
    const waiting: (() => void)[] = []
    const connection = new Duplex({ read: () => {}, write: (_chunk, _encoding, done) => void waiting.push(done) })
    const server = createServer((_request, response) => void sendTrace('0', trace, undefined, response))
    server.emit('connection', connection)
    connection.push('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    const standsStill = async (): Promise<number> => {
      const before = lines()
      for (let turn = 0; turn < 100; turn += 1) await setImmediate()
      return lines() === before ? before : standsStill()
    }
    const before = await standsStill()
    expect(before).toBeGreaterThan(0)
    // And goes on when what it wrote was taken.
    while (lines() === before) {
      waiting.shift()?.()
      await setImmediate()
    }
    connection.destroy()
    await stopped
  })

  it('is cut off, and not ended, where its file breaks', async () => {
    const broken: TraceSource = {
      trace: 'broken',
      async *open() {
        yield Buffer.from(`{"trace":"a","submitButton":"sdk"}\n${JSON.stringify(callback(0, 'SDK_REDIRECT'))}\n`)
        for (let t = 0; t < 2_000; t += 1) yield Buffer.from(`${JSON.stringify(callback(t, 'SDK_REDIRECT'))}\n`)
        throw new Error('planted path')
      },
    }
    const missing = { trace: 'missing', open: () => createReadStream('test/traces/no-such.ndjson') }
    const { get } = await startServer({ traces: [broken, missing] })
    await expect(get('/traces/0')).rejects.toThrow('aborted')
    expect(await get('/traces/1')).toMatchObject({ statusCode: 500, body: '' })
  })
})
