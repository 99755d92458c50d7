import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// What Stryker runs for every mutant. The first test that fails is the end of it, so the quickest come first.
const order = ['mutation/quick', 'proof/exhaustive', 'proof/sampled'].map((name) => `test/${name}.test.ts`)
const place = ({ moduleId }: TestSpecification) => order.findIndex((name) => moduleId.endsWith(name))

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.sort((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    include: order,
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    sequence: { sequencer: InOrder },
  },
})
