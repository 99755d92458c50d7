import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createCheckout } from '../../src/controller/create-checkout.ts'

// The switch of the official sample, re-created: `case code:` compares the code with itself.
const sample = (code: string): string => {
  let shown = 'nothing'
  switch (code) {
    case code:
      shown = 'paid'
      break
    default:
      shown = 'nothing'
  }
  return shown
}

const codesOf = (trace: string): readonly { readonly code: string; readonly result?: object }[] =>
  readFileSync(new URL(`../traces/${trace}.ndjson`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ via }) => via === 'onEventCallback')
    .map(({ args }) => args[0])

describe('docs/why-not-the-sample-switch.md', () => {
  test('the sample takes the very first code of a checkout for "paid"', () => {
    expect(sample('SDK_START_OF_LOADING')).toBe('paid')
  })

  test.each([
    ['declined', 'declined'],
    ['processing', 'confirming'],
    ['happy-card', 'succeeded'],
  ])('of the recorded trace %s it shows "paid"; the checkout is %s', (trace, state) => {
    const checkout = createCheckout()
    for (const callback of codesOf(trace)) {
      expect(sample(callback.code)).toBe('paid')
      checkout.callbacks.onEventCallback(callback)
    }
    expect(checkout.getSnapshot().state).toBe(state)
    checkout.close()
  })
})
