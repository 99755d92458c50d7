import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { Playground } from '../../docs/playground/main.ts'
import { shots, takeScreenshots } from '../../docs/playground/take-screenshots.ts'
import { BUILDING, startBuilt, visit } from './playground-rig.ts'
import { test } from './rig.ts'

let playground: Playground
beforeAll(async () => {
  playground = await startBuilt()
}, BUILDING)
afterAll(() => playground?.stop())

test('the inspector beside the shop shows the same journey, and what it sends reaches the shop', async ({
  shop,
  onTestFinished,
}) => {
  // Its first journey is the one that is looked at.
  const fresh = await startBuilt()
  onTestFinished(fresh.stop)
  const { page, inspector, until, choose } = await visit(shop, fresh, '?scenario=success&lang=en&compare=no')
  await page.setViewportSize({ width: 1900, height: 1000 })
  const row = (code: string) => inspector.locator('.timeline').getByText(code, { exact: true })
  await page.getByRole('button', { name: 'Pause' }).click()
  for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: 'Next step' }).click()
  for (const code of ['mount', 'SDK_START_OF_LOADING', 'SDK_END_OF_LOADING']) await row(code).waitFor()

  await inspector.getByRole('tab', { name: 'Send' }).click()
  await inspector.getByRole('button', { name: 'SDK_PAYMENT_CHALLENGE', exact: true }).click()
  await page.locator('[data-drawn="bank"]').waitFor()
  expect(await page.getByRole('status').textContent()).toContain('Your bank asks you')
  await row('SDK_PAYMENT_CHALLENGE').waitFor()
  // The naive pages have seen it as well.
  await page.getByLabel('Compare with naive pages').check()
  await page.locator('[data-naive="default-tears-down"] [data-says="failed"]').waitFor()

  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await choose('declined-for-good')
  await until('[data-state="declined"]')
  await inspector.locator('.entry-name', { hasText: 'Declined, session over' }).waitFor()
  // The one before is over: this one is looked at.
  await inspector.locator('.timeline').getByText('declined', { exact: true }).last().waitFor()
})

test('without the inspector’s page, the shop is there all the same, and says what to do', async ({ shop }) => {
  const alone: Playground = { ...playground, inspector: null }
  await shop.context.route('**/playground.json', (route) => route.fulfill({ json: { inspector: null } }))
  const { page, until } = await visit(shop, alone)
  await until('[data-state="succeeded"]')
  await page.getByText('The inspector’s page is not built').waitFor()
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test('an accessibility checker finds nothing wrong with the playground', async ({ shop }) => {
    const { page, until, choose } = await visit(shop, playground)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const look = async (): Promise<void> => {
      await page.evaluate(axe)
      const found = await page.evaluate('axe.run(document, { iframes: false })')
      const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] }
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
    }
    await until('[data-drawn="form"]')
    await look()
    await choose('three-d-secure')
    await until('[data-drawn="bank"]')
    await page.locator('#show-codes').click()
    await look()
    await page.locator('#show-scenarios').click()
    await choose('server-down')
    await until('[data-naive="silence-means-failed"][data-harm]')
    await look()
  })
})

test('pictures of it are taken, for a person to look at', { timeout: BUILDING }, async ({ browser }) => {
  const paths = await takeScreenshots(browser, startBuilt, 'reports/screenshots')
  expect(paths).toHaveLength(shots.length)
  // A page on which nothing is shown is a picture of a few kilobytes.
  for (const path of paths) expect(readFileSync(path).length, path).toBeGreaterThan(20_000)
})
