import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import manifest from '@alipay/ams-checkout/package.json' with { type: 'json' }
import { expect } from 'vitest'
import { parseLine } from '../../src/replay/trace-line.ts'
import { privateDataIn } from '../command/private-data.ts'
import type { MerchantOptions } from './merchant.ts'
import type { Tab } from './tab.ts'

/** Whose submit button it is, where nothing in the trace may say so: see test/traces/README.md. */
const settings = (tab: Tab): Pick<MerchantOptions, 'submitButton'> => {
  const options = new URL(tab.page.url()).searchParams.get('options')
  const { submitButton }: MerchantOptions = JSON.parse(options ?? '{}')
  return submitButton ? { submitButton } : {}
}

/** What a trace says, whenever it was recorded: what happens at about the same time may change places. */
const saying = (lines: readonly string[]): readonly string[] =>
  lines
    .slice(1)
    .map((line) => line.replace(/^\{"t":\d+,/, '{'))
    .sort()

/**
 * With `RECORD_TRACES` set, writes what reached the tab's page to `test/traces`. Without it, holds what reached it
 * against what was written there: the traces that guard without a browser are what still happens in one.
 */
export const record = async (trace: string, about: string, tab: Tab): Promise<void> => {
  const version = tab.page.context().browser()?.version() ?? 'unknown'
  const header = { trace, sdk: manifest.version, browser: `Chromium ${version}`, about, ...settings(tab) }
  const lines = [header, ...(await tab.trace())].map((line) => JSON.stringify(line))
  for (const line of lines) {
    const parsed = parseLine(line)
    if (parsed._tag === 'Left') throw new Error(`the recorder wrote what cannot be replayed: ${parsed.left}`)
  }
  expect(privateDataIn(lines.join('\n'))).toEqual([])
  const file = `test/traces/${trace}.ndjson`
  if (env['RECORD_TRACES']) return writeFileSync(file, `${lines.join('\n')}\n`)
  const written = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
  expect(saying(lines), `${file} is not what happens: record it anew (RECORD_TRACES=1)`).toEqual(saying(written))
}
