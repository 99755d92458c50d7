import fc from 'fast-check'
import { describe, test } from 'vitest'
import { defaultInquiry } from '../../machines/checkout.context.ts'
import type { CheckoutOptions } from '../../src/controller/types.ts'
import { checkoutPage, type PageProperty, properties } from '../../src/testing/index.ts'

// The properties of lifecycle.md over long random journeys. A counterexample is printed as a trace that can be pasted into
// `antom-checkout replay`.
const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 500) }

const pages: Readonly<Record<string, CheckoutOptions>> = {
  'with the SDK’s button': { submitButton: 'sdk' },
  'of a component that never announces its form': { submitButton: 'sdk', announcesForm: false },
  'with a merchant’s button': { submitButton: 'merchant' },
  'that asks its server as seldom as it does by default, and gives up': {
    submitButton: 'sdk',
    inquiry: { ...defaultInquiry, jitter: 0 },
  },
  'that has no server to ask': { submitButton: 'merchant', inquire: undefined },
}

describe.each(Object.entries(pages))('whatever the SDK sends, a page %s', (_page, options) => {
  test.each(Object.entries(properties))('%s', async (_name: string, property: PageProperty) => {
    await fc.assert(
      property(() => checkoutPage(options)),
      runs,
    )
  })
})
