import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { WebSocket } from 'ws'
import type { ToPage } from '../../src/inspector/protocol.ts'
import { createInspectorServer } from '../../src/inspector/server/create-server.ts'
import type { InspectorServer, InspectorServerOptions, TraceSource } from '../../src/inspector/server/types.ts'

/** A socket, and all that came through it. */
export interface Client<T> {
  readonly socket: WebSocket
  readonly received: readonly T[]
  say(message: unknown): void
  /** Resolves to what `find` finds in all that came, as soon as it finds something. */
  until<R>(find: (received: readonly T[]) => R | undefined | false): Promise<R>
  /** Resolves to the code with which it was closed. */
  readonly closed: Promise<number>
}

export interface Rig extends InspectorServer {
  readonly host: string
  get(path: string, headers?: Record<string, string>, method?: string): Promise<IncomingMessage & { body: string }>
  /** Opens a socket of an app; rejects with the status where it is refused. */
  app(options?: SocketOptions): Promise<Client<unknown>>
  page(options?: SocketOptions): Promise<Client<ToPage>>
  /** Asks whether all are still there. */
  beat(): void
}

export interface SocketOptions {
  readonly path?: string
  readonly origin?: string | undefined
  readonly host?: string
}

export const source = (trace: string, ...lines: readonly (string | object)[]): TraceSource => ({
  trace,
  async *open() {
    for (const line of lines) yield Buffer.from(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
  },
})

const openSocket = async <T>(address: string, headers: Record<string, string>): Promise<Client<T>> => {
  const socket = new WebSocket(address, { headers, maxPayload: 2 ** 28 })
  const received: T[] = []
  const waiting = new Set<() => void>()
  const look = (): void => {
    for (const again of waiting) again()
  }
  socket.on('message', (data) => {
    received.push(JSON.parse(String(data)))
    look()
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve).on('error', reject)
    socket.on('unexpected-response', (_request, { statusCode }) => {
      reject(new Error(`refused: ${statusCode}`))
      socket.terminate()
    })
  })
  return {
    socket,
    received,
    closed,
    say: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    until: (find) =>
      new Promise((resolve) => {
        const again = (): void => {
          const found = find(received)
          if (found === undefined || found === false) return
          waiting.delete(again)
          resolve(found as never)
        }
        waiting.add(again)
        again()
      }),
  }
}

const servers = new Set<InspectorServer>()

/** Stops every server that a test has started. */
export const stopServers = async (): Promise<void> => {
  for (const server of servers) await server.close()
  servers.clear()
}

/** The inspector's server, and those who come to it. */
export const startServer = async (options: Partial<InspectorServerOptions> = {}): Promise<Rig> => {
  let beat = (): void => {}
  const server = await createInspectorServer({
    traces: [],
    allowedOrigins: [],
    page: 'test/inspector/no-such-page',
    heartbeat(run) {
      beat = run
      return () => {}
    },
    ...options,
  })
  servers.add(server)
  const { host } = new URL(server.origin)
  const address = `ws://${host}`
  const headersOf = ({ origin, host: named = host }: SocketOptions): Record<string, string> => ({
    host: named,
    ...(origin !== undefined && { origin }),
  })
  return {
    ...server,
    host,
    beat: () => beat(),
    async get(path, headers = {}, method = 'GET') {
      // Not `fetch`: that would make the path plain, and sets headers of its own.
      const asked = request(server.origin, { path, method, headers, agent: false })
      asked.end()
      const [response] = (await once(asked, 'response')) as [IncomingMessage]
      return Object.assign(response, { body: await text(response) })
    },
    app: (options = {}) => openSocket(`${address}${options.path ?? '/'}`, headersOf(options)),
    page: (options = {}) =>
      openSocket(`${address}${options.path ?? '/page'}`, headersOf({ origin: server.origin, ...options })),
  }
}

/** Bytes that no well-behaved client sends. Resolves to what is answered until the server hangs up. */
export const sendRaw = async (origin: string, bytes: string | Uint8Array): Promise<string> => {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  const answer: string[] = []
  socket.on('data', (chunk) => answer.push(String(chunk))).on('error', () => {})
  const closed = once(socket, 'close')
  socket.write(bytes)
  await closed
  return answer.join('')
}
