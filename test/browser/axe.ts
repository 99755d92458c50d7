import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

// The accessibility checker of Deque, run in the page.

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 AA, and what is good practice besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What it finds: `rule: where`, one line an element. */
export const findBarriers = async (page: Page): Promise<readonly string[]> => {
  // By the debugger, which the page's Content-Security-Policy lets through; `rules` turns on what is off by default.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(`{${await source}}`)
  return page.evaluate(`axe
    .run({ runOnly: ${JSON.stringify(tags)}, rules: { 'target-size': { enabled: true } } })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + ' – ' + failureSummary)))`)
}
