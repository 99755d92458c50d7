import { defineConfig } from 'vitest/config'
import { BaseSequencer, type Reporter, type TestSpecification, type Vitest } from 'vitest/node'

// What Stryker runs for every mutant. The first test that fails is the end of it, so the quickest come first.
const order = ['proof/exhaustive', 'mutation/quick', 'proof/sampled'].map((name) => `test/${name}.test.ts`)
const place = ({ moduleId }: TestSpecification) => order.findIndex((name) => moduleId.endsWith(name))

class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.sort((a, b) => place(a) - place(b))
  }
}

/**
 * Stryker's runner takes a file that fails while it loads for one without tests, and the mutant that did it for a
 * survivor (stryker-js, issue 6150). This gives such a file a test that has failed.
 */
class LoadingIsATest implements Reporter {
  #vitest: Vitest | undefined

  onInit(vitest: Vitest) {
    this.#vitest = vitest
  }

  onTestRunEnd() {
    for (const file of this.#vitest?.state.getFiles() ?? []) {
      const { result } = file
      if (result?.state !== 'fail' || !result.errors?.length) continue
      const test = { type: 'test', id: `${file.id}_loads`, name: 'loads', mode: 'run', file, result, meta: {} }
      file.tasks.push(test as (typeof file.tasks)[number])
    }
  }
}

export default defineConfig({
  test: {
    include: order,
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    sequence: { sequencer: QuickestFirst },
    reporters: [new LoadingIsATest()],
  },
})
