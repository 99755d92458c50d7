import { transformWithEsbuild } from 'vite'
import { expect, vi } from 'vitest'
import { createCheckout } from '../../src/index.ts'

const imports = /^import .* from '.*'\n/gm

/** Runs an exported test in this one, with what it imports. Fails as it would. */
export const runExported = async (text: string): Promise<void> => {
  const names = [...text.matchAll(imports)].map(([line]) => line.trim())
  expect(names).toEqual([
    "import { createCheckout } from 'antom-checkout-machine'",
    "import { afterEach, expect, test, vi } from 'vitest'",
  ])
  const { code } = await transformWithEsbuild(text.replaceAll(imports, ''), 'exported.test.ts', { target: 'es2022' })
  const tests: (() => Promise<void>)[] = []
  const after: (() => void)[] = []
  const test = (_title: string, run: () => Promise<void>): void => void tests.push(run)
  const afterEach = (run: () => void): void => void after.push(run)
  new Function('createCheckout', 'afterEach', 'expect', 'test', 'vi', code)(createCheckout, afterEach, expect, test, vi)
  expect(tests).toHaveLength(1)
  try {
    await tests[0]?.()
  } finally {
    for (const run of after) run()
  }
}
