import { join, resolve } from 'node:path'
import { build } from 'vite'
import { builtFiles } from '../../docs/examples/built-files.ts'

/** These pages of a folder, with this package as its sources stand: nothing has to be built before. */
export const buildFromSources = async (
  root: string,
  pages: readonly string[],
): Promise<ReadonlyMap<string, string | Uint8Array>> =>
  builtFiles(
    await build({
      configFile: false,
      logLevel: 'error',
      root,
      resolve: {
        alias: [
          { find: /^antom-checkout-machine$/, replacement: resolve('src/index.ts') },
          { find: /^antom-checkout-machine\/inspect$/, replacement: resolve('src/inspect/index.ts') },
          { find: /^fp-ts\/lib\//, replacement: 'fp-ts/es6/' },
        ],
      },
      build: {
        write: false,
        target: 'es2022',
        minify: false,
        modulePreload: false,
        rollupOptions: { input: pages.map((page) => join(root, page)) },
      },
    }),
  )
