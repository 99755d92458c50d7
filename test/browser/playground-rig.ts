import { resolve } from 'node:path'
import { env } from 'node:process'
import type { FrameLocator, Page } from 'playwright-core'
import { build } from 'vite'
import { buildPages } from '../../docs/playground/build-pages.ts'
import { type Playground, startPlayground } from '../../docs/playground/main.ts'
import type { ScenarioName } from '../../docs/playground/scenarios/scenarios.ts'
import type { Shop } from './rig.ts'

// docs/playground as a visitor has it. Its time is the browser's, and goes as a test says.

/** Two pages are built: on a busy machine that takes a while. Milliseconds. */
export const BUILDING = 240_000

/** Into a folder of this worker's own: another may be building as well, and `dist` is everybody's. */
const buildInspector = async (): Promise<string> => {
  const outDir = resolve(`reports/inspector-page-${env['VITEST_POOL_ID'] ?? 0}`)
  const configFile = resolve('src/inspector/page/vite.config.ts')
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  return outDir
}

let built: { readonly inspector: Promise<string>; readonly pages: ReturnType<typeof buildPages> } | undefined

/** Both pages are built once, however many files ask. */
export const startBuilt = async (): Promise<Playground> => {
  built ??= { inspector: buildInspector(), pages: buildPages() }
  return startPlayground(await built.inspector, built.pages)
}

/** In one go, in milliseconds: no scenario does two things within it. */
const TICK = 100
/** Longer than any scenario takes. */
const LONG = 60_000

export interface Visit {
  readonly page: Page
  readonly inspector: FrameLocator
  readonly errors: readonly string[]
  /** Lets time go on until that is on the page. */
  until(selector: string): Promise<void>
  /** The state in which the machine is. */
  state(): Promise<string | null>
  choose(name: ScenarioName): Promise<void>
}

/** A visitor with the playground before him, on which nothing moves yet. */
export const visit = async (
  shop: Shop,
  { origin, inspector }: Playground,
  address = '?scenario=success&lang=en',
): Promise<Visit> => {
  shop.allow(origin)
  if (inspector !== null) shop.allow(inspector)
  const page = await shop.context.newPage()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
  })
  await page.clock.install()
  await page.goto(`${origin}/${address}`)
  await page.locator('.shop').waitFor()
  return {
    page,
    inspector: page.frameLocator('iframe'),
    errors,
    async until(selector) {
      for (let passed = 0; passed < LONG; passed += TICK) {
        if (await page.locator(selector).count()) return
        await page.clock.runFor(TICK)
      }
      throw new Error(`waited for ${selector}; it is ${await page.locator('#machine-state').textContent()}`)
    },
    state: () => page.locator('#machine-state').textContent(),
    choose: (name) => page.locator(`[data-scenario="${name}"]`).click(),
  }
}
