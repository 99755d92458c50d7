import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { run } from './command.ts'

const { stdin, stdout, stderr, env } = process

// The exit code, and not `exit`: what was written last has to reach a slow reader.
process.exitCode = await run(process.argv.slice(2), {
  stdin,
  stdout,
  stderr,
  env,
  // Beside this file, as it is built.
  page: join(dirname(fileURLToPath(import.meta.url)), 'inspector'),
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    }),
  browse: async (address) => (await import('open')).default(address),
})
