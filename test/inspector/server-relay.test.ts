import { afterEach, describe, expect, it } from 'vitest'
import type { Send } from '../../src/inspector/protocol.ts'
import { startServer, stopServers } from './server-rig.ts'
import { appsIn, connectionIn, eventsOf, lifeOf } from './told.ts'

afterEach(stopServers)

const success = { code: 'SDK_PAYMENT_SUCCESSFUL', result: { paymentStatus: 'SUCCESS' } }
const paid = lifeOf('x:0', ({ callbacks }) => {
  callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
  callbacks.onEventCallback(success)
})
const failed = lifeOf('x:0', ({ callbacks }) => callbacks.onError({ code: 'SDK_INTERNAL_ERROR' }))

const start = async () => {
  const server = await startServer()
  const page = await server.page()
  /** An app that says its name, and the word of it that the page got. */
  const appCalled = async (name: string) => {
    const app = await server.app()
    app.say({ type: 'antom.hello', name })
    const { connection } = await page.until(connectionIn((one) => one.name === name))
    return { ...app, connection }
  }
  return { server, page, appCalled }
}

const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type)

describe('what an app tells', () => {
  it('reaches the page, in order', async () => {
    const { page, appCalled } = await start()
    const { connection, say } = await appCalled('shop')
    for (const message of paid) say(message)
    const events = await page.until((received) => {
      const all = eventsOf(received, connection)
      return all.length === paid.length && all
    })
    expect(typesOf(events)).toEqual(paid.map(({ type }) => type))
    expect(events.at(-1)).toMatchObject({ sessionId: 'x:0', snapshot: { status: 'done', value: 'succeeded' } })
  })

  it('reaches every page, and one that comes late as well', async () => {
    const { server, page, appCalled } = await start()
    const { connection, say } = await appCalled('shop')
    const second = await server.page()
    for (const message of paid) say(message)
    const all = (received: typeof page.received) => eventsOf(received, connection).length === paid.length
    await Promise.all([page.until(all), second.until(all)])
    const late = await server.page()
    await late.until(all)
    expect(eventsOf(late.received, connection)).toEqual(eventsOf(page.received, connection))
    expect(appsIn(late.received)).toEqual(appsIn(page.received))
  })

  it('comes in few messages where there is much of it', async () => {
    const { server, appCalled } = await start()
    const { connection, say } = await appCalled('shop')
    for (const message of paid) say(message)
    const late = await server.page()
    await late.until((received) => eventsOf(received, connection).length === paid.length)
    expect(late.received.length).toBeLessThanOrEqual(3)
  })

  it('is not mixed with what another app tells, whose session has the same id', async () => {
    const { page, appCalled } = await start()
    const [one, two] = [await appCalled('one'), await appCalled('two')]
    for (const [index, message] of paid.entries()) {
      one.say(message)
      const other = failed[index]
      if (other) two.say(other)
    }
    await page.until((received) => eventsOf(received, one.connection).length === paid.length)
    await page.until((received) => eventsOf(received, two.connection).length === failed.length)
    const last = (connection: string) => eventsOf(page.received, connection).at(-1)
    expect(last(one.connection)).toMatchObject({ snapshot: { output: { status: 'succeeded' } } })
    expect(last(two.connection)).toMatchObject({ snapshot: { output: { status: 'errored' } } })
  })

  it('does not reach other apps', async () => {
    const { page, appCalled } = await start()
    const [one, two] = [await appCalled('one'), await appCalled('two')]
    for (const message of paid) one.say(message)
    await page.until((received) => eventsOf(received, one.connection).length === paid.length)
    expect([...one.received, ...two.received]).toEqual([])
  })
})

describe('an app', () => {
  it('that reloads is another one, and what was told before stays', async () => {
    const { server, page, appCalled } = await start()
    const before = await appCalled('shop')
    for (const message of failed) before.say(message)
    await page.until((received) => eventsOf(received, before.connection).length === failed.length)
    before.socket.close()
    await page.until(connectionIn(({ isOpen }) => !isOpen))
    const after = await server.app()
    after.say({ type: 'antom.hello', name: 'shop' })
    for (const message of paid) after.say(message)

    const late = await server.page()
    const { connection } = await late.until(connectionIn(({ isOpen, name }) => isOpen && name === 'shop'))
    await late.until((received) => eventsOf(received, connection).length === paid.length)
    expect(connection).not.toBe(before.connection)
    expect(appsIn(late.received).map(({ isOpen }) => isOpen)).toEqual([false, true])
    expect(eventsOf(late.received, before.connection)).toHaveLength(failed.length)
  })

  it('that has told nothing is forgotten when it goes', async () => {
    const { server, page, appCalled } = await start()
    const { socket } = await appCalled('silent')
    socket.close()
    await page.until(connectionIn(({ isOpen }) => !isOpen))
    const { connection } = await appCalled('next')
    const late = await server.page()
    await late.until(connectionIn((one) => one.connection === connection))
    expect(appsIn(late.received)).toHaveLength(1)
  })

  it('has a name of at most 80 characters, none of them invisible', async () => {
    const { server, page } = await start()
    const { say } = await server.app()
    say({ type: 'antom.hello', name: ` \u{1b}[31m\u202eshop${'𝒳'.repeat(100)}` })
    const { name } = await page.until(connectionIn((one) => one.name.includes('shop')))
    expect(name).toBe(`[31mshop${'𝒳'.repeat(72)}`)
  })

  it('says its name once, and before anything else', async () => {
    const { page, appCalled } = await start()
    const { connection, say } = await appCalled('first')
    say({ type: 'antom.hello', name: 'second' })
    for (const message of paid) say(message)
    await page.until((received) => eventsOf(received, connection).length === paid.length)
    expect(appsIn(page.received)).toMatchObject([{ name: 'first' }])
  })
})

