import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { builtFiles } from '../examples/built-files.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The playground's files, by the path of their address: of the sources as they stand, so that nothing has to be built before. */
export const buildPages = async (): Promise<ReadonlyMap<string, string | Uint8Array>> => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: at('page'),
    base: './',
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    resolve: {
      alias: [
        { find: /^fp-ts\/lib\//, replacement: 'fp-ts/es6/' },
        { find: 'antom-checkout-machine', replacement: at('../../src/index.ts') },
      ],
    },
    build: {
      write: false,
      target: 'es2022',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: { input: [at('page/index.html'), at('page/wallet.html')] },
    },
  })
  return builtFiles(built)
}
