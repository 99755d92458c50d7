import { createServer } from 'node:http'
import { extname } from 'node:path'
import { listen } from '../../docs/examples/listen.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
}

export interface ServedShop {
  readonly origin: string
  readonly stop: () => Promise<void>
}

/** Serves the built shop on loopback, on a free port. */
export const serveShop = async (files: ReadonlyMap<string, string | Uint8Array>): Promise<ServedShop> => {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://shop')
    const name = pathname === '/' ? '/index.html' : pathname
    const file = files.get(name)
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': types[extname(name)] ?? 'text/plain' })
    response.end(file)
  })
  return listen(server)
}
