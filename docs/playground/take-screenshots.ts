import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Playground } from './main.ts'

// Pictures of the playground for README and docs. Time goes as it is told, so that each is the same moment every time;
// what may differ is the fonts of the machine.

/** When it is, in the pictures. */
const NOON = new Date('2026-01-05T12:00:00Z')
/** In one go, in milliseconds: no scenario does two things within it. */
const TICK = 100
const LONG_ENOUGH = 40_000

interface Shot {
  readonly name: string
  readonly scenario: string
  /** The picture is taken when this is on the page. */
  readonly until: string
  readonly options?: BrowserContextOptions
  /** What of the page; default: all of it. */
  readonly of?: 'inspector alone' | 'shop and naive pages'
}

const asked = '[data-naive="gives-up-at-once"][data-harm]'
const wide: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }

export const shots: readonly Shot[] = [
  { name: 'playground-light', scenario: 'processing', until: asked, options: wide },
  { name: 'playground-dark', scenario: 'processing', until: asked, options: { ...wide, colorScheme: 'dark' } },
  { name: 'inspector', scenario: 'three-d-secure', until: '[data-state="challenge"]', of: 'inspector alone' },
  {
    name: 'naive',
    scenario: 'processing',
    until: '[data-naive="success-or-failure"][data-harm]',
    of: 'shop and naive pages',
  },
  {
    name: 'phone',
    scenario: 'declined-then-retried',
    until: '[data-state="declined"]',
    options: { viewport: { width: 390, height: 844 } },
  },
]

const playUntil = async (page: Page, selector: string): Promise<void> => {
  for (let passed = 0; passed < LONG_ENOUGH; passed += TICK) {
    if (await page.locator(selector).count()) return
    await page.clock.runFor(TICK)
  }
  throw new Error(`${selector} did not come`)
}

/** The inspector has heard of the state in which the shop is. */
const untilInspected = async (page: Page, inspected: Page | ReturnType<Page['frameLocator']>): Promise<void> => {
  const state = await page.locator('#machine-state').textContent()
  await inspected.locator('.timeline').getByText(`${state}`, { exact: true }).last().waitFor()
}

const take = async (browser: Browser, playground: Playground, shot: Shot, path: string): Promise<void> => {
  const context = await browser.newContext({ ...wide, locale: 'en', reducedMotion: 'reduce', ...shot.options })
  try {
    const page = await context.newPage()
    await page.clock.install({ time: NOON.getTime() - 1_000 })
    await page.clock.pauseAt(NOON)
    await page.goto(`${playground.origin}/?scenario=${shot.scenario}&lang=en`)
    await page.locator('.shop').waitFor()
    await playUntil(page, shot.until)
    await page.locator('#hold').click()
    await page.clock.resume()
    const picture = { path, animations: 'disabled' } as const
    if (shot.of === 'inspector alone') {
      const inspector = await context.newPage()
      await inspector.goto(playground.inspector ?? '')
      await untilInspected(page, inspector)
      await inspector.screenshot(picture)
      return
    }
    await untilInspected(page, page.frameLocator('iframe'))
    if (shot.of === undefined) return void (await page.screenshot(picture))
    const [left, right] = await Promise.all(['.with', '.naive'].map((pane) => page.locator(pane).boundingBox()))
    if (!left || !right) throw new Error('the panes are not there')
    const clip = {
      x: left.x - 12,
      y: left.y - 12,
      width: right.x + right.width - left.x + 24,
      height: left.height + 24,
    }
    await page.screenshot({ ...picture, clip })
  } finally {
    await context.close()
  }
}

/** @param start a playground of its own for each picture, in which nothing has happened yet */
export const takeScreenshots = async (
  browser: Browser,
  start: () => Promise<Playground>,
  folder: string,
): Promise<readonly string[]> => {
  const paths: string[] = []
  for (const shot of shots) {
    const playground = await start()
    const path = join(folder, `${shot.name}.png`)
    await take(browser, playground, shot, path).finally(playground.stop)
    paths.push(path)
  }
  return paths
}
