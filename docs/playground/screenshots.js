import { stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

// Node 20 runs no TypeScript by itself.
const main = fileURLToPath(new URL('./screenshots.ts', import.meta.url))
/** @type {{ module: typeof import('./screenshots.ts') }} */
const { module } = await runnerImport(main, { configFile: false, logLevel: 'warn' })
for (const path of await module.writeScreenshots()) stdout.write(`${path}\n`)
