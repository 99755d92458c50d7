import { resolve } from 'node:path'
import { buildFromSources } from './build-from-sources.ts'
import { type ServedShop, serveShop } from './serve-shop.ts'

/** The app and the official receiver, from our sources, each at an origin of its own. */
export interface OfficialPages {
  readonly app: ServedShop
  readonly receiver: ServedShop
  stop(): Promise<void>
}

export const serveOfficialPages = async (): Promise<OfficialPages> => {
  const files = await buildFromSources(resolve('test/browser/page'), ['official-app.html', 'official-receiver.html'])
  const [app, receiver] = [await serveShop(files), await serveShop(files)]
  return {
    app,
    receiver,
    async stop() {
      await app.stop()
      await receiver.stop()
    },
  }
}
