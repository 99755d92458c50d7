import { expect, it } from 'vitest'
import { createNumbers } from '../../src/inspector/page/sources/numbers.ts'

it('an opener and a parent of one origin are told apart, whenever they speak', () => {
  const numberOf = createNumbers()
  const [opener, parent] = [{ origin: 'https://shop.test' }, { origin: 'https://shop.test' }]
  expect([opener, parent, opener, parent].map(numberOf)).toEqual([1, 2, 1, 2])
})
