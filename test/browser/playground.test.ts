import { afterAll, beforeAll, describe, expect } from 'vitest'
import { wordsFor } from '../../docs/examples/ui/words.ts'
import { sentenceFor } from '../../docs/playground/buyer-words.ts'
import type { Playground } from '../../docs/playground/main.ts'
import { naiveNames } from '../../docs/playground/naive/handlers.ts'
import { scenarioNames, scenarioOf } from '../../docs/playground/scenarios/scenarios.ts'
import { singleCodes } from '../../docs/playground/scenarios/single-codes.ts'
import { rest } from '../controller/helpers.ts'
import { createStage, playThrough } from '../playground/stage.ts'
import { verdicts } from '../playground/verdicts.ts'
import { BUILDING, startBuilt, visit } from './playground-rig.ts'
import { test } from './rig.ts'

// The rig fails a test whose page asks any other host for anything.

let playground: Playground
beforeAll(async () => {
  playground = await startBuilt()
}, BUILDING)
afterAll(() => playground?.stop())

// What leaves the page is tried in playground-return.test.ts.
const staying = scenarioNames.filter((name) => !scenarioOf(name).afterReturn)

test.for(staying)('the scenario %s, by one click, shows the buyer what it should', async (name, { shop }) => {
  const { page, until, choose, state, errors } = await visit(shop, playground)
  const { play } = await playThrough(scenarioOf(name))
  const { view } = play.getState()
  await choose(name)
  const costly = Object.values(verdicts[name]).flat().length
  // It is over when each naive page has done what harm it does.
  await until(`[data-state="${view.state}"]`)
  await until(`.count[data-costly="${costly}"]`)
  expect(await state()).toBe(view.state)
  expect(await page.getByRole('status').textContent()).toBe(sentenceFor(view, 'en'))
  const { button } = wordsFor(view)
  expect(await page.locator('#again').count()).toBe(button === 'try-again' ? 1 : 0)
  expect(await page.locator('.fine').count()).toBe(1)
  for (const [harm, names] of Object.entries(verdicts[name]))
    for (const each of names) await page.locator(`[data-naive="${each}"][data-harm="${harm}"] .harm`).waitFor()
  expect(errors).toEqual([])
})

/** The state to which a code leads from the form, as the machine itself says. */
const ledTo = async (single: (typeof singleCodes)[number]): Promise<string> => {
  const { play, clock } = createStage({ scenario: scenarioOf('success') })
  play.begin()
  while (play.getState().view.state !== 'form' && clock.toNext()) await rest()
  play.send({ via: single.via, args: single.args }, single.money)
  const { state } = play.getState().view
  play.stop()
  return state
}

test('every code of the catalogue, by each of its channels, does at one click what the machine says', async ({
  shop,
}) => {
  const { page, until, state, errors } = await visit(shop, playground)
  await page.locator('#hold').click()
  await page.locator('#show-codes').click()
  for (const single of singleCodes) {
    await page.locator('#restart').click()
    for (let step = 0; step < 4; step += 1) await page.locator('#step').click()
    await until('[data-state="form"]')
    await page.locator(`[data-code="${single.code}"][data-via="${single.via}"]`).click()
    expect(await state(), `${single.code} by ${single.via}`).toBe(await ledTo(single))
  }
  expect(errors).toEqual([])
})

describe('time', () => {
  test('goes eight times as fast, and half as fast', async ({ shop }) => {
    const { page, state, choose } = await visit(shop, playground)
    await page.getByRole('radio', { name: '8×' }).check()
    await choose('load-timeout')
    await page.clock.runFor(2_200)
    expect(await state()).toBe('broken')
    await page.getByRole('radio', { name: '0.5×' }).check()
    await choose('success')
    await page.clock.runFor(2_200)
    expect(await state()).toBe('loading')
  })

  test('stands still, and goes on by single steps', async ({ shop }) => {
    const { page, state, choose } = await visit(shop, playground)
    await page.getByRole('button', { name: 'Pause' }).click()
    await choose('three-d-secure')
    await page.clock.runFor(60_000)
    expect(await state()).toBe('init')
    const passed: (string | null)[] = []
    for (let step = 0; step < 7; step += 1) {
      await page.getByRole('button', { name: 'Next step' }).click()
      passed.push(await state())
    }
    expect(passed).toEqual(['loading', 'loading', 'loading', 'form', 'submitting', 'challenge', 'challenge'])
    await page.getByRole('button', { name: 'Start over' }).click()
    expect(await state()).toBe('init')
  })
})

describe('the switch', () => {
  test('shows what naive pages make of the same callbacks, and takes them away again', async ({ shop }) => {
    const { page, until, choose } = await visit(shop, playground)
    await choose('late-error')
    await until('[data-naive="last-word-wins"][data-harm="pays-twice"]')
    const careless = page.locator('[data-naive="last-word-wins"]')
    expect(await careless.textContent()).toContain('Pay again')
    expect(await careless.textContent()).toContain('the buyer pays twice')
    expect(await page.getByRole('status').textContent()).toBe('Thank you. Your payment has arrived.')
    expect(await page.locator('.naive-page').count()).toBe(naiveNames.length)
    await page.getByLabel('Compare with naive pages').uncheck()
    expect(await page.locator('.naive-page').count()).toBe(0)
  })
})

describe('a visitor', () => {
  test('pays by hand, though he clicks three times', async ({ shop }) => {
    const { page, until } = await visit(shop, playground)
    await until('#pay:enabled')
    await page.evaluate("for (let click = 0; click < 3; click += 1) document.querySelector('#pay').click()")
    await page.getByText('duplicates: 2').waitFor()
    await until('[data-state="succeeded"]')
  })

  test('tries again, answers the bank, closes the popup', async ({ shop }) => {
    const { page, until, choose } = await visit(shop, playground)
    await choose('declined-for-good')
    await until('#again')
    await page.locator('#again').click()
    await until('[data-state="succeeded"]')
    await choose('three-d-secure')
    await until('[data-drawn="bank"]')
    await page.getByRole('button', { name: 'It is not' }).click()
    await until('[data-state="declined"]')
    await choose('success')
    await until('[data-drawn="form"]')
    await page.getByRole('button', { name: 'Close the popup' }).click()
    await until('[data-state="dismissed"]')
  })

  test('reads it in Chinese, and keeps what he has chosen over a reload', async ({ shop }) => {
    const { page, until, choose } = await visit(shop, playground)
    await choose('processing')
    await page.getByRole('radio', { name: '4×' }).check()
    await page.getByRole('button', { name: '中文' }).click()
    await until('[data-state="confirming"]')
    expect(await page.getByRole('status').textContent()).toBe('我们正在确认您的付款，您无需任何操作。')
    await page.reload()
    await page.locator('[data-scenario="processing"][aria-current]').waitFor()
    expect(await page.getByRole('radio', { name: '4×' }).isChecked()).toBe(true)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  })

  test('has all of it on a phone', async ({ shop }) => {
    const { page, until } = await visit(shop, playground)
    await until('[data-state="form"]')
    for (const width of [320, 390, 768, 1024]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${width}`).toBeLessThanOrEqual(
        0,
      )
    }
  })
})
