import { describe, expect, test } from 'vitest'
import { eventCodes } from '../../src/catalogue/event-codes.ts'
import { ownEvents } from '../../src/catalogue/own-events.ts'
import { paymentResultCodes } from '../../src/catalogue/payment-result-codes.ts'
import type { Text } from '../../src/catalogue/types.ts'

const texts = Object.entries<{ readonly meaning: Text; readonly advice: Text }>({
  ...eventCodes,
  ...ownEvents,
  ...paymentResultCodes,
}).flatMap(([code, { meaning, advice }]) => [
  [`the meaning of ${code}`, meaning] as const,
  [`the advice for ${code}`, advice] as const,
])

describe('in both languages', () => {
  test.each(texts)('%s is a whole English and a whole Chinese sentence', (_, { en, zh }) => {
    expect(en).toMatch(/^\S.*\S\.$/)
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(zh).toMatch(/\p{Script=Han}{2}/u)
    expect(zh).toMatch(/^\S.*。$/)
  })
})
