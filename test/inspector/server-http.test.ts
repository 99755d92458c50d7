import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sendRaw, source, startServer, stopServers } from './server-rig.ts'

let folder: string
let page: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antom-inspector-'))
  page = join(folder, 'page')
  await mkdir(join(page, 'assets'), { recursive: true })
  await writeFile(join(page, 'index.html'), '<!doctype html><title>inspector</title>')
  for (const name of ['main.js', 'main.css', 'icon.svg', 'chart.json', 'data.bin', '中.js', 'a b.js']) {
    await writeFile(join(page, 'assets', name), `content of ${name}`)
  }
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await mkdir(join(folder, 'page-of-another'))
  await writeFile(join(folder, 'page-of-another', 'secret.js'), 'secret')
  await symlink(join(folder, 'secret.txt'), join(page, 'link.js'))
  await symlink(folder, join(page, 'folder'))
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(stopServers)

describe('the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'inspector'],
    ['/index.html?a=b', 'text/html; charset=utf-8', 'inspector'],
    ['/assets/main.js', 'text/javascript; charset=utf-8', 'content of main.js'],
    ['/assets/main.css', 'text/css; charset=utf-8', 'content of main.css'],
    ['/assets/icon.svg', 'image/svg+xml', 'content of icon.svg'],
    ['/assets/chart.json', 'application/json', 'content of chart.json'],
    ['/assets/data.bin', 'application/octet-stream', 'content of data.bin'],
    ['/assets/%E4%B8%AD.js', 'text/javascript; charset=utf-8', 'content of 中.js'],
    ['/assets/a%20b.js', 'text/javascript; charset=utf-8', 'content of a b.js'],
  ])('is served: %s', async (path, type, content) => {
    const { get } = await startServer({ page })
    const { statusCode, headers, body } = await get(path)
    expect({ statusCode, type: headers['content-type'] }).toEqual({ statusCode: 200, type })
    expect(body).toContain(content)
  })

  it('is looked at by HEAD as well', async () => {
    const { get } = await startServer({ page, traces: [source('a')] })
    for (const path of ['/', '/traces', '/traces/0']) {
      expect(await get(path, {}, 'HEAD')).toMatchObject({ statusCode: 200, body: '' })
    }
  })

  it('that is not built is told of', async () => {
    const { get } = await startServer({ page: join(folder, 'nothing') })
    const { statusCode, headers, body } = await get('/')
    expect({ statusCode, type: headers['content-type'] }).toEqual({
      statusCode: 503,
      type: 'text/plain; charset=utf-8',
    })
    expect(body).toContain('npm run build')
    expect((await get('/config')).statusCode).toBe(200)
  })

  it('is found once it is built', async () => {
    const later = join(folder, 'later')
    const { get } = await startServer({ page: later })
    expect((await get('/')).statusCode).toBe(503)
    await mkdir(later)
    await writeFile(join(later, 'index.html'), 'built')
    expect(await get('/')).toMatchObject({ statusCode: 200, body: 'built' })
  })
})

describe('no file but the page’s own', () => {
  const climbs = [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%252e%252e%252fsecret.txt',
    '//secret.txt',
    '/./../page-of-another/secret.js',
    '/..%2fpage-of-another%2fsecret.js',
    '/link.js',
    '/folder/secret.txt',
    '/assets',
    '/assets/',
    '/index.html%00.js',
    '/INDEX.HTML/',
    '/constructor',
    '/assets/main.js/',
  ]
  it.each(climbs)('is at %s', async (path) => {
    const { get } = await startServer({ page })
    const { statusCode, body } = await get(path)
    expect(statusCode).toBe(404)
    expect(body).not.toContain('secret')
  })

  it('is read by its name on the disk', async () => {
    const { get } = await startServer({ page })
    expect((await get(join(folder, 'secret.txt'))).statusCode).toBe(404)
  })

  it.each(['/%', '/%E4%B8', 'http://localhost/', 'http://[', '*'])('is at %j, which is no address', async (path) => {
    const { origin, host } = await startServer({ page })
    const answer = await sendRaw(origin, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('can be changed by %s', async (method) => {
    const { get } = await startServer({ page })
    const { statusCode, headers } = await get('/', {}, method)
    expect({ statusCode, allow: headers.allow }).toEqual({ statusCode: 405, allow: 'GET, HEAD' })
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('every answer', () => {
  it('says what its page may do, and whose frame it may be in', async () => {
    const { get, host } = await startServer({ page, allowedOrigins: ['https://shop.example'] })
    for (const path of ['/', '/assets/main.js', '/config', '/traces', '/nothing']) {
      const { headers } = await get(path)
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
      expect(String(headers['content-security-policy']).split('; ')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "worker-src 'self'",
        "img-src 'self' data: blob:",
        `connect-src 'self' ws://${host}`,
        "base-uri 'none'",
        "form-action 'none'",
        'frame-ancestors http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:* https://shop.example',
      ])
      // It would cut the page off from the app that has opened it.
      expect(headers).not.toHaveProperty('cross-origin-opener-policy')
    }
  })

  it('tells the page whom else it may hear', async () => {
    const { get } = await startServer({ allowedOrigins: ['https://shop.example'] })
    const { body, headers } = await get('/config')
    expect(JSON.parse(body)).toEqual({ allowedOrigins: ['https://shop.example'] })
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  })
})

describe('the server', () => {
  it('listens on a free port of this machine, or on the one that is asked for', async () => {
    const first = await startServer()
    expect(first.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const port = Number(new URL(first.origin).port)
    await expect(startServer({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await first.close()
    expect((await startServer({ port })).origin).toBe(first.origin)
  })

  it('lets everybody go when it closes', async () => {
    const server = await startServer()
    const [app, page] = [await server.app(), await server.page()]
    await server.close()
    await Promise.all([app.closed, page.closed])
    await expect(server.get('/')).rejects.toThrow('ECONNREFUSED')
  })

  it('may be closed twice', async () => {
    const server = await startServer()
    await server.close()
    await server.close()
  })
})
