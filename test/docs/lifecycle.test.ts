import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lifecycleParts } from '../../docs/generate-lifecycle.ts'
import { withTables } from '../../docs/generate-tables.ts'
import { checkoutMachine } from '../../machines/checkout.machine.ts'

// UPDATE_DOCS=1 writes the pages anew instead of holding them against the statechart.
const updating = process.env['UPDATE_DOCS'] === '1'
const { overview = '', ...inFull } = lifecycleParts()

describe('the drawn lifecycle', () => {
  test.each([
    ['README.md', { overview }],
    ['README.zh-CN.md', { overview }],
    ['docs/lifecycle.md', inFull],
  ])('of %s is that of the statechart', (name, parts) => {
    const page = readFileSync(name, 'utf8')
    const expected = withTables(page, parts)
    if (updating) writeFileSync(name, expected)
    else expect(page).toBe(expected)
  })

  test('has every state and every way to end', () => {
    for (const state of ['init', 'loading', 'form', 'submitting', 'challenge', 'redirecting', 'confirming', 'declined'])
      expect(overview).toContain(`    ${state}\n`)
    for (const end of ['succeeded', 'failed', 'cancelled', 'errored', 'unresolved'])
      expect(overview).toContain(`  ${end} --> [*]`)
  })

  test('leaves out no event that the statechart has a row for', () => {
    const { events = '' } = inFull as Record<string, string>
    for (const type of checkoutMachine.events) expect(events).toContain(type === '*' ? 'any other code' : `\`${type}\``)
  })

  test('says of an event what each state does with it', () => {
    const { events = '' } = inFull as Record<string, string>
    expect(events).toContain(
      '| `SDK_END_OF_LOADING` | `init`, `loading`, `broken` → `form`<br/>else stays: an anomaly |',
    )
    expect(events).toContain('else → `confirming` if its payload says otherwise; else → `succeeded` |')
    expect(events).toContain('`loading` (slow), `broken` → `errored` if no payment is possible; else → `unresolved`')
  })
})
