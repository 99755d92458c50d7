/// <reference types="vite/types/importMeta.d.ts" />
import { describe, it } from 'vitest'

// Most mutants sit in the statechart's literal, so that the modules have to be loaded anew for each: once for this
// file, rather than once for every suite. And Stryker's runner takes a file that does not load for one without tests,
// and its mutant for a survivor (stryker-js, issue 6150): here such a mutant fails a test.
const suites = import.meta.glob('../{boundary,controller,machines,storage}/*.test.ts')

for (const [path, load] of Object.entries(suites)) {
  describe(path, async () => {
    try {
      await load()
    } catch (error) {
      it('loads', () => {
        throw error
      })
    }
  })
}
