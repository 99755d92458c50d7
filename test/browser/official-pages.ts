import { join, resolve } from 'node:path'
import { build } from 'vite'
import { builtFiles } from '../../docs/examples/built-files.ts'
import { type ServedShop, serveShop } from './serve-shop.ts'

/** The app and the official receiver, from our sources, each at an origin of its own. */
export interface OfficialPages {
  readonly app: ServedShop
  readonly receiver: ServedShop
  stop(): Promise<void>
}

export const serveOfficialPages = async (): Promise<OfficialPages> => {
  const root = resolve('test/browser/page')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: {
      alias: [
        { find: /^antom-checkout-machine$/, replacement: resolve('src/index.ts') },
        { find: /^fp-ts\/lib\//, replacement: 'fp-ts/es6/' },
      ],
    },
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rollupOptions: { input: [join(root, 'official-app.html'), join(root, 'official-receiver.html')] },
    },
  })
  const files = builtFiles(built)
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
