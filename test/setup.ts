import { env } from 'node:process'
import fc from 'fast-check'

// FC_SEED repeats a run (vitest.config.ts chooses one and prints it), FC_RUNS says how many tries a property gets
// that does not say so itself.
fc.configureGlobal({ seed: Number(env['FC_SEED']), numRuns: Number(env['FC_RUNS'] ?? 100) })
