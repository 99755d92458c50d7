import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { WebSocket } from 'ws'
import { createCheckout } from '../../src/index.ts'
import { connectInspector } from '../../src/inspect/index.ts'
import { type Inspector, recorded, test } from './inspector-rig.ts'

const widths = [375, 320] as const
const look = (width: number) => ({ viewport: { width, height: 740 }, hasTouch: true, isMobile: true })

/** How much wider than the screen the page is, and which parts of it stick out where nothing lets one scroll to them. */
const overflow = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
    // Not \`innerWidth\`: a phone makes that as wide as the page turns out.
    const { clientWidth, scrollWidth } = document.documentElement
    const scrolls = (element) => element !== null && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) ||
      element.matches('svg, .visually-hidden') || scrolls(element.parentElement))
    const sticksOut = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      const isDrawn = width > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      return isDrawn && (right > clientWidth + 0.5 || left < -0.5) && !scrolls(element)
    })
    return { by: scrollWidth - clientWidth, sticksOut: sticksOut.map(({ className }) => className) }
  })()`)
const none = { by: 0, sticksOut: [] }

/** What a finger can act on, and is smaller than it should be. (The chart can be made larger.) */
const small = (page: Page): Promise<unknown> =>
  page.evaluate(`[...document.querySelectorAll('button, select, input, summary, [role=option]')]
    .filter((element) => element.checkVisibility())
    .map((element) => [element.closest('label') ?? element, element])
    .filter(([target]) => {
      const { width, height } = target.getBoundingClientRect()
      return width < 32 || height < 32
    })
    .map(([, element]) => element.outerHTML.slice(0, 80))`)

const places = ['Timeline', 'Chart', 'Moment', 'Send', 'Export'] as const
const goTo = ({ page }: Inspector, name: (typeof places)[number]): Promise<void> =>
  page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name }).tap()

describe.for(widths)('on a screen of %i pixels', (width) => {
  test('everything has room before a trace is open, and after', async ({ open }) => {
    const traces = ['late-error-after-success', 'browser-ten-submits', 'form-invalid-then-duplicate-then-success']
    const empty = await open({}, look(width))
    await empty.page.getByText('listening').waitFor({ state: 'attached' })
    expect(await overflow(empty.page)).toEqual(none)
    expect(await small(empty.page)).toEqual([])
    if (width === 375) await empty.picture('phone-welcome')

    const opened = await open({ traces: traces.map(recorded) }, look(width))
    const { page, isIn, drop } = opened
    await isIn('succeeded')
    await drop(
      `${'a-very-long-name-of-a-file'.repeat(4)}.ndjson`,
      '{"t":1,"via":"onError","args":[{"code":"SDK_X"}]}\nno',
    )
    await isIn('broken')
    for (const place of places) {
      await goTo(opened, place)
      expect(await overflow(page), place).toEqual(none)
      expect(await small(page), place).toEqual([])
      if (width === 320) await opened.picture(`small-${place.toLowerCase()}`)
    }
    await page.getByRole('button', { name: 'Open', exact: true }).tap()
    await page.getByRole('dialog').waitFor()
    expect(await overflow(page), 'dialog').toEqual(none)
    if (width === 375) await opened.picture('phone-dialog')
  })

  test('everything can be done by finger: look, travel, search, pick, send, export', async ({ open }) => {
    const opened = await open({}, look(width))
    const { page, server, rows, isIn, checkouts, downloads } = opened
    const inspector = connectInspector({ url: server.origin.replace('http', 'ws'), name: 'my shop', WebSocket })
    const checkout = createCheckout({ inspect: inspector.inspect })
    inspector.control(checkout)
    checkout.callbacks.onEventCallback({ code: 'SDK_START_OF_LOADING' })
    await isIn('loading')
    await goTo(opened, 'Send')
    await page.getByRole('button', { name: 'SDK_PAYMENT_CHALLENGE' }).tap()
    await isIn('challenge')
    await goTo(opened, 'Timeline')
    await rows.nth(1).tap()
    await isIn('loading')
    await page.getByRole('button', { name: 'Next moment' }).tap()
    await isIn('challenge')
    await page.locator('#search').tap()
    await page.keyboard.type('START_OF')
    await page.getByText('1 found').waitFor()
    await page.getByRole('button', { name: 'Clear the search' }).tap()

    await goTo(opened, 'Chart')
    await page.getByRole('button', { name: 'Fit' }).tap()
    await page.locator('[data-path="live.preparing.init"]').tap({ force: true })
    await isIn('init')
    await goTo(opened, 'Moment')
    await page.getByText('live.preparing.init').waitFor()
    await goTo(opened, 'Export')
    expect((await downloads(page.getByRole('button', { name: 'Download' }).first())).text).toContain(
      'SDK_PAYMENT_CHALLENGE',
    )
    await page.getByRole('button', { name: /^Close:/ }).tap()
    await expect.poll(() => checkouts.count()).toBe(0)
    inspector.close()
  })
})
