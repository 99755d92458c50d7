import { defineConfig } from 'vitest/config'

// `npm run bench`, after the benchmark: what a million callbacks leave behind. It takes a minute.
export default defineConfig({
  test: {
    include: ['test/bench/**/*.test.ts'],
    execArgv: ['--expose-gc'],
    testTimeout: 600_000,
    disableConsoleIntercept: true,
  },
})
