import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { builtFiles } from '../../docs/examples/built-files.ts'

const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)).mtimeMs),
  )

/** Builds the package, unless what is built is newer than its sources. */
export const refreshDist = async (): Promise<void> => {
  const sources = Math.max(newest('src'), newest('machines'), statSync('package.json').mtimeMs)
  if (existsSync('dist/index.js') && statSync('dist/index.js').mtimeMs > sources) return
  await promisify(execFile)('npm', ['run', 'build'])
}

/** The shop's files by name: a page with the built package and the SDK as npm ships it. */
export const buildShop = async (): Promise<ReadonlyMap<string, string | Uint8Array>> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: resolve('test/browser/page'),
    resolve: { alias: { 'antom-checkout-machine': resolve('dist/index.js') } },
    build: { write: false, target: 'es2022', minify: false, modulePreload: false, sourcemap: false },
  })
  return builtFiles(built)
}
