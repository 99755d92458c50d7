import fc from 'fast-check'
import { describe, test } from 'vitest'
import { checkoutPage, type PageProperty, properties } from '../../src/testing/index.ts'

// The properties of lifecycle.md over long random journeys, for both kinds of submit button. A counterexample is
// printed as a trace that can be pasted into `antom-checkout replay`.
const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 1_000) }

describe.each(['sdk', 'merchant'] as const)('whatever the SDK sends, with a %s button, the page', (submitButton) => {
  test.each(Object.entries(properties))('%s', async (_name: string, property: PageProperty) => {
    await fc.assert(
      property(() => checkoutPage({ submitButton })),
      runs,
    )
  })
})
