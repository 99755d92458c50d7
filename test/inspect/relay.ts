import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** Hands on to every other socket what one of them says, as an inspector's server does. */
export interface Relay {
  readonly url: string
  /** Resolves when so many are there. */
  hasClients(count: number): Promise<void>
  close(): Promise<void>
}

export const createRelay = async (): Promise<Relay> => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await new Promise((done) => server.once('listening', done))
  const others = (socket: WebSocket) => [...server.clients].filter((client) => client !== socket)
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      for (const client of others(socket)) client.send(String(data))
    })
  })
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hasClients: (count) =>
      new Promise((done) => {
        const look = (): void => {
          if (server.clients.size >= count) done()
          else server.once('connection', look)
        }
        look()
      }),
    close: () =>
      new Promise((done) => {
        for (const client of server.clients) client.terminate()
        server.close(() => done())
      }),
  }
}
