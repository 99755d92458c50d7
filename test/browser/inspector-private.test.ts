import { describe, expect } from 'vitest'
import { WebSocket } from 'ws'
import { createCheckout } from '../../src/index.ts'
import { connectInspector } from '../../src/inspect/index.ts'
import { type Inspector, recorded, test } from './inspector-rig.ts'

/** All that a browser keeps for a page. */
const kept = ({ page }: Inspector): Promise<unknown> =>
  page.evaluate(`Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])
    .then(([databases, caches, workers]) => ({
      local: Object.keys(localStorage).sort(),
      session: Object.keys(sessionStorage),
      cookies: document.cookie,
      others: databases.length + caches.length + workers.length,
      history: [history.length, history.state, location.pathname + location.search + location.hash],
    }))`)

describe('what is looked at stays here', () => {
  test('whatever one does, no other host is asked, and only language and theme are kept', async ({ open }) => {
    const opened = await open({ traces: [recorded('card-3ds')] })
    const { page, server, checkouts, isIn, drop, downloads } = opened
    await isIn('succeeded')
    await page.keyboard.press('Home')
    const inspector = connectInspector({ url: server.origin.replace('http', 'ws'), name: 'my shop', WebSocket })
    const checkout = createCheckout({ inspect: inspector.inspect })
    inspector.control(checkout)
    await page.getByRole('button', { name: /^my shop/ }).click()
    await page.getByRole('tab', { name: 'Send' }).click()
    await page.getByRole('button', { name: 'SDK_PAYMENT_CHALLENGE' }).click()
    await isIn('challenge')
    await drop('mine.ndjson', '{"t":1,"via":"onEventCallback","args":[{"code":"SDK_PAYMENT_FAIL"}]}')
    await isIn('declined')
    await page.getByRole('tab', { name: 'Export' }).click()
    await downloads(page.getByRole('button', { name: 'Download' }).first())
    expect(await kept(opened)).toEqual({
      ...{ local: ['antom-inspector.lang', 'antom-inspector.theme'], session: [], cookies: '', others: 0 },
      history: [2, null, '/'],
    })
    // What was dropped is gone with the page; that no other host was asked is held against each test of the page.
    await page.reload()
    await expect
      .poll(() => checkouts.allInnerTexts())
      .toEqual([expect.stringContaining('my shop'), expect.stringContaining('card-3ds')])
    inspector.close()
  })

  test('a text is copied where the browser lets us, and it is said where it does not', async ({ open }) => {
    const { page, isIn } = await open({ traces: [recorded('card-3ds')] })
    await isIn('succeeded')
    await page.getByRole('tab', { name: 'Export' }).click()
    const copy = page.getByRole('tabpanel').getByRole('button').nth(1)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await copy.click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^\{"trace":"card-3ds"/)
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    await copy.click()
    await page.getByRole('button', { name: 'The browser did not let us copy' }).waitFor()
  })

  test('language and theme are there again after a reload, and follow the system until they are chosen', async ({
    open,
  }) => {
    const { page } = await open({}, { locale: 'zh-CN', colorScheme: 'dark' })
    const root = page.locator('html')
    const look = async () => [await root.getAttribute('lang'), await root.getAttribute('data-theme')]
    await page.getByRole('heading', { name: '查看一次结账' }).waitFor()
    expect(await look()).toEqual(['zh-CN', 'dark'])
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(look).toEqual(['zh-CN', 'light'])
    await page.getByRole('button', { name: 'EN' }).click()
    await page.getByRole('button', { name: 'Dark' }).click()
    await page.reload()
    await page.getByRole('heading', { name: 'Look at a checkout' }).waitFor()
    expect(await look()).toEqual(['en', 'dark'])
    expect(await page.getByRole('button', { name: 'Dark' }).getAttribute('aria-pressed')).toBe('true')
  })
})
