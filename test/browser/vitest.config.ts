import { env, stderr } from 'node:process'
import { defineConfig } from 'vitest/config'
import { chromiumPath, whereWeLooked } from './chromium.ts'

// The real SDK in a real browser: `npm run test:browser`. Needs Chromium; builds `dist` if it is missing or stale.
const path = chromiumPath()
if (!path) {
  const missing = `There is no Chromium on this machine (looked at ${whereWeLooked.join(', ')}).`
  if (env['CI']) throw new Error(missing)
  stderr.write(`\n${missing}\nThe browser tests were LEFT OUT. Set CHROMIUM_PATH to run them.\n\n`)
}

export default defineConfig({
  test: {
    dir: 'test/browser',
    include: path ? ['**/*.test.ts'] : [],
    passWithNoTests: !path,
    ...(path && { globalSetup: ['test/browser/setup.ts'] }),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A machine that stalls for a minute is no failure of the page's; what fails twice is.
    retry: env['CI'] ? 1 : 0,
    // Each has a Chromium, for all the files that it runs: on two cores, a third would only wait.
    maxWorkers: 2,
    isolate: false,
    reporters: env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'reports/vitest.json' },
  },
})
