import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'
import { createCheckout } from '../../src/index.ts'
import { allowSnapshot } from '../../src/inspect/index.ts'
import { createInspectorServer } from '../../src/inspector/server/create-server.ts'
import type { InspectorServer } from '../../src/inspector/server/types.ts'
import { told } from '../inspect/story.ts'
import { type BuiltPage, buildInspectorPage } from './inspector-rig.ts'
// The handle of the app's page.
import './official-handles.ts'
import { type OfficialPages, serveOfficialPages } from './official-pages.ts'
import { type Shop, test } from './rig.ts'

// The senders of @statelyai/inspect, as an app of another origin uses them, pointed at our page.

let built: BuiltPage
let pages: OfficialPages
let server: InspectorServer
beforeAll(async () => {
  pages = await serveOfficialPages()
  built = await buildInspectorPage()
})
beforeEach(async () => {
  server = await createInspectorServer({ traces: [], allowedOrigins: [], page: built.folder })
})
afterEach(() => server.close())
afterAll(async () => {
  await pages?.stop()
  await built?.remove()
})

const openApp = async (shop: Shop): Promise<Page> => {
  shop.allow(pages.app.origin)
  shop.allow(server.origin)
  const page = await shop.context.newPage()
  await page.goto(`${pages.app.origin}/official-app.html`)
  await page.waitForFunction(() => 'officialApp' in globalThis)
  return page
}

const expectStory = async (inspector: Pick<Page, 'locator' | 'content'>): Promise<void> => {
  const checkout = inspector.locator('.entry', { hasText: 'failed' }).first()
  await checkout.waitFor()
  expect(await checkout.innerText()).toContain('live')
  await inspector.locator('.row', { hasText: 'SDK_PAYMENT_FAIL' }).first().waitFor()
  const html = await inspector.content()
  for (const secret of told) expect(html).not.toContain(secret)
}

describe('an app with the official inspector is shown on our page', () => {
  test('that it opens as a window of its own', async ({ shop }) => {
    const app = await openApp(shop)
    const opening = app.waitForEvent('popup')
    await app.evaluate((url) => officialApp.inspect('popup', url), `${server.origin}/`)
    const inspector = await opening
    await app.evaluate(() => officialApp.tellStory())
    await expectStory(inspector)
    await inspector.getByRole('tab', { name: 'Send' }).click()
    await inspector.getByText('reports by postMessage, which takes no events back').waitFor()
  })

  test('that it holds in a frame', async ({ shop }) => {
    const app = await openApp(shop)
    await app.evaluate((url) => officialApp.inspect('iframe', url), `${server.origin}/`)
    await app.evaluate(() => officialApp.tellStory())
    const frame = await (await app.waitForSelector('#receiver')).contentFrame()
    if (!frame) throw new Error('there is no frame')
    await frame.waitForURL(`${server.origin}/`)
    await expectStory(frame)
  })

  test('by a WebSocket', async ({ shop }) => {
    const app = await openApp(shop)
    const inspector = await shop.context.newPage()
    await inspector.goto(server.origin)
    await app.evaluate((url) => officialApp.inspect('websocket', url), server.origin.replace('http', 'ws'))
    await app.evaluate(() => officialApp.tellStory())
    await expectStory(inspector)
  })
})

describe('a message that shows a checkout', () => {
  const message = {
    ...{ type: '@xstate.snapshot', sessionId: 'x:0', rootId: 'x:0', createdAt: '1', _version: '0.7.2', id: null },
    event: { type: 'xstate.init' },
    snapshot: allowSnapshot(createCheckout().actor.getSnapshot()),
  }
  const shop = 'https://shop.test'

  /** A page of another host than this machine opens the inspector, and tells it of a checkout. */
  const openFromShop = async ({ context, intercept, allow }: Shop, told: object = message): Promise<Page> => {
    allow(server.origin)
    intercept(async ({ url }, route) => {
      if (new URL(url).origin !== shop) return false
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Shop</title>' })
      return true
    })
    const app = await context.newPage()
    await app.goto(shop)
    const opening = app.waitForEvent('popup')
    await app.evaluate(`globalThis.inspector = window.open('${server.origin}/', 'inspector')`)
    const inspector = await opening
    await inspector.getByRole('heading', { name: 'Look at a checkout' }).waitFor()
    await inspector.evaluate("addEventListener('message', () => document.body.setAttribute('data-heard', ''))")
    await app.evaluate(`inspector.postMessage(${JSON.stringify(told)}, '*')`)
    await inspector.locator('[data-heard]').waitFor()
    return inspector
  }

  test('is heard of an origin that was allowed', async ({ shop: browser }) => {
    await server.close()
    server = await createInspectorServer({ traces: [], allowedOrigins: [shop], page: built.folder })
    const inspector = await openFromShop(browser)
    await inspector.locator('.entry', { hasText: 'shop.test' }).waitFor()
  })

  test('says what its sender has cut, where it has', async ({ shop: browser }) => {
    await server.close()
    server = await createInspectorServer({ traces: [], allowedOrigins: [shop], page: built.folder })
    const context = { ...message.snapshot?.context, notice: '[...]', payment: '[...]' }
    const inspector = await openFromShop(browser, { ...message, snapshot: { ...message.snapshot, context } })
    const hint = inspector.getByText('Cut by the sender')
    await hint.waitFor()
    expect(await hint.innerText()).toContain('notice, payment')
  })

  test('is not heard of any other host', async ({ shop: browser }) => {
    const inspector = await openFromShop(browser)
    expect(await inspector.locator('.entry').count()).toBe(0)
  })

  test('is not heard of a window that has not opened the page, and does not hold it', async ({ shop: browser }) => {
    browser.allow(server.origin)
    const inspector = await browser.context.newPage()
    await inspector.goto(server.origin)
    await inspector.getByText('listening').waitFor()
    await inspector.evaluate(`new Promise((heard) => {
      addEventListener('message', heard, { once: true })
      postMessage(${JSON.stringify(message)}, location.origin)
    }).then(() => undefined)`)
    expect(await inspector.locator('.entry').count()).toBe(0)
  })
})
