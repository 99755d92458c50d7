import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lifecycleParts } from '../../docs/generate-lifecycle.ts'
import { withTables } from '../../docs/generate-tables.ts'
import { checkoutMachine } from '../../machines/checkout.machine.ts'

// UPDATE_DOCS=1 writes the pages anew instead of holding them against the statechart.
const updating = process.env['UPDATE_DOCS'] === '1'
const parts = lifecycleParts()

describe('the drawn lifecycle', () => {
  test('of docs/lifecycle.md is that of the statechart', () => {
    const page = readFileSync('docs/lifecycle.md', 'utf8')
    const expected = withTables(page, parts)
    if (updating) writeFileSync('docs/lifecycle.md', expected)
    else expect(page).toBe(expected)
  })

  test('leaves out no event that the statechart has a row for', () => {
    const { events = '' } = parts
    for (const type of checkoutMachine.events) expect(events).toContain(type === '*' ? 'any other code' : `\`${type}\``)
  })

  test('says of an event what each state does with it', () => {
    const { events = '' } = parts
    expect(events).toContain(
      '| `SDK_END_OF_LOADING` | `init`, `loading`, `broken` → `form`<br/>else stays: an anomaly |',
    )
    expect(events).toContain('else → `confirming` if its payload says otherwise; else → `succeeded` |')
    expect(events).toContain('`loading` (slow), `broken` → `errored` if no payment is possible; else → `unresolved`')
  })
})
