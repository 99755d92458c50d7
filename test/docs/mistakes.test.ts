import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { withTables } from '../../docs/generate-tables.ts'
import { naiveNames } from '../../docs/playground/naive/handlers.ts'
import { mistakes } from '../../docs/playground/naive/mistakes.ts'
import { mistakesTable } from '../../docs/playground/naive/mistakes-table.ts'
import type { Lang } from '../../src/catalogue/types.ts'
import { verdicts } from '../playground/verdicts.ts'

// UPDATE_DOCS=1 writes the pages anew instead of holding them against the data.
const { UPDATE_DOCS } = process.env
const updating = UPDATE_DOCS === '1'

const pages: readonly (readonly [string, Lang])[] = [
  ['what-integrations-get-wrong.md', 'en'],
  ['what-integrations-get-wrong.zh-CN.md', 'zh'],
]

test.each(pages)('docs/%s has each mistake just as the playground has it', (name, lang) => {
  const file = new URL(`../../docs/${name}`, import.meta.url)
  const page = readFileSync(file, 'utf8')
  const expected = withTables(page, { mistakes: mistakesTable(lang) })
  if (updating) writeFileSync(file, expected)
  else expect(page).toBe(expected)
})

describe('a mistake', () => {
  test.each(mistakes)('$mistake.en costs money in the scenario that is said to show it', ({ scenario, shownBy }) => {
    expect(Object.values(verdicts[scenario]).flat()).toContain(shownBy)
  })

  test('is made by each naive page', () => {
    expect(new Set(mistakes.map(({ shownBy }) => shownBy))).toEqual(new Set(naiveNames))
  })
})
