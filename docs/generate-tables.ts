import { eventCodes } from '../src/catalogue/event-codes.ts'
import { ownEvents } from '../src/catalogue/own-events.ts'
import { paymentResultCodes } from '../src/catalogue/payment-result-codes.ts'
import type { EventCodeEntry, EventSource, Text } from '../src/catalogue/types.ts'

/** A language of the catalogue, and of the page that shows it. */
export type Language = keyof Text

/** A table of the catalogue, by the name that its marker comments in the pages have. */
export type TableName = 'event-codes' | 'own-events' | 'payment-result-codes'

const labels = {
  en: {
    code: 'Code',
    kind: 'Speaks of',
    callbacks: 'Comes by',
    sources: 'Known from',
    nextStep: '`nextStep`',
    sameSession: 'Same session',
    meaning: 'What has happened',
    advice: 'What to do',
    yes: 'yes',
    no: 'no',
    status: 'status',
    error: 'error',
    result: 'result',
    reference: 'reference',
    sdk: 'SDK',
    practice: 'practice',
    package: 'this package',
    comma: ', ',
  },
  zh: {
    code: '代码',
    kind: '类别',
    callbacks: '回调方法',
    sources: '来源',
    nextStep: '`nextStep`',
    sameSession: '可用原会话重试',
    meaning: '发生了什么',
    advice: '如何处理',
    yes: '是',
    no: '否',
    status: '状态',
    error: '错误',
    result: '支付结果',
    reference: '官方文档',
    sdk: 'SDK',
    practice: '实践',
    package: '本包',
    comma: '、',
  },
} as const

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...body].map(row).join('\n')

const code = (text: string): string => `\`${text}\``

/** The catalogue's tables as Markdown, drawn from the catalogue itself. */
export const catalogueTables = (language: Language): Readonly<Record<TableName, string>> => {
  const label = labels[language]
  const sourcesOf = (sources: readonly EventSource[]) => sources.map((source) => label[source]).join(label.comma)

  return {
    'event-codes': table(
      [label.code, label.kind, label.callbacks, label.sources, label.meaning, label.advice],
      Object.entries<EventCodeEntry>(eventCodes).map(([name, { kind, callbacks, sources, meaning, advice }]) => [
        code(name),
        label[kind],
        callbacks.map(code).join(label.comma),
        sourcesOf(sources),
        meaning[language],
        advice[language],
      ]),
    ),
    'own-events': table(
      [label.code, label.kind, label.meaning, label.advice],
      Object.entries(ownEvents).map(([name, { kind, meaning, advice }]) => [
        code(name),
        label[kind],
        meaning[language],
        advice[language],
      ]),
    ),
    'payment-result-codes': table(
      [label.code, label.nextStep, label.sameSession, label.sources, label.meaning, label.advice],
      Object.entries(paymentResultCodes).map(([name, { nextStep, sameSession, sources, meaning, advice }]) => [
        code(name),
        code(nextStep),
        sameSession ? label.yes : label.no,
        sourcesOf(sources),
        meaning[language],
        advice[language],
      ]),
    ),
  }
}

// Rows as long as these cannot be aligned to any use, and aligning would make one changed text change every line.
const unaligned = '<!-- biome-ignore format: generated; UPDATE_DOCS=1 writes it anew -->'

/** The page with every table between its marker comments drawn anew. Throws if the page lacks a marker: an empty place would never be stale. */
export const withTables = (page: string, tables: Readonly<Record<string, string>>): string =>
  Object.entries(tables).reduce((text, [name, markdown]) => {
    const [start, end] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`]
    const [from, to] = [text.indexOf(start), text.indexOf(end)]
    if (from < 0 || to < from) throw new Error(`The page has no place for the table ${name}`)
    return `${text.slice(0, from)}${start}\n\n${unaligned}\n\n${markdown}\n\n${text.slice(to)}`
  }, page)
