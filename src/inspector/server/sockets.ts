import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isOwnHost, isOwnPage, mayBeApp } from '../admission.ts'
import type { Hub } from './hub.ts'
import type { Heartbeat, Limits } from './types.ts'

/** The WebSockets of the server: apps at any path, the page at `/page`. */
export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

interface SocketsOptions {
  readonly hub: Hub
  readonly allowedOrigins: readonly string[]
  readonly limits: Limits
  readonly heartbeat: Heartbeat
}

const refuse = (socket: Duplex, status: number): void => {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  )
}

const isPage = ({ url = '' }: IncomingMessage): boolean => /^\/page(?:$|\?)/.test(url)

export const createSockets = ({ hub, allowedOrigins, limits, heartbeat }: SocketsOptions): Sockets => {
  // Nothing is compressed: it all stays on this machine, and an inflated message could be of any size.
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.message, perMessageDeflate: false })
  /** Those that have not answered since the last beat. */
  const silent = new Set<WebSocket>()

  const beat = (): void => {
    for (const socket of silent) socket.terminate()
    for (const socket of server.clients) {
      silent.add(socket)
      socket.ping()
    }
  }
  const stopBeating = heartbeat(beat)

  const accept = (socket: WebSocket, add: (socket: WebSocket) => void): void => {
    const isHere = (): void => void silent.delete(socket)
    // What was wrong is said to the one who did it, by the code with which the socket is closed.
    socket.on('error', () => {})
    socket.on('pong', isHere).on('message', isHere).on('close', isHere)
    add(socket)
  }

  return {
    upgrade(request, socket, head) {
      const { host, origin } = request.headers
      const isOfPage = isPage(request)
      const isAllowed = isOwnHost(host) && (isOfPage ? isOwnPage(origin, host) : mayBeApp(origin, allowedOrigins))
      if (!isAllowed) return refuse(socket, 403)
      if (!(isOfPage ? hub.hasRoom.page() : hub.hasRoom.app())) return refuse(socket, 503)
      server.handleUpgrade(request, socket, head, (opened) => accept(opened, isOfPage ? hub.addPage : hub.addApp))
    },
    close() {
      stopBeating()
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}
