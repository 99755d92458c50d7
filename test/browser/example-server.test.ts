import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { execPath } from 'node:process'
import { createInterface } from 'node:readline'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { startExample } from '../../docs/examples/server/main.ts'
import type { Servers } from '../../docs/examples/server/start-servers.ts'
import { type Shop, test } from './rig.ts'

// docs/examples/server, as the person who runs it has it: the shop's page, its server, and Antom's stand-in.

// The sentences are those of docs/examples/ui/words.ts.
const says = {
  fillIn: /^Fill in your payment details/,
  bank: /^Your bank asks/,
  checking: /^We are checking your payment/,
  over: /this attempt is over/,
  declined: /^Your payment was declined/,
  thanks: /^Thank you/,
}

/** The pages are built: on a busy machine that takes a while. Milliseconds. */
const BUILDING = 180_000

let example: Servers

beforeAll(async () => {
  // Antom decides and notifies when a test says so.
  example = await startExample({ decideAfter: null, notifyAfter: null })
}, BUILDING)
afterEach(() => {
  example.antom.hold = async () => {}
})
afterAll(() => example.stop())

interface Buyer {
  readonly page: Page
  reads(sentence: RegExp): Promise<void>
  presses(name: string): Promise<void>
  /** What the page shows of the server's records, e.g. `Shipped`. */
  serverKnows(name: string, value: string): Promise<void>
  paymentRequestId(): Promise<string>
}

const asBuyer = (page: Page): Buyer => {
  const fact = (name: string) => page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('+ dd')
  return {
    page,
    reads: (sentence) => page.getByRole('status').filter({ hasText: sentence }).waitFor(),
    presses: (name) => page.getByRole('button', { name, exact: true }).click(),
    serverKnows: (name, value) => expect.poll(() => fact(name).textContent(), { timeout: 20_000 }).toBe(value),
    async paymentRequestId() {
      await expect.poll(() => fact('paymentRequestId').textContent(), { timeout: 20_000 }).toMatch(/-/)
      return (await fact('paymentRequestId').textContent()) ?? ''
    },
  }
}

/** A buyer who has chosen this tea, and has the checkout before him. */
const checkOut = async (shop: Shop, tea: string, origin = example.shop): Promise<Buyer> => {
  shop.allow(origin)
  shop.allow(example.antom.origin)
  const buyer = asBuyer(await shop.context.newPage())
  await buyer.page.goto(origin)
  await buyer.page.getByRole('radio', { name: tea }).check()
  await buyer.presses('Check out')
  await buyer.reads(says.fillIn)
  return buyer
}

