import { execFile } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

// XState 4 cannot be installed beside our XState 5: it has a folder of its own, filled when it is needed.

export const fixture = resolve('test/xstate-inspect')
const run = promisify(execFile)

export const installFixture = async (): Promise<void> => {
  const [installed, lock] = ['node_modules/.package-lock.json', 'package-lock.json'].map((name) => join(fixture, name))
  const isFresh = installed && lock && existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs
  if (!isFresh) await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: fixture })
}

/** Rejects, with what the compiler says, if our types do not fit those of XState 4. */
export const compileFixture = async (): Promise<void> => {
  await run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', fixture])
}
