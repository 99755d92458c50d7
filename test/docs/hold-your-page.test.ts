import { readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { naivePage } from '../../docs/examples/naive-page.ts'
import { withTables } from '../../docs/generate-tables.ts'
import { checkoutPage, neverPaysTwice, noFalseSuccess, type PageProperty, toTrace } from '../../src/testing/index.ts'
import { command } from '../command/command.ts'

// docs/testing.md: its example is held against the properties, and what they print is what the page shows.
// UPDATE_DOCS=1 writes it anew.
const fixed = { seed: 3, numRuns: 100 }

const check = async (property: PageProperty) => {
  const details = await fc.check(property(naivePage), fixed)
  const [journey] = details.counterexample ?? []
  return { report: fc.defaultReportMessage(details)?.split('\nShrunk')[0] ?? '', journey }
}

const fenced = (language: string, text: string): string => ['```'.concat(language), text.trimEnd(), '```'].join('\n')

describe('a naive page, held against the properties,', async () => {
  const twice = await check(neverPaysTwice)
  const falsely = await check(noFalseSuccess)

  test('is found out offering a second payment', () => {
    expect(twice.report).toContain('"via":"onEventCallback","args":[{"code":"SDK_REDIRECT"}]')
  })

  test('is found out showing "paid" for a success whose payload denies it', () => {
    expect(falsely.report).toMatch(/"code":"SDK_PAYMENT_SUCCESSFUL","result":\{/)
  })

  test('and the page of this package is not', async () => {
    for (const property of [neverPaysTwice, noFalseSuccess])
      await fc.assert(
        property(() => checkoutPage()),
        fixed,
      )
  })

  test('docs/testing.md shows that page, and what was found', async () => {
    const example = readFileSync('docs/examples/naive-page.ts', 'utf8')
    const { stdout } = await command(['replay'], { stdin: twice.journey ? [toTrace(twice.journey)] : [] })
    const page = readFileSync('docs/testing.md', 'utf8')
    const expected = withTables(page, {
      'naive-page': fenced('ts', example.replace('../../src/testing/index.ts', 'antom-checkout-machine/testing')),
      'pays-twice': fenced('text', twice.report),
      replay: fenced('text', stdout),
      'false-success': fenced('text', falsely.report),
    })
    if (env['UPDATE_DOCS'] === '1') writeFileSync('docs/testing.md', expected)
    else expect(page).toBe(expected)
  })
})
