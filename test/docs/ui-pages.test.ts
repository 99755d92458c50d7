import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SimulatedClock } from 'xstate'
import { wordsFor } from '../../docs/examples/ui/words.ts'
import { type CheckoutOptions, createCheckout } from '../../src/index.ts'
import { neverPaysTwice, noFalseSuccess, type Page, successIsAbsorbing } from '../../src/testing/index.ts'

// docs/examples/ui without a browser: its words, held against the package's own properties, and its sizes. With one
// button and with the other, with a server that does not answer and without one.
const settings: readonly CheckoutOptions[] = [
  { submitButton: 'merchant', inquire: () => new Promise(() => {}) },
  { submitButton: 'merchant' },
  { submitButton: 'sdk' },
]

/** Those pages as far as money is concerned: what they say, and the button that they show. */
const pageOfWords = (options: CheckoutOptions) => (): Page => {
  const clock = new SimulatedClock()
  const checkout = createCheckout({ ...options, clock })
  return {
    callbacks: checkout.callbacks,
    mount: (sdk) => void checkout.mount(sdk),
    pay: (sdk) => void checkout.submit(sdk),
    wait: (ms) => clock.increment(ms),
    close: () => void checkout.close(),
    shows() {
      const view = checkout.getSnapshot()
      const { sentence, button } = wordsFor(view)
      const invitesAgain = /again|another (card|way)/i.test(sentence) || button === 'try-again'
      if (invitesAgain) expect(`${view.submission} in ${view.state}: ${sentence}`).toMatch(/^none/)
      return {
        paid: /thank you|arrived\.$/i.test(sentence),
        offersToPay: invitesAgain || (button === 'pay' && view.canSubmit),
        outcome: view.outcome?.status ?? null,
      }
    },
  }
}

describe.each(settings)('the words of the example pages, with %j,', (options) => {
  test.each(Object.entries({ neverPaysTwice, noFalseSuccess, successIsAbsorbing }))('hold %s', async (_, property) => {
    await fc.assert(property(pageOfWords(options)))
  })
})

test.each(['plain/checkout-page.ts', 'react/CheckoutPage.tsx', 'vue/CheckoutPage.vue', 'svelte/CheckoutPage.svelte'])(
  '%s is under 60 lines',
  (name) => {
    expect(readFileSync(`docs/examples/ui/${name}`, 'utf8').trimEnd().split('\n').length).toBeLessThan(60)
  },
)
