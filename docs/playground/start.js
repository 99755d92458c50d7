import { stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

// Node 20 runs no TypeScript by itself; Vite, which builds the pages, can have it do so.
const main = fileURLToPath(new URL('./main.ts', import.meta.url))
/** @type {{ module: typeof import('./main.ts') }} */
const { module } = await runnerImport(main, { configFile: false, logLevel: 'warn' })
const { origin, inspector } = await module.startPlayground()
const beside = inspector ? `The inspector alone: ${inspector}` : 'The inspector’s page is not built: npm run build'
stdout.write(`\nThe playground: ${origin}\n(${beside})\n\nCtrl+C ends it.\n`)
