import { env } from 'node:process'
import { defineConfig } from 'vitest/config'

// One seed a run: always the same in CI, so that a red run can be repeated; a new one elsewhere, so that we keep looking.
const seed = env['FC_SEED'] ?? (env['CI'] ? '1' : String(Date.now() % 2 ** 31))
process.stderr.write(`fast-check: FC_SEED=${seed} FC_RUNS=${env['FC_RUNS'] ?? 'as each says'}\n`)

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/{bench,browser,mutation,package}/**'], // with a vitest.config.ts of their own
    setupFiles: ['test/setup.ts'],
    env: { FC_SEED: seed },
    testTimeout: 60_000, // the exhaustive tests, under coverage, on a busy machine
    reporters: env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'reports/vitest.json' },
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
    coverage: {
      include: ['src/**/*.ts', 'machines/**/*.ts'],
      exclude: ['src/inspector/page/**'], // runs in a browser, and is tested there
      reporter: ['text', 'html'],
      thresholds: { branches: 95 },
    },
  },
})
