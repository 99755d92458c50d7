import { env } from 'node:process'
import { defineConfig } from 'vitest/config'

// What is built and packed, as a user gets it. Run `npm run build` before.
export default defineConfig({
  test: {
    dir: 'test/package',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'reports/vitest.json' },
  },
})
