import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens on loopback, on a free port. */
export const listen = async (server: Server): Promise<{ readonly origin: string; stop(): Promise<void> }> => {
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
