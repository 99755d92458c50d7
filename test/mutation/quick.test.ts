/// <reference types="vite/types/importMeta.d.ts" />
import { describe } from 'vitest'

// Most mutants sit in the statechart's literal, so that the modules have to be loaded anew for each: once for this
// file, rather than once for every suite.
const suites = import.meta.glob(['../{controller,machines,storage,tabs}/*.test.ts', '../boundary/agreement.test.ts'])

for (const [path, load] of Object.entries(suites)) {
  describe(path, async () => {
    await load()
  })
}
