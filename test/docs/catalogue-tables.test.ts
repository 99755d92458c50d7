import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogueTables, type Language, withTables } from '../../docs/generate-tables.ts'

// UPDATE_DOCS=1 writes the pages anew instead of holding them against the catalogue.
const { UPDATE_DOCS } = process.env
const updating = UPDATE_DOCS === '1'

const pages: readonly (readonly [string, Language])[] = [
  ['catalogue.md', 'en'],
  ['catalogue.zh-CN.md', 'zh'],
]

describe('the catalogue page', () => {
  test.each(pages)('%s shows every code just as the catalogue has it', (name, language) => {
    const file = new URL(`../../docs/${name}`, import.meta.url)
    const page = readFileSync(file, 'utf8')
    const expected = withTables(page, catalogueTables(language))
    if (updating) writeFileSync(file, expected)
    else expect(page).toBe(expected)
  })

  test.each(pages)('%s has tables in which every row has as many cells as the head', (_, language) => {
    for (const table of Object.values(catalogueTables(language))) {
      const widths = table.split('\n').map((line) => line.split(/(?<!\\)\|/).length)
      expect(new Set(widths).size).toBe(1)
    }
  })

  test('a page without a place for a table is refused rather than left out of date', () => {
    expect(() => withTables('# No markers', { 'event-codes': '' })).toThrow('event-codes')
  })
})
