import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect } from 'vitest'
import { command, journeys } from '../command/command.ts'
import { type Inspector, pathOf, recorded, test } from './inspector-rig.ts'

const traces = ['card-3ds', 'late-error-after-success', 'browser-ten-submits'] as const

const download = async (
  opened: Inspector,
  kind: 0 | 1 | 2,
): Promise<{ readonly name: string; readonly text: string }> => {
  await opened.page.getByRole('tab', { name: 'Export' }).click()
  return opened.downloads(opened.page.getByRole('button', { name: 'Download' }).nth(kind))
}

/** From state to state, as `antom-checkout replay` says. */
const replay = async (trace: { readonly path: string } | { readonly text: string }): Promise<readonly string[]> => {
  const { stdout, status } =
    'path' in trace
      ? await command(['replay', '--json', trace.path])
      : await command(['replay', '--json'], { stdin: [trace.text] })
  expect(status).toBe(0)
  const [journey] = journeys(stdout)
  return [
    ...(journey?.steps ?? []).map(({ from, to }) => `${from} → ${to}`),
    JSON.stringify(journey?.outcome?.['status']),
  ]
}

/** Only where the state changes: what has no consequence need not be the same line by line. */
const moves = (steps: readonly string[]): readonly string[] => steps.filter((step) => !/^(.+) → \1$/.test(step))

describe('what is exported', () => {
  test.for(traces)('as a trace goes through the same states, says the command: %s', async (trace, { open }) => {
    const opened = await open({ traces: [recorded(trace)] })
    await opened.isIn('succeeded')
    const exported = await download(opened, 0)
    expect(moves(await replay(exported))).toEqual(moves(await replay({ path: pathOf(trace) })))
  })

  test('as tests passes, run by vitest in a project that has this package; a wrong one fails', {
    timeout: 120_000,
  }, async ({ open }) => {
    const folder = await mkdtemp(join(tmpdir(), 'exported-'))
    try {
      for (const trace of traces) {
        const opened = await open({ traces: [recorded(trace)] })
        await opened.isIn('succeeded')
        const { name, text } = await download(opened, 1)
        expect(name).toBe(`${trace}.test.ts`)
        await writeFile(join(folder, name), text)
        if (trace === 'card-3ds')
          await writeFile(join(folder, 'wrong.test.ts'), text.replace('"succeeded"', '"failed"'))
      }
      await symlink(resolve('node_modules'), join(folder, 'node_modules'))
      const source = JSON.stringify(resolve('src/index.ts'))
      await writeFile(
        join(folder, 'vitest.config.mjs'),
        `export default { resolve: { alias: { 'antom-checkout-machine': ${source}, 'fp-ts/lib': 'fp-ts/es6' } } }`,
      )
      const vitest = resolve('node_modules/vitest/vitest.mjs')
      const run = promisify(execFile)(process.execPath, [vitest, 'run', '--root', folder, '--reporter', 'json'], {
        cwd: folder,
      })
      const { stdout } = await run.catch((failed: { readonly stdout: string }) => failed)
      const report = JSON.parse(stdout.slice(stdout.indexOf('{')))
      expect(
        report.testResults.map(({ name, status }: Record<string, string>) => [name?.split('/').at(-1), status]).sort(),
      ).toEqual([...traces.map((trace) => [`${trace}.test.ts`, 'passed']), ['wrong.test.ts', 'failed']].sort())
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('as a picture can be seen by itself: it asks for nothing, and shows the moment', async ({ open, browser }) => {
    const opened = await open({ traces: [recorded('card-3ds')] })
    await opened.isIn('succeeded')
    await opened.page.keyboard.press('ArrowUp')
    await opened.isIn('challenge')
    const { text } = await download(opened, 2)
    expect(text).toMatch(/data-path="live\.flight\.challenge" [^>]*data-active/)
    expect(text).not.toMatch(/data-path="succeeded" [^>]*data-active/)
    // But for the name of its language.
    expect(text.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|url\(|@import|href|<image|<script|var\(--/,
    )

    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } })
    const asked: string[] = []
    await context.route('**/*', (route) => {
      const { href, pathname } = new URL(route.request().url())
      if (pathname === '/picture.svg') return route.fulfill({ contentType: 'image/svg+xml', body: text })
      if (pathname === '/')
        return route.fulfill({ contentType: 'text/html', body: '<img src="picture.svg" width="1300">' })
      asked.push(href)
      return route.abort()
    })
    const page = await context.newPage()
    await page.goto('http://pictures.test/')
    const size = await page.evaluate(`document.images[0].decode().then(() => document.images[0].naturalWidth)`)
    expect(size).toBeGreaterThan(500)
    await page.screenshot({ path: 'reports/screenshots/inspector-exported-picture.png', fullPage: true })
    expect(asked.filter((url) => !url.endsWith('favicon.ico'))).toEqual([])
    await context.close()
  })
})
