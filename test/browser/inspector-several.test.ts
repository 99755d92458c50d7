import { once } from 'node:events'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { WebSocket } from 'ws'
import { type Checkout, createCheckout } from '../../src/index.ts'
import { type ConnectedInspector, connectInspector } from '../../src/inspect/index.ts'
import { lifeOf } from '../inspector/told.ts'
import { type Inspector, recorded, test } from './inspector-rig.ts'

interface App {
  readonly checkout: Checkout
  readonly inspector: ConnectedInspector
}

const startApp = ({ server }: Pick<Inspector, 'server'>, name: string, code: string): App => {
  const inspector = connectInspector({ url: server.origin.replace('http', 'ws'), name, WebSocket })
  const checkout = createCheckout({ inspect: inspector.inspect })
  inspector.control(checkout)
  checkout.callbacks.onEventCallback({ code })
  return { checkout, inspector }
}

const entry = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Checkouts' }).locator('li', { hasText: name })

const look = async (page: Page, name: string): Promise<void> => entry(page, name).locator('.entry-open').click()

describe('several checkouts', () => {
  test('of two apps are kept apart, and an event goes to the one that is looked at', async ({ open }) => {
    const opened = await open({ traces: [recorded('declined')] })
    const { page, rows, isIn, checkouts } = opened
    const book = startApp(opened, 'book shop', 'SDK_START_OF_LOADING')
    const shoe = startApp(opened, 'shoe shop', 'SDK_PAYMENT_CHALLENGE')
    await entry(page, 'shoe shop').getByText('challenge').waitFor()
    await entry(page, 'book shop').getByText('loading').waitFor()
    // What runs comes first.
    expect(await checkouts.last().innerText()).toContain('declined')

    await look(page, 'shoe shop')
    await isIn('challenge')
    await page.getByRole('tab', { name: 'Send' }).click()
    await page.getByRole('button', { name: 'SDK_PAYMENT_SUCCESSFUL' }).click()
    await isIn('succeeded')
    expect([shoe.checkout, book.checkout].map((each) => each.getSnapshot().state)).toEqual(['succeeded', 'loading'])

    // The moment that one has gone to in a checkout is there again when one comes back to it.
    await rows.first().click()
    await isIn('init')
    await look(page, 'book shop')
    await isIn('loading')
    book.checkout.callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
    await isIn('form')
    await look(page, 'shoe shop')
    await isIn('init')
    book.inspector.close()
    shoe.inspector.close()
  })

  test('of apps that call them by the same id are kept apart', async ({ open }) => {
    const { page, server, rows, checkouts } = await open()
    const ends = { 'book shop': 'SDK_PAYMENT_SUCCESSFUL', 'shoe shop': 'SDK_PAYMENT_FAIL' } as const
    for (const [name, code] of Object.entries(ends)) {
      const socket = new WebSocket(server.origin.replace('http', 'ws'))
      await once(socket, 'open')
      const life = lifeOf('x:0', ({ callbacks }) => callbacks.onEventCallback({ code }))
      for (const message of [{ type: 'antom.hello', name }, ...life]) socket.send(JSON.stringify(message))
      await entry(page, name)
        .getByText(/succeeded|failed/)
        .waitFor()
      socket.close()
    }
    expect(await checkouts.count()).toBe(2)
    expect(await checkouts.getByText('x:0').count()).toBe(2)
    for (const [name, code] of Object.entries(ends)) {
      await look(page, name)
      await rows.filter({ hasText: code }).waitFor()
      expect((await rows.allInnerTexts()).filter((row) => row.includes('SDK_')).length).toBe(1)
    }
  })

  test('are told to a page that is opened late, and to two pages at once', async ({ open }) => {
    const opened = await open()
    const { page, server } = opened
    const app = startApp(opened, 'book shop', 'SDK_START_OF_LOADING')
    app.checkout.callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
    await entry(page, 'book shop').getByText('form').waitFor()
    const late = await page.context().newPage()
    await late.goto(server.origin)
    await entry(late, 'book shop').getByText('form').waitFor()
    expect(await late.locator('.row').allInnerTexts()).toEqual(await page.locator('.row').allInnerTexts())
    app.checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_CHALLENGE' })
    for (const each of [page, late]) await entry(each, 'book shop').getByText('challenge').waitFor()
    app.inspector.close()
  })

  test('of an app that reloads, and of one that goes, stay to be looked at', async ({ open }) => {
    const opened = await open()
    const { page, checkouts, rows, isIn } = opened
    const before = startApp(opened, 'book shop', 'SDK_PAYMENT_CHALLENGE')
    await isIn('challenge')
    before.inspector.close()
    await entry(page, 'app gone').waitFor()
    // The same page, loaded again: the same name and the same session id, and another checkout.
    const after = startApp(opened, 'book shop', 'SDK_START_OF_LOADING')
    await isIn('loading')
    expect(await checkouts.count()).toBe(2)
    await look(page, 'app gone')
    await isIn('challenge')
    expect(await rows.count()).toBe(2)
    after.inspector.close()
    await expect.poll(() => entry(page, 'app gone').count()).toBe(2)
    await page.getByRole('button', { name: 'Close: book shop' }).first().click()
    expect(await checkouts.count()).toBe(1)
    // What is closed stays closed, whatever else comes.
    const next = startApp(opened, 'shoe shop', 'SDK_START_OF_LOADING')
    await entry(page, 'shoe shop').waitFor()
    expect(await checkouts.count()).toBe(2)
    next.inspector.close()
  })
})