describe('the example shop', () => {
  test('takes a payment by card; its server ships when Antom has notified it', async ({ shop }) => {
    const buyer = await checkOut(shop, 'Green tea')
    await buyer.presses('Pay')
    await buyer.reads(says.thanks)
    expect(await buyer.page.getByRole('button').count()).toBe(0)
    // The page has seen the success. The server goes by Antom, which has not told it yet.
    await buyer.serverKnows('paymentStatus', 'not known')
    const id = await buyer.paymentRequestId()
    expect(await example.antom.notify(id)).toBe(200)
    await buyer.serverKnows('paymentStatus', 'SUCCESS')
    await buyer.serverKnows('Told by', 'notification')
    await buyer.serverKnows('Shipped', 'no')
    expect(await example.antom.notify(id, 'capture')).toBe(200)
    await buyer.serverKnows('Shipped', '1 time')
  })

  test('lets the buyer answer the bank', async ({ shop }) => {
    const buyer = await checkOut(shop, 'Oolong')
    await buyer.presses('Pay')
    await buyer.reads(says.bank)
    await buyer.page.frameLocator('#component iframe').getByRole('button', { name: 'It is me' }).click()
    await buyer.reads(says.thanks)
  })

  test('takes another try after a decline, in the same session', async ({ shop }) => {
    const buyer = await checkOut(shop, 'Black tea')
    const id = await buyer.paymentRequestId()
    const inquire = () => buyer.page.evaluate(async (path) => (await fetch(path)).json(), `/payments/${id}`)
    await buyer.presses('Pay')
    await expect.poll(inquire).toEqual({ paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CARD_NUMBER' })
    await buyer.reads(says.fillIn)
    await buyer.presses('Pay')
    await buyer.reads(says.thanks)
    expect(await inquire()).toEqual({ paymentStatus: 'SUCCESS' })
    expect(await buyer.paymentRequestId()).toBe(id)
  })

  test('says that a payment is being checked, until its server has heard how it ended', async ({ shop }) => {
    const buyer = await checkOut(shop, 'White tea')
    await buyer.presses('Pay')
    await buyer.reads(says.checking)
    expect(await buyer.page.getByRole('button').count()).toBe(0)
    await buyer.serverKnows('paymentStatus', 'PROCESSING')
    const id = await buyer.paymentRequestId()
    // Antom does not answer just now, but its notification arrives.
    example.antom.hold = () => Promise.reject(new Error('the connection breaks'))
    example.antom.decide(id, 'SUCCESS')
    await example.antom.notify(id)
    await buyer.serverKnows('Told by', 'notification')
    await buyer.reads(says.thanks)
  })

  test('shows no form over a payment on its way, though the browser has forgotten it', async ({ shop }) => {
    const buyer = await checkOut(shop, 'White tea')
    await buyer.presses('Pay')
    await buyer.reads(says.checking)
    await buyer.page.evaluate('localStorage.clear()')
    await buyer.page.reload()
    await buyer.reads(says.checking)
    expect(await buyer.page.getByRole('button').count()).toBe(0)
    expect(await buyer.page.locator('#component iframe').count()).toBe(0)
    example.antom.decide(await buyer.paymentRequestId(), 'SUCCESS')
    await buyer.reads(says.thanks)
  })

  test('learns from its server how it went in the wallet, when the buyer is back', async ({ shop }) => {
    const buyer = await checkOut(shop, 'Pu-erh')
    await buyer.presses('Pay')
    await buyer.page.waitForURL(`${example.antom.origin}/**`)
    await buyer.presses('Pay')
    await buyer.page.waitForURL(`${example.shop}/**`)
    await buyer.reads(says.thanks)
    await buyer.serverKnows('Told by', 'inquiry')
    // A wallet pays in one step: there is no capture to wait for.
    await buyer.serverKnows('Shipped', '1 time')
  })

  test('opens the form again when the wallet has refused', async ({ shop }) => {
    const buyer = await checkOut(shop, 'Pu-erh')
    await buyer.presses('Pay')
    await buyer.page.waitForURL(`${example.antom.origin}/**`)
    await buyer.presses('Refuse')
    await buyer.page.waitForURL(`${example.shop}/**`)
    await buyer.reads(says.declined)
    await buyer.presses('Try again')
    await buyer.reads(says.fillIn)
    await buyer.serverKnows('paymentStatus', 'FAIL')
  })

  test('goes on when the buyer was away until the session had ended, by the clock of his computer', async ({
    shop,
  }) => {
    await shop.context.clock.install()
    const buyer = await checkOut(shop, 'Green tea')
    await buyer.page.clock.fastForward('01:01:00')
    await buyer.reads(says.over)
    await buyer.presses('Try again')
    await buyer.reads(says.fillIn)
    await buyer.presses('Pay')
    await buyer.reads(says.thanks)
  })

  test('begins another payment when Antom says that nothing comes of the first', async ({ shop }) => {
    await shop.context.clock.install()
    const buyer = await checkOut(shop, 'Green tea')
    const first = await buyer.paymentRequestId()
    example.antom.decide(first, 'FAIL')
    await buyer.page.clock.fastForward('01:01:00')
    await buyer.reads(says.over)
    await buyer.presses('Try again')
    await buyer.reads(says.fillIn)
    await expect.poll(buyer.paymentRequestId, { timeout: 20_000 }).not.toBe(first)
    await buyer.presses('Pay')
    await buyer.reads(says.thanks)
  })

  test('tells nothing of an order to another browser', async ({ shop, browser }) => {
    const buyer = await checkOut(shop, 'Green tea')
    const other = await browser.newContext()
    const stranger = asBuyer(await other.newPage())
    await stranger.page.goto(buyer.page.url())
    await stranger.page.getByRole('status').getByText('This order is not known in this browser.').waitFor()
    expect(await stranger.page.locator('dd').count()).toBe(0)
    await other.close()
  })

  test('asks no host but the shop and Antom’s stand-in, where a page of a real shop asks Antom', async ({ shop }) => {
    const asked = new Set<string>()
    await shop.context.route('**/*', (route) => {
      asked.add(new URL(route.request().url()).origin)
      return route.fallback()
    })
    const buyer = await checkOut(shop, 'Green tea')
    // The SDK takes the device's fingerprint before it submits: whatever that asks for, it has asked by then.
    await buyer.presses('Pay')
    await buyer.reads(says.thanks)
    expect([...asked].sort()).toEqual([example.shop, example.antom.origin].sort())
  })

  test('fits a phone', async ({ shop }) => {
    const buyer = await checkOut(shop, 'Green tea')
    await buyer.page.setViewportSize({ width: 320, height: 640 })
    await buyer.paymentRequestId()
    const overflow = () => buyer.page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(await overflow()).toBeLessThanOrEqual(0)
    await buyer.page.goto(example.shop)
    expect(await overflow()).toBeLessThanOrEqual(0)
  })
})

test('one command starts it', { timeout: BUILDING }, async ({ shop }) => {
  const command = spawn(execPath, ['docs/examples/server/start.js'], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const origins: string[] = []
    for await (const line of createInterface(command.stdout)) {
      origins.push(...(line.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? []))
      if (origins.length === 2) break
    }
    const [origin = '', antom = ''] = origins
    shop.allow(antom)
    const buyer = await checkOut(shop, 'Green tea', origin)
    await buyer.presses('Pay')
    await buyer.reads(says.thanks)
    // Here Antom notifies by itself, a little later.
    await buyer.serverKnows('Shipped', '1 time')
  } finally {
    const ended = once(command, 'exit')
    command.kill()
    await ended
  }
})
