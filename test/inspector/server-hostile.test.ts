import { afterEach, describe, expect, it } from 'vitest'
import type { Limits } from '../../src/inspector/server/types.ts'
import { sendRaw, startServer, stopServers } from './server-rig.ts'
import { appsIn, connectionIn, eventsOf, lifeOf } from './told.ts'

afterEach(stopServers)

const card = {
  cardNo: '411111******1111',
  holdName: 'PLANTED NAME',
  cardBin: '411111',
  avsResultRaw: 'planted-avs',
}
const success = {
  code: 'SDK_PAYMENT_SUCCESSFUL',
  message: 'planted-message',
  plantedKey: 'planted-value',
  result: { paymentStatus: 'SUCCESS', paymentResultMessage: 'planted-result', cardPaymentResultInfo: card },
}
const life = lifeOf('x:0', ({ callbacks }) => {
  callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
  callbacks.onEventCallback(success)
})

const start = async (limits: Partial<Limits> = {}) => {
  const server = await startServer({ limits })
  const page = await server.page()
  const app = await server.app()
  const { connection } = await page.until(connectionIn(({ isOpen }) => isOpen))
  /** What the page was told, by the time a last event is there. */
  const toldByNow = async () => {
    app.say({ type: '@xstate.event', sessionId: 'x:999', event: { type: 'SDK_REDIRECT' } })
    const found = await page.until((received) => {
      const events = eventsOf(received, connection)
      return events.at(-1)?.sessionId === 'x:999' && events
    })
    return found.slice(0, -1)
  }
  return { server, page, app, connection, toldByNow }
}

describe('nothing passes of what an app tells but what may be shown', () => {
  it('of a payload, of a context, of a key', async () => {
    const { server, page, app, connection, toldByNow } = await start()
    for (const message of life) app.say({ ...message, plantedKey: 'planted', name: 'checkout' })
    app.say({ type: '@xstate.actor', sessionId: 'x:7', name: 'planted-name', definition: '"planted"', snapshot: {} })
    app.say({ type: '@xstate.event', sessionId: 'planted-session', event: { type: 'planted-type', planted: 1 } })
    app.say({ type: 'planted', sessionId: 'x:0' })
    app.say({ type: 'antom.control', sessionId: 'planted', isAllowed: true, planted: 'planted' })
    expect((await toldByNow()).length).toBeGreaterThanOrEqual(life.length)
    const late = await server.page()
    await late.until((received) => eventsOf(received, connection).at(-1)?.sessionId === 'x:999')
    for (const { received } of [page, late]) {
      expect(JSON.stringify(received)).toContain('SUCCESS')
      expect(JSON.stringify(received)).not.toMatch(/planted|4111/i)
    }
  })
})

describe('what is no message', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const deepEvent = `{"type":"@xstate.event","sessionId":"x:0","event":{"type":${deep}}}`
  it.each<[string, string | Buffer]>([
    ['not JSON', '{"type":'],
    ['empty', ''],
    ['nothing', 'null'],
    ['a number', '1e999'],
    ['a list', '[{"type":"@xstate.event"}]'],
    ['binary', Buffer.from(JSON.stringify(life[0]))],
    ['deeply nested', deep],
    ['of a type that every object has', '{"type":"constructor","sessionId":"x:0"}'],
    ['with a prototype of its own', '{"__proto__":{"type":"@xstate.event","sessionId":"x:0","event":{}}}'],
    ['a hello without a name', '{"type":"antom.hello"}'],
    ['a control without a session', '{"type":"antom.control","isAllowed":true}'],
    ['a control of a session that is none', '{"type":"antom.control","isAllowed":true,"sessionId":"x:-1"}'],
  ])('is left out: %s', async (_what, message) => {
    const { page, app, toldByNow } = await start()
    const other = await page.socket
    app.socket.send(message)
    other.send(message)
    expect(await toldByNow()).toEqual([])
    expect(appsIn(page.received)).toMatchObject([{ isOpen: true, controlled: [] }])
  })

  it('is stripped where there is anything to it: nesting, prototypes, numbers that are none', async () => {
    const { app, toldByNow } = await start()
    app.say(deepEvent)
    app.say('{"type":"@xstate.event","sessionId":"x:0","event":{"type":"SDK_REDIRECT","__proto__":{"ticket":1}}}')
    app.say('{"type":"@xstate.event","sessionId":"x:0","event":{"type":"SDK_REDIRECT","ticket":1e999}}')
    const events = await toldByNow()
    expect(events).toMatchObject([
      { event: { type: 'unlisted-code' } },
      { event: { type: 'SDK_REDIRECT' } },
      { event: { type: 'SDK_REDIRECT' } },
    ])
    expect(JSON.stringify(events)).not.toContain('ticket')
  })

  it('as it is too long, ends the connection of who sent it, and of nobody else', async () => {
    const { server, page, connection } = await start()
    const hostile = await server.app()
    hostile.say(`"${'x'.repeat(10 * 2 ** 20)}"`)
    expect(await hostile.closed).toBe(1009)
    page.say(`"${'x'.repeat(10 * 2 ** 20)}"`)
    expect(await page.closed).toBe(1009)
    const again = await server.page()
    expect(await again.until(connectionIn((one) => one.connection === connection))).toMatchObject({ isOpen: true })
  })

  it('as it breaks the protocol, ends the connection of who sent it', async () => {
    const { app, page } = await start()
    // A frame with reserved bits; text that is no UTF-8.
    const raw = app.socket as unknown as { _socket: { write(bytes: Buffer): void } }
    raw._socket.write(Buffer.from([0xf1, 0x80, 0, 0, 0, 0]))
    expect(await app.closed).toBe(1002)
    await page.until(connectionIn(({ isOpen }) => !isOpen))
    const { _socket } = page.socket as unknown as typeof raw
    _socket.write(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]))
    expect(await page.closed).toBe(1007)
  })
})

