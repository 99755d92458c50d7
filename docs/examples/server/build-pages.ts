import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { builtFiles } from '../built-files.ts'
import { antomIsHere } from './stand-in/antom-is-here.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The shop's pages, by name: with this package, and with the SDK as npm has it. */
export const buildPages = async (antomOrigin: string): Promise<ReadonlyMap<string, string | Uint8Array>> => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: at('page'),
    plugins: [
      // NOT FOR PRODUCTION: the one line by which the SDK finds the stub and not Antom.
      antomIsHere(antomOrigin),
    ],
    // A shop of your own has the package from npm. This one is a folder of the package itself.
    resolve: { alias: { 'antom-checkout-machine': at('../../../dist/index.js') } },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      chunkSizeWarningLimit: 2_000,
      rollupOptions: { input: [at('page/index.html'), at('page/checkout.html')] },
    },
  })
  return builtFiles(built)
}
