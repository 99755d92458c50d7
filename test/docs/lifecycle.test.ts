import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lifecycleParts, withParts } from '../../docs/generate-lifecycle.ts'
import { checkoutMachine } from '../../machines/checkout.machine.ts'

// UPDATE_DOCS=1 writes the pages anew instead of holding them against the statechart.
const updating = process.env['UPDATE_DOCS'] === '1'
const parts: Readonly<Record<string, readonly string[]>> = {
  'docs/lifecycle.md': ['preparing', 'flight', 'resting', 'events'],
  'README.md': ['overview'],
  'README.zh-CN.md': ['overview'],
}

describe('the drawn lifecycle', () => {
  test.each(Object.entries(parts))('of %s is that of the statechart', (name, expected) => {
    const file = new URL(`../../${name}`, import.meta.url)
    const page = readFileSync(file, 'utf8')
    for (const part of expected) expect(page).toContain(`<!-- generated:${part} -->`)
    if (updating) writeFileSync(file, withParts(page))
    else expect(page).toBe(withParts(page))
  })

  test('leaves out no code that the statechart has a row for', () => {
    const { events = '' } = lifecycleParts()
    for (const type of checkoutMachine.events.filter((name) => name.startsWith('SDK_')))
      expect(events).toContain(`\`${type}\``)
  })
})
