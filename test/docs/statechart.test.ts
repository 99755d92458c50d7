import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { chartPictures } from '../../docs/generate-chart.ts'

// UPDATE_DOCS=1 draws the pictures anew instead of holding them against the statechart.
const updating = process.env['UPDATE_DOCS'] === '1'
const names = ['docs/statechart.svg', 'docs/statechart-overview.svg']

describe('the picture of the statechart', () => {
  let pictures: Readonly<Record<string, string>> = {}
  beforeAll(async () => {
    pictures = await chartPictures()
  }, 60_000)

  test.each(names)('%s is that of the statechart', (name) => {
    if (updating) writeFileSync(name, `${pictures[name]}\n`)
    else expect(existsSync(name) && readFileSync(name, 'utf8')).toBe(`${pictures[name]}\n`)
  })

  test.each(names)('%s names every state and every way to end', (name) => {
    const live = ['init', 'loading', 'form', 'submitting', 'challenge', 'redirecting', 'confirming']
    const resting = ['declined', 'dismissed', 'broken']
    const final = ['succeeded', 'failed', 'cancelled', 'errored', 'unresolved']
    for (const state of [...live, ...resting, ...final]) expect(pictures[name]).toContain(`>${state}</text>`)
  })

  test.each(names)('%s needs nothing from elsewhere, and runs nothing', (name) => {
    const withoutItsNamespace = pictures[name]?.replace('xmlns="http://www.w3.org/2000/svg"', '')
    expect(withoutItsNamespace).not.toMatch(/https?:|url\(|href|@import|<script|<foreignObject|\son\w+=/i)
  })

  test.each(names)('%s says its colours by their values, light and dark', (name) => {
    expect(pictures[name]).not.toMatch(/var\(|light-dark\(|currentColor/)
    expect(pictures[name]).toContain('@media (prefers-color-scheme: dark)')
  })

  test('stands in the pages', () => {
    expect(readFileSync('README.md', 'utf8')).toContain('(./docs/statechart-overview.svg)')
    expect(readFileSync('README.zh-CN.md', 'utf8')).toContain('(./docs/statechart-overview.svg)')
    expect(readFileSync('docs/lifecycle.md', 'utf8')).toContain('(./statechart.svg)')
  })
})
