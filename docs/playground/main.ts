import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createInspectorServer } from '../../src/inspector/server/create-server.ts'
import { buildPages } from './build-pages.ts'
import { serve } from './serve.ts'

export interface Playground {
  readonly origin: string
  /** The inspector's; `null`: its page is not built. */
  readonly inspector: string | null
  stop(): Promise<void>
}

const built = fileURLToPath(new URL('../../dist/inspector', import.meta.url))

/**
 * The playground, and the inspector beside it, each at an origin of its own on loopback.
 *
 * @param page the folder of the inspector's page
 * @param pages the playground's own
 */
export const startPlayground = async (page = built, pages = buildPages()): Promise<Playground> => {
  const inspector = existsSync(join(page, 'index.html'))
    ? await createInspectorServer({ page, traces: [], allowedOrigins: [] })
    : null
  const served = await serve(await pages, inspector?.origin ?? null)
  return {
    origin: served.origin,
    inspector: inspector?.origin ?? null,
    async stop() {
      await Promise.all([served.stop(), inspector?.close()])
    },
  }
}
