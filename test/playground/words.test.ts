import { expect, test } from 'vitest'
import { wordsFor } from '../../docs/examples/ui/words.ts'
import { sentenceFor } from '../../docs/playground/buyer-words.ts'
import { naiveHandlers } from '../../docs/playground/naive/handlers.ts'
import { scenarios } from '../../docs/playground/scenarios/scenarios.ts'
import { type CheckoutView, createCheckout } from '../../src/index.ts'

const states = [
  ...['init', 'loading', 'form', 'submitting', 'challenge', 'redirecting', 'confirming', 'declined'],
  ...['dismissed', 'broken', 'succeeded', 'failed', 'cancelled', 'errored', 'unresolved'],
] as CheckoutView['state'][]
const steps = [
  ...['none', 'wait', 'fix-form', 'resubmit', 'show-success', 'change-method', 'buyer-action'],
  ...['retry-same-session', 'new-session', 'ask-server', 'contact-support', 'fix-integration'],
] as CheckoutView['nextStep'][]

test('whatever the shop says, it can say in Chinese', () => {
  const view = createCheckout().getSnapshot()
  for (const state of states)
    for (const nextStep of steps)
      for (const busy of [true, false]) {
        const present = { ...view, state, nextStep, busy }
        expect(sentenceFor(present, 'en')).toBe(wordsFor(present).sentence)
        expect(sentenceFor(present, 'zh'), wordsFor(present).sentence).toMatch(/[\u4e00-\u9fff].*。$/)
      }
})

test('every scenario and every naive page has a name and a sentence in both languages', () => {
  for (const { title, about } of [...Object.values(scenarios), ...Object.values(naiveHandlers)]) {
    for (const text of [title.zh, about.zh]) expect(text).toMatch(/[\u4e00-\u9fff]/)
    expect(about.en).toMatch(/\.$/)
    expect(about.zh).toMatch(/。$/)
  }
})