describe('a page sends an event to a live checkout', () => {
  const intervention = { via: 'onEventCallback', code: 'SDK_PAYMENT_SUCCESSFUL', paymentStatus: 'SUCCESS' } as const
  const controlled = async () => {
    const { server, page, appCalled } = await start()
    const app = await appCalled('shop')
    app.say({ type: 'antom.control', sessionId: 'x:0', isAllowed: true })
    await page.until(connectionIn(({ controlled }) => controlled.includes('x:0')))
    const send = (rest: Partial<Send> | object = {}): void =>
      page.say({ type: 'antom.send', connection: app.connection, sessionId: 'x:0', intervention, ...rest })
    /** All that came through to the app, by the time a last one that is allowed has. */
    const arrived = async () => {
      send({ intervention: { via: 'close' } })
      await app.until((received) => received.some((one) => JSON.stringify(one).includes('"close"')))
      return app.received.slice(0, -1)
    }
    return { server, page, app, appCalled, send, arrived }
  }

  it.each([
    intervention,
    { ...intervention, via: 'onError' as const, paymentResultCode: 'RISK_REJECT' },
    { via: 'onClose' as const },
  ])('that has allowed it: %j', async (given) => {
    const { send, arrived } = await controlled()
    send({ intervention: given })
    expect(await arrived()).toEqual([{ type: 'antom.send', sessionId: 'x:0', intervention: given }])
  })

  it('and to no other checkout of the app, and of no other app', async () => {
    const { page, app, appCalled, send, arrived } = await controlled()
    const other = await appCalled('other')
    send({ sessionId: 'x:1' })
    send({ connection: other.connection })
    send({ connection: 'nobody' })
    app.say({ type: 'antom.control', sessionId: 'x:1', isAllowed: true })
    await page.until(connectionIn(({ controlled }) => controlled.includes('x:1')))
    expect(await arrived()).toEqual([])
    expect(other.received).toEqual([])
  })

  it('until it does not allow it any more', async () => {
    const { page, app, send, arrived } = await controlled()
    app.say({ type: 'antom.control', sessionId: 'x:0', isAllowed: false })
    await page.until(connectionIn(({ controlled }) => controlled.length === 0))
    send()
    app.say({ type: 'antom.control', sessionId: 'x:0', isAllowed: true })
    await page.until(connectionIn(({ controlled }) => controlled.length === 1))
    expect(await arrived()).toEqual([])
  })

  it.each<[string, object]>([
    ['code that is none', { ...intervention, code: '<script>' }],
    ['code that is too long', { ...intervention, code: 'A'.repeat(65) }],
    ['code that is a list', { ...intervention, code: ['SDK_PAYMENT_FAIL'] }],
    ['status that is none', { ...intervention, paymentStatus: 'a b' }],
    ['result code that is none', { ...intervention, paymentResultCode: 7 }],
    ['way that there is not', { via: 'submit' }],
    ['way that every object has', { via: '__proto__' }],
  ])('but not with a %s', async (_what, given) => {
    const { send, arrived } = await controlled()
    send({ intervention: given })
    expect(await arrived()).toEqual([])
  })

  it('with nothing in it but what an intervention has', async () => {
    const { page, app, send, arrived } = await controlled()
    send({ extra: 'a', intervention: { ...intervention, cardNo: '4111', result: { paymentStatus: 'FAIL' } } })
    const text = `{"type":"antom.send","connection":"${app.connection}","sessionId":"x:0","__proto__":{"a":1},`
    page.say(`${text}"intervention":{"via":"onClose","__proto__":{"via":"close"}}}`)
    expect(await arrived()).toEqual([
      { type: 'antom.send', sessionId: 'x:0', intervention },
      { type: 'antom.send', sessionId: 'x:0', intervention: { via: 'onClose' } },
    ])
  })

  it('of 64 checkouts of an app at most', async () => {
    const { page, app } = await controlled()
    for (let at = 1; at <= 64; at += 1) app.say({ type: 'antom.control', sessionId: `x:${at}`, isAllowed: true })
    app.say({ type: 'antom.control', sessionId: 'x:0', isAllowed: false })
    const { controlled: allowed } = await page.until(connectionIn((one) => !one.controlled.includes('x:0')))
    expect(allowed).toEqual(Array.from({ length: 63 }, (_, at) => `x:${at + 1}`))
  })

  it('but an app cannot send any', async () => {
    const { app, appCalled, arrived } = await controlled()
    const other = await appCalled('other')
    other.say({ type: 'antom.send', connection: app.connection, sessionId: 'x:0', intervention })
    other.say({ type: 'antom.hello', name: 'x' })
    expect(await arrived()).toEqual([])
  })
})
