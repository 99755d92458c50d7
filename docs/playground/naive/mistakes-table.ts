import type { Lang } from '../../../src/catalogue/types.ts'
import { scenarioOf } from '../scenarios/scenarios.ts'
import { naiveHandlers } from './handlers.ts'
import { mistakes } from './mistakes.ts'

const heads: Readonly<Record<Lang, readonly string[]>> = {
  en: ['mistake', 'of 8', 'what it costs', 'here instead', 'scenario → naive page'],
  zh: ['错误', '8 家中', '代价', '本包的做法', '场景 → 草率的页面'],
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The mistakes as a table of Markdown: for docs/what-integrations-get-wrong.md. */
export const mistakesTable = (lang: Lang): string =>
  [
    row(heads[lang]),
    row(heads[lang].map(() => '---')),
    ...mistakes.map(({ mistake, of8, cost, instead, scenario, shownBy }) =>
      row([
        mistake[lang],
        of8,
        cost[lang],
        instead[lang],
        `${scenarioOf(scenario).title[lang]} → ${naiveHandlers[shownBy].title[lang]}`,
      ]),
    ),
  ].join('\n')
