import { createServer } from 'node:http'
import { extname } from 'node:path'
import { isOwnHost } from '../../src/inspector/admission.ts'
import { pathOf } from '../../src/inspector/server/request-path.ts'
import { listen } from '../examples/listen.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** Nothing from any other host, but the inspector's page and its socket. */
const policy = (inspector: string | null): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${inspector === null ? '' : ` ${inspector.replace(/^http/, 'ws')}`}`,
    `frame-src ${inspector ?? "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

export interface Served {
  readonly origin: string
  stop(): Promise<void>
}

/** Serves the playground on loopback, on a free port. `/playground.json` says where the inspector is. */
export const serve = async (
  pages: ReadonlyMap<string, string | Uint8Array>,
  inspector: string | null,
): Promise<Served> => {
  const files = new Map([...pages, ['/playground.json', JSON.stringify({ inspector })]])
  const server = createServer(({ url = '/', headers }, response) => {
    if (!isOwnHost(headers.host)) return void response.writeHead(403).end()
    const path = pathOf(url) ?? ''
    const name = path === '/' ? '/index.html' : path
    const file = files.get(name)
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': types[extname(name)] ?? 'text/plain',
      'content-security-policy': policy(inspector),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    response.end(file)
  })
  return listen(server)
}
