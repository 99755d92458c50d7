import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
}

export interface ServedShop {
  readonly origin: string
  readonly stop: () => Promise<void>
}

/** Serves the built shop on loopback, on a free port. */
export const serveShop = async (files: ReadonlyMap<string, string>): Promise<ServedShop> => {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://shop')
    const name = pathname === '/' ? '/index.html' : pathname
    const file = files.get(name)
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': types[extname(name)] ?? 'text/plain' })
    response.end(file)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
