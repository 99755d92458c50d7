import { stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

// Node 20 runs no TypeScript by itself; Vite, which builds the pages, can have it do so.
const main = fileURLToPath(new URL('./main.ts', import.meta.url))
/** @type {{ module: typeof import('./main.ts') }} */
const { module } = await runnerImport(main, { configFile: false, logLevel: 'warn' })
const { shop, antom } = await module.startExample()
stdout.write(`\nThe shop: ${shop}\n(Antom's stand-in: ${antom.origin})\n\nCtrl+C ends it.\n`)
