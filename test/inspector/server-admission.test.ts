import { afterEach, describe, expect, it } from 'vitest'
import { readOrigin } from '../../src/inspector/admission.ts'
import { type Rig, source, startServer, stopServers } from './server-rig.ts'

afterEach(stopServers)

const answerOf = (opening: Promise<unknown>): Promise<string> =>
  opening.then(
    () => 'welcome',
    (error: Error) => error.message,
  )

const allowedOrigins = ['https://shop.example:8443']

describe('an app may connect', () => {
  it.each([
    ['a program that is no browser', undefined],
    ['a page of this machine', 'http://localhost:3000'],
    ['a page of this machine by its number', 'http://127.0.0.1'],
    ['a page of this machine by its IPv6 number', 'http://[::1]:5173'],
    ['a page of this machine with TLS', 'https://localhost:3000'],
    ['a page that was allowed', 'https://shop.example:8443'],
  ])('from %s', async (_who, origin) => {
    const server = await startServer({ allowedOrigins })
    expect(await answerOf(server.app({ origin }))).toBe('welcome')
  })

  it.each(['/', '/anything', '/pages', '/page/', '/?page'])('at %s', async (path) => {
    const server = await startServer()
    expect(await answerOf(server.app({ path }))).toBe('welcome')
  })
})

describe('an app may not connect', () => {
  it.each([
    ['another website', 'https://evil.example'],
    ['the allowed host at another port', 'https://shop.example'],
    ['the allowed host without TLS', 'http://shop.example:8443'],
    ['a page below the allowed host', 'https://a.shop.example:8443'],
    ['a file or a sandbox', 'null'],
    ['nobody', ''],
    ['a host that begins like this machine', 'http://localhost.evil.example'],
    ['a host that ends like this machine', 'http://evil.localhost'],
    ['a name of this machine as a password', 'http://localhost:3000@evil.example'],
    ['an extension', 'chrome-extension://localhost'],
    ['two origins', 'http://localhost, https://evil.example'],
    ['this machine in another network', 'http://10.0.0.1'],
  ])('from %s', async (_who, origin) => {
    const server = await startServer({ allowedOrigins })
    expect(await answerOf(server.app({ origin }))).toBe('refused: 403')
  })
})

// A website whose name was rebound to this machine: to the browser, it is the same website as before.
const otherHosts = ['evil.example', 'evil.example:4173', 'localhost.evil.example', '127.0.0.1.evil.example', '0.0.0.0']

describe('a name that was rebound to this machine', () => {
  it.each(otherHosts)('%s gets no socket, whatever its origin', async (host) => {
    const server = await startServer()
    for (const origin of [`http://${host}`, 'http://localhost:3000', undefined]) {
      expect(await answerOf(server.app({ host, origin }))).toBe('refused: 403')
    }
    expect(await answerOf(server.page({ host, origin: `http://${host}` }))).toBe('refused: 403')
  })

  it.each(otherHosts)('%s gets no page and no trace', async (host) => {
    const server = await startServer({ traces: [source('secret')] })
    for (const path of ['/', '/config', '/traces', '/traces/0']) {
      const { statusCode, body } = await server.get(path, { host })
      expect(statusCode).toBe(403)
      expect(body).not.toContain('secret')
    }
  })

  it.each(['localhost:9000', '127.0.0.1', '[::1]:9000'])('is not meant by %s, as of a tunnel', async (host) => {
    const server = await startServer()
    expect((await server.get('/config', { host })).statusCode).toBe(200)
    expect(await answerOf(server.page({ host, origin: `http://${host}` }))).toBe('welcome')
  })
})

describe('the page’s own socket', () => {
  it.each<[string, (server: Rig) => string | undefined]>([
    ['another page of this machine', () => 'http://localhost:3000'],
    ['a page that may connect as an app', () => 'https://shop.example:8443'],
    ['the same address with TLS', ({ host }) => `https://${host}`],
    ['the same port by another name', ({ host }) => `http://${host.replace('127.0.0.1', 'localhost')}`],
    ['a program that is no browser', () => undefined],
    ['a file or a sandbox', () => 'null'],
  ])('is not for %s', async (_who, origin) => {
    const server = await startServer({ allowedOrigins })
    for (const path of ['/page', '/page?a']) {
      expect(await answerOf(server.page({ path, origin: origin(server) }))).toBe('refused: 403')
    }
  })
})

describe('a trace', () => {
  it.each([
    ['a program', {}],
    ['the page', { 'sec-fetch-site': 'same-origin' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
  ])('is read by %s', async (_who, headers) => {
    const server = await startServer()
    const answers = [server.get('/traces', headers), server.get('/traces', { ...headers, origin: server.origin })]
    for (const { statusCode } of await Promise.all(answers)) expect(statusCode).toBe(200)
  })

  it.each([
    ['another website’s script', { origin: 'https://evil.example' }],
    ['another page of this machine', { origin: 'http://localhost:3000' }],
    ['a sandbox', { origin: 'null' }],
    ['another website’s script tag', { 'sec-fetch-site': 'cross-site' }],
    ['a script tag of another port', { 'sec-fetch-site': 'same-site' }],
  ])('is not read by %s', async (_who, headers: Record<string, string>) => {
    const server = await startServer({ traces: [source('secret')] })
    for (const path of ['/config', '/traces', '/traces/0']) {
      const { statusCode, body, headers: said } = await server.get(path, headers)
      expect(statusCode).toBe(403)
      expect(body).not.toContain('secret')
      expect(said['access-control-allow-origin']).toBeUndefined()
    }
  })
})

describe('an origin to allow', () => {
  it.each([
    ['https://shop.example', 'https://shop.example'],
    ['https://shop.example/', 'https://shop.example'],
    ['http://192.168.0.7:3000', 'http://192.168.0.7:3000'],
  ])('may be %s', (text, origin) => expect(readOrigin(text)).toBe(origin))

  it.each([
    '*',
    'null',
    'shop.example',
    'https://shop.example/cart',
    'https://*.shop.example',
    'https://me@shop.example',
    'file:///tmp',
    'chrome-extension://abc',
    "https://a.example; script-src 'unsafe-inline'",
    'https://a.example\nset-cookie: a',
    '',
  ])('may not be %j', (text) => expect(readOrigin(text)).toBeUndefined())
})
