import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContextOptions, Download, Locator, Page } from 'playwright-core'
import { build } from 'vite'
import { expect } from 'vitest'
import { createInspectorServer } from '../../src/inspector/server/create-server.ts'
import type { InspectorServer, InspectorServerOptions, TraceSource } from '../../src/inspector/server/types.ts'
import { test as base } from './rig.ts'

// The inspector's page in a browser, from its own server. It asks nobody else for anything: see `strangers`.

export interface BuiltPage {
  readonly folder: string
  remove(): Promise<void>
}

/** Builds the page into a folder of its own. */
export const buildInspectorPage = async (): Promise<BuiltPage> => {
  const folder = await mkdtemp(join(tmpdir(), 'inspector-'))
  const outDir = join(folder, 'page')
  const configFile = resolve('src/inspector/page/vite.config.ts')
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  return { folder: outDir, remove: () => rm(folder, { recursive: true }) }
}

/** A trace of `test/traces`, as the command line gives it. */
export const recorded = (trace: string): TraceSource => ({ trace, open: () => createReadStream(pathOf(trace)) })

export const pathOf = (trace: string): string => resolve('test/traces', `${trace}.ndjson`)

/** Somebody looks at the inspector. */
export interface Inspector {
  readonly page: Page
  readonly server: InspectorServer
  /** What the page threw, or wrote to the console. */
  readonly complaints: readonly string[]
  /** What it has asked another host for. */
  readonly strangers: readonly string[]
  /** The rows of the timeline that are in the page. */
  readonly rows: Locator
  /** The checkouts that lie open. */
  readonly checkouts: Locator
  /** The chart's state that is lit. */
  readonly lit: Locator
  /** Waits until the page looks at a checkout in that state. */
  isIn(state: string): Promise<void>
  /** Drops a file onto the page. */
  drop(name: string, text: string): Promise<void>
  /** What a button lets one download: its name and its text. */
  downloads(button: Locator): Promise<{ readonly name: string; readonly text: string }>
  /** Keeps a picture of the page, where a person can look at it. */
  picture(name: string): Promise<void>
  close(): Promise<void>
}

const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8')

/** Without the fixture below: what it complains of is then for the test to look at. */
export const openInspector = async (
  browser: Browser,
  built: BuiltPage,
  options: Partial<InspectorServerOptions> = {},
  look: BrowserContextOptions = {},
): Promise<Inspector> => {
  const server = await createInspectorServer({ traces: [], allowedOrigins: [], page: built.folder, ...options })
  const usual = { viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' } as const
  const context = await browser.newContext({ ...usual, ...look })
  context.setDefaultTimeout(30_000)
  const complaints: string[] = []
  const strangers: string[] = []
  await context.route('**/*', (route) => {
    const url = route.request().url()
    if (new URL(url).origin === server.origin) return route.continue()
    strangers.push(url)
    return route.abort()
  })
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(server.origin)

  return {
    page,
    server,
    complaints,
    strangers,
    rows: page.locator('#timeline').getByRole('option'),
    checkouts: page.getByRole('navigation', { name: 'Checkouts' }).getByRole('listitem'),
    lit: page.locator('.chart-state[aria-current]'),
    async isIn(state) {
      await expect.poll(() => page.title(), { timeout: 20_000 }).toMatch(new RegExp(`^${state} · `))
    },
    async drop(name, text) {
      const dataTransfer = await page.evaluateHandle(`(() => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}))
        return transfer
      })()`)
      await page.dispatchEvent('body', 'drop', { dataTransfer })
    },
    async downloads(button) {
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
      return { name: download.suggestedFilename(), text: await textOf(download) }
    },
    async picture(name) {
      const folder = resolve('reports/screenshots')
      await mkdir(folder, { recursive: true })
      await page.screenshot({ path: join(folder, `inspector-${name}.png`), animations: 'disabled' })
    },
    async close() {
      await context.close()
      await server.close()
    },
  }
}

type Open = (options?: Partial<InspectorServerOptions>, look?: BrowserContextOptions) => Promise<Inspector>

/** `test` with inspectors to open. None of them may complain, or ask another host for anything. */
export const test = base.extend<{ built: BuiltPage; open: Open }>({
  built: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of the fixtures from here.
    async ({}, use) => {
      const built = await buildInspectorPage()
      await use(built)
      await built.remove()
    },
    { scope: 'worker' },
  ],
  open: async ({ browser, built }, use) => {
    const opened: Inspector[] = []
    await use(async (options, look) => {
      const inspector = await openInspector(browser, built, options, look)
      opened.push(inspector)
      return inspector
    })
    await Promise.all(opened.map(({ close }) => close()))
    for (const { complaints, strangers } of opened) expect({ complaints, strangers }).toEqual(quiet)
  },
})

const quiet: Pick<Inspector, 'complaints' | 'strangers'> = { complaints: [], strangers: [] }
