import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAnswer } from './answer.ts'
import { createHub } from './hub.ts'
import { defaultLimits, everyHalfMinute, MOST_CONNECTIONS } from './limits.ts'
import { createSockets } from './sockets.ts'
import type { InspectorServer, InspectorServerOptions } from './types.ts'

/**
 * Serves the inspector's page on this machine, and brings what the apps tell to it. Rejects where the port cannot be
 * had, with the platform's own error (`EADDRINUSE`).
 */
export const createInspectorServer = async (options: InspectorServerOptions): Promise<InspectorServer> => {
  const { port = 0, allowedOrigins, heartbeat = everyHalfMinute } = options
  const limits = { ...defaultLimits, ...options.limits }
  const server = createServer(createAnswer(options))
  server.maxConnections = MOST_CONNECTIONS
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  const sockets = createSockets({ hub: createHub(limits), allowedOrigins, limits, heartbeat })
  server.on('upgrade', sockets.upgrade)
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        sockets.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