describe('what is no request', () => {
  it.each<[string, string | Uint8Array]>([
    ['noise', Buffer.from([0, 255, 22, 3, 1])],
    ['a host that is missing', 'GET / HTTP/1.1\r\n\r\n'],
    ['a host that is missing, as was allowed once', 'GET /traces HTTP/1.0\r\n\r\n'],
    ['a header without an end', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}`],
    [
      'an upgrade without a key',
      'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    ],
    [
      'an upgrade to something else',
      'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
    ],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ])('is refused, and the server goes on: %s', async (_what, bytes) => {
    const { server } = await start()
    expect(await sendRaw(server.origin, bytes)).not.toMatch(/^HTTP\/1\.1 (2|101)/)
    expect((await server.get('/config')).statusCode).toBe(200)
  })
})

describe('who is too many, too slow or gone', () => {
  it('is not let in: another app, another page', async () => {
    const { server } = await start({ apps: 1, pages: 1 })
    await expect(server.app()).rejects.toThrow('refused: 503')
    await expect(server.page()).rejects.toThrow('refused: 503')
  })

  it('is let in when another has gone', async () => {
    const { server, page, app } = await start({ apps: 1 })
    app.socket.close()
    await page.until(connectionIn(({ isOpen }) => !isOpen))
    await server.app()
  })

  it('is let go: a page that does not read what it is told', async () => {
    const { server, page, app } = await start({ waiting: 4_000_000, buffered: 100_000 })
    const slow = await server.page()
    slow.socket.pause()
    // The platform takes some of it before anything has to wait: more than that, and no faster than the other page reads.
    for (let round = 0; round < 40; round += 1) {
      for (let times = 0; times < 30; times += 1) for (const message of life) app.say(message)
      app.say({ type: '@xstate.event', sessionId: `x:${round}000`, event: { type: 'SDK_REDIRECT' } })
      await page.until((received) => {
        const last = received.at(-1)
        return last?.type === 'antom.told' && last.events.at(-1)?.sessionId === `x:${round}000`
      })
    }
    slow.socket.resume()
    expect(await slow.closed).toBe(1006)
    expect(slow.received.length).toBeLessThan(page.received.length)
    expect(page.socket.readyState).toBe(1)
  })

  it('is let go: an app that does not read what a page sends it', async () => {
    const { page, app, connection } = await start({ buffered: 100_000 })
    app.say({ type: 'antom.control', sessionId: 'x:0', isAllowed: true })
    await page.until(connectionIn(({ controlled }) => controlled.length === 1))
    app.socket.pause()
    const intervention = { via: 'onError', code: 'A'.repeat(64), paymentStatus: 'A'.repeat(64) }
    const isGone = page.until(connectionIn(({ isOpen }) => !isOpen)).then(() => true)
    for (let isOver = false; !isOver; ) {
      for (let times = 0; times < 5_000; times += 1) {
        page.say({ type: 'antom.send', connection, sessionId: 'x:0', intervention })
      }
      const pong = new Promise<false>((resolve) => page.socket.once('pong', () => resolve(false)))
      page.socket.ping()
      isOver = await Promise.race([isGone, pong])
    }
  })

  it('is let go: a page or an app that does not answer', async () => {
    const { server, page, app, connection } = await start()
    const dead = await server.app()
    // It hears, and says nothing any more.
    Object.assign(dead.socket, { pong: () => {} })
    const isAsked = new Promise((resolve) => dead.socket.once('ping', resolve))
    server.beat()
    await isAsked
    app.say({ type: 'antom.control', sessionId: 'x:0', isAllowed: true })
    await page.until(connectionIn(({ controlled }) => controlled.length === 1))
    page.say({ type: 'antom.send', connection, sessionId: 'x:0', intervention: { via: 'close' } })
    await app.until(([sent]) => sent !== undefined)
    server.beat()
    expect(await dead.closed).toBe(1006)
    expect([page, app].map(({ socket }) => socket.readyState)).toEqual([1, 1])
  })
})
