import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect } from 'vitest'
import { WebSocket } from 'ws'
import { createCheckout } from '../../src/index.ts'
import { connectInspector } from '../../src/inspect/index.ts'
import { findBarriers } from './axe.ts'
import { type Inspector, recorded, test } from './inspector-rig.ts'

const wide: BrowserContextOptions = {}
const phone: BrowserContextOptions = { viewport: { width: 375, height: 740 } }
const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ['in the light', { ...wide, colorScheme: 'light' }],
  ['in the dark', { ...wide, colorScheme: 'dark' }],
  ['on a phone in the light', { ...phone, colorScheme: 'light' }],
  ['on a phone in the dark', { ...phone, colorScheme: 'dark' }],
  ['in Chinese', { ...wide, locale: 'zh-CN' }],
]

/** The way to a part of the page: a tab, or on a phone a place. */
const goTo = async ({ page }: Inspector, name: RegExp): Promise<void> =>
  page
    .getByRole('tab', { name })
    .or(page.locator('.places').getByRole('button', { name }))
    .locator('visible=true')
    .click()

describe.for(looks)('the accessibility checker finds nothing, %s,', ([, look]) => {
  test('on the page before anything is open', async ({ open }) => {
    const { page } = await open({}, look)
    await page.locator('.welcome').waitFor()
    expect(await findBarriers(page)).toEqual([])
  })

  test('with traces open: at any of their moments, in each part, and in the dialog', async ({ open }) => {
    const traces = ['late-error-after-success', 'declined', 'browser-ten-submits'].map(recorded)
    const opened = await open({ traces }, look)
    const { page, isIn, drop } = opened
    await isIn('succeeded')
    await drop('skipped.ndjson', `nonsense\n{"t":1,"via":"onEventCallback","args":[{"code":"SDK_PAYMENT_FAIL"}]}`)
    await page.locator('.problems').click()
    expect(await findBarriers(page), 'skipped lines').toEqual([])
    for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'End']) {
      await page.keyboard.press(key)
      expect(await findBarriers(page), key).toEqual([])
    }
    await page.locator('.entry-open').first().click()
    for (const part of [/^(Chart|状态图)$/, /^(Moment|时刻)$/, /^(Send|发送)$/, /^(Export|导出)$/]) {
      if (part.test('Chart') && (await page.locator('.chart-panel').isVisible())) continue
      await goTo(opened, part)
      expect(await findBarriers(page), String(part)).toEqual([])
    }
    await page.locator('.open').click()
    await page.getByRole('dialog').waitFor()
    expect(await findBarriers(page), 'the dialog').toEqual([])
  })

  test('with a live checkout that takes events', async ({ open }) => {
    const opened = await open({}, look)
    const { page, isIn, server } = opened
    const inspector = connectInspector({ url: server.origin.replace('http', 'ws'), name: 'my shop', WebSocket })
    const checkout = createCheckout({ inspect: inspector.inspect })
    inspector.control(checkout)
    checkout.callbacks.onEventCallback({ code: 'SDK_START_OF_LOADING' })
    await isIn('loading')
    await goTo(opened, /^(Send|发送)$/)
    await page.locator('.send-form:enabled').waitFor()
    expect(await findBarriers(page)).toEqual([])
    inspector.close()
  })
})

describe('for who does not want things to move', () => {
  test('nothing moves by itself; for others a little does', async ({ open }) => {
    const moving = `[...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element)
      return transitionDuration.split(', ').some((time) => time !== '0s') || animationName !== 'none'
    }).length`
    const still = await open({ traces: [recorded('card-3ds')] }, { reducedMotion: 'reduce' })
    await still.isIn('succeeded')
    expect(await still.page.evaluate(moving)).toBe(0)
    const usual = await open({ traces: [recorded('card-3ds')] }, { reducedMotion: 'no-preference' })
    await usual.isIn('succeeded')
    expect(await usual.page.evaluate(moving)).toBeGreaterThan(0)
  })
})
