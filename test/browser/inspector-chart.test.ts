import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { type BuiltPage, buildInspectorPage, type Inspector, openInspector, recorded } from './inspector-rig.ts'
import { test as base } from './rig.ts'

let built: BuiltPage
beforeAll(async () => {
  built = await buildInspectorPage()
}, 120_000)
afterAll(() => built.remove())

const test = base.extend<{ inspector: Inspector }>({
  inspector: async ({ browser }, use) => {
    const inspector = await openInspector(browser, built, { traces: [recorded('card-3ds')] })
    await inspector.isIn('succeeded')
    await use(inspector)
    await inspector.close()
    expect(inspector.complaints).toEqual([])
  },
})

interface Seen {
  readonly x: number
  readonly y: number
  readonly scale: number
}

const chartOf = (page: Page): Locator => page.getByRole('group', { name: 'Statechart of the checkout' })

/** Where the drawing is, and how large. */
const seen = async (page: Page): Promise<Seen> => {
  const transform = await chartOf(page).locator('> g').getAttribute('transform')
  const [x = 0, y = 0, scale = 0] = (transform?.match(/-?[\d.]+/g) ?? []).map(Number)
  return { x, y, scale }
}

/** Waits until it has moved from there. */
const moved = async (page: Page, from: Seen): Promise<Seen> => {
  await expect.poll(() => seen(page)).not.toEqual(from)
  return seen(page)
}

const focused = (page: Page): Promise<string | null> => page.locator(':focus').getAttribute('data-item')

describe('the view of the chart', () => {
  test('is moved and zoomed by keys, and 0 shows all of it', async ({ inspector: { page } }) => {
    await chartOf(page).focus()
    const first = await seen(page)
    await page.keyboard.press('+')
    const nearer = await moved(page, first)
    expect(nearer.scale).toBeCloseTo(first.scale * 1.3, 3)
    await page.keyboard.press('ArrowRight')
    const aside = await moved(page, nearer)
    expect(aside.x).toBeCloseTo(nearer.x - 60, 1)
    await page.keyboard.press('-')
    await moved(page, aside)
    await page.keyboard.press('0')
    const [frame, whole] = await Promise.all([
      chartOf(page).boundingBox(),
      page.locator('.chart-drawing').boundingBox(),
    ])
    expect(whole?.x).toBeGreaterThanOrEqual(frame?.x ?? Number.NaN)
    expect(whole?.y).toBeGreaterThanOrEqual(frame?.y ?? Number.NaN)
    expect(whole?.height).toBeLessThan(frame?.height ?? Number.NaN)
  })

  test('is moved by a drag, zoomed by the wheel, a double click and buttons', async ({ inspector: { page } }) => {
    await page.getByRole('button', { name: 'Fit' }).click()
    const box = await chartOf(page).boundingBox()
    if (!box) throw new Error('No chart')
    // Beside the chart itself.
    const [x, y] = [box.x + 12, box.y + 12]
    const first = await seen(page)
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 30, y + 20, { steps: 4 })
    await page.mouse.up()
    const dragged = await moved(page, first)
    expect([dragged.x - first.x, dragged.y - first.y].map(Math.round)).toEqual([30, 20])
    await page.mouse.wheel(0, -200)
    const wheeled = await moved(page, dragged)
    expect(wheeled.scale).toBeGreaterThan(dragged.scale)
    await page.mouse.dblclick(x, y)
    const twice = await moved(page, wheeled)
    expect(twice.scale).toBeCloseTo(wheeled.scale * 2, 3)
    await page.getByRole('button', { name: 'Zoom out' }).click()
    expect((await moved(page, twice)).scale).toBeLessThan(twice.scale)
  })

  test('follows the checkout: the state that is active is in view', async ({ inspector: { page, isIn } }) => {
    await chartOf(page).focus()
    for (let times = 0; times < 5; times += 1) await page.keyboard.press('+')
    await page.locator('#timeline').getByRole('option').first().click()
    await isIn('init')
    const isInView = async (): Promise<boolean> => {
      const [frame, state] = await Promise.all([
        chartOf(page).boundingBox(),
        page.locator('[data-path="live.preparing.init"]').boundingBox(),
      ])
      if (!frame || !state) return false
      return state.x >= frame.x && state.y >= frame.y && state.x + state.width <= frame.x + frame.width
    }
    await expect.poll(isInView).toBe(true)
  })
})

describe('within the chart', () => {
  test('the Tab key leads to the active state, arrows lead on, and Enter to where one was entered', async ({
    inspector: { page, isIn },
  }) => {
    await chartOf(page).focus()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('succeeded')
    await page.locator('[data-item="live.flight.submitting"]').focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).not.toBe('live.flight.submitting')
    await page.locator('[data-item="live.flight.challenge"]').focus()
    await page.keyboard.press('Enter')
    await isIn('challenge')
  })

  test('a label says what all its codes mean, focused or pointed at, until Escape', async ({ inspector: { page } }) => {
    const card = page.getByRole('tooltip')
    const label = page.locator('[data-item="live.flight>live.flight.confirming"]')
    await label.focus()
    await card.waitFor()
    expect(await card.locator('dt').count()).toBe(19)
    expect(await card.innerText()).toContain('SDK_INTERNAL_ERROR')
    expect(await card.innerText()).toContain('Any code that the chart has no row for')
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'hidden' })
    await page.locator('[data-item="live>live.flight.challenge"]').hover()
    await card.waitFor()
    expect(await card.innerText()).toContain('any state → challenge')
  })

  test('what is written has room in its box, with the fonts of this browser', async ({ inspector: { page } }) => {
    for (const item of await page.locator('.chart-label, .chart-state').all()) {
      const [text, paper] = await Promise.all([
        item.locator('text').boundingBox(),
        item.locator('rect').first().boundingBox(),
      ])
      if (!text || !paper) throw new Error('Not drawn')
      expect(text.x).toBeGreaterThanOrEqual(paper.x)
      expect(text.x + text.width).toBeLessThanOrEqual(paper.x + paper.width)
    }
  })
})
