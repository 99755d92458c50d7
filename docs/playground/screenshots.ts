import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { chromiumPath } from '../../test/browser/chromium.ts'
import { buildPages } from './build-pages.ts'
import { startPlayground } from './main.ts'
import { takeScreenshots } from './take-screenshots.ts'

/** Writes docs/screenshots/*.png anew. */
export const writeScreenshots = async (): Promise<readonly string[]> => {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error('there is no Chromium: set CHROMIUM_PATH')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
  const folder = fileURLToPath(new URL('../screenshots', import.meta.url))
  const pages = buildPages()
  return takeScreenshots(browser, () => startPlayground(undefined, pages), folder).finally(() => browser.close())
}
