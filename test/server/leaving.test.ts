import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Inquire } from '../../machines/inquiry.types.ts'
import { rest } from '../machines/asking.ts'
import { stubBrowser } from '../machines/browser.ts'
import { type Merchant, startMerchant } from './merchant.ts'
import { asking, openPage } from './page.ts'

const second = 1_000
const minute = 60 * second
const success = { paymentStatus: 'SUCCESS' }
const pending = { paymentStatus: 'PENDING' }
const silent = {
  state: 'confirming',
  busy: false,
  submission: 'certain',
  nextStep: 'ask-server',
  notice: { code: 'server.silent', severity: 'warning' },
}

let merchant: Merchant
beforeEach(async () => {
  merchant = await startMerchant()
})
afterEach(() => merchant.stop())

describe('a question whose answer nobody needs any more', () => {
  test.each([
    ['SDK_PAYMENT_SUCCESSFUL', 'succeeded'],
    ['SDK_PAYMENT_FAIL', 'declined'],
    ['SDK_PAYMENT_RETRY', 'form'],
  ])('is aborted: the SDK tells %s', async (code, state) => {
    const page = openPage(asking(merchant.url))
    const { closed, answer } = await merchant.question(1)
    page.tell(code)
    expect(await closed).toBe(false)
    answer({ paymentStatus: 'FAIL' })
    expect(page.view().state).toBe(state)
  })

  test('is aborted: the checkout is closed', async () => {
    const page = openPage(asking(merchant.url))
    const { closed } = await merchant.question(1)
    expect(page.checkout.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
    expect(await closed).toBe(false)
  })

  test('does not change the page by an answer that comes all the same', async () => {
    // A page that forgot to pass the signal on.
    const { signal } = new AbortController()
    const deaf = vi.fn<Inquire>(({ attempt }) => asking(merchant.url)({ signal, attempt }))
    const page = openPage(deaf)
    const { answer } = await merchant.question(1)
    page.tell('SDK_PAYMENT_RETRY')
    answer(success)
    expect(await deaf.mock.results[0]?.value).toEqual(success)
    await rest()
    expect(page.view()).toMatchObject({ state: 'form', diagnostics: { late: { count: 0 } } })
  })
})

describe('the budget', () => {
  test('ends the asking: the state stays, and says so', async () => {
    const page = openPage(asking(merchant.url), { budget: 10 * second })
    for (const [number, pause] of [1, 2, 4, 8].entries()) {
      const pausing = page.clock.timer(pause * second)
      const { answer } = await merchant.question(number + 1)
      answer(pending)
      await pausing
      page.clock.increment(pause * second)
    }
    expect(page.view()).toMatchObject(silent)
    page.clock.increment(10 * minute)
    expect(page.tries()).toBe(4)
    expect(merchant.asked()).toBe(4)
    expect(page.checkout.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false, confirmedBy: null })
  })

  test.each([
    ['never begins', () => {}],
    ['never ends', (response: { write(text: string): unknown }) => response.write('{"paymentStatus":"SUCCESS"')],
  ])('ends an answer that %s', async (_how, does) => {
    const page = openPage(asking(merchant.url), { budget: minute })
    const { response, closed } = await merchant.question(1)
    does(response)
    page.clock.increment(minute - 1)
    expect(page.view().busy).toBe(true)
    page.clock.increment(1)
    expect(page.view()).toMatchObject(silent)
    expect(await closed).toBe(false)
    expect(page.tries()).toBe(1)
  })
})

describe('in a browser', () => {
  let browser: ReturnType<typeof stubBrowser>
  beforeEach(() => {
    browser = stubBrowser()
  })
  afterEach(() => void vi.unstubAllGlobals())

  test('that is offline nobody is asked; the next question comes as soon as it is online', async () => {
    const page = openPage(asking(merchant.url))
    const pausing = page.clock.timer(second)
    const { reset } = await merchant.question(1)
    browser.goOffline()
    reset()
    await pausing
    page.clock.increment(minute)
    expect(page.tries()).toBe(1)
    browser.goOnline()
    const { path, answer } = await merchant.question(2)
    expect(path).toContain('attempt=2')
    answer(success)
    await page.until('succeeded')
  })

  test('that is offline to the end of the budget it is given up', async () => {
    browser.goOffline()
    const page = openPage(asking(merchant.url), { budget: minute })
    page.clock.increment(minute)
    expect(page.view()).toMatchObject(silent)
    browser.goOnline()
    expect(page.tries()).toBe(0)
  })

  test('a buyer who comes back from his wallet does not wait, and has one question under way', async () => {
    const page = openPage(asking(merchant.url), { firstDelay: 30 * second })
    const pausing = page.clock.timer(30 * second)
    const first = await merchant.question(1)
    browser.hide()
    first.answer(pending)
    await pausing
    browser.show()
    browser.pageshow(true)
    browser.goOnline()
    const next = await merchant.question(2)
    browser.hide()
    browser.show()
    next.answer(success)
    await page.until('succeeded')
    expect(page.tries()).toBe(2)
    expect(merchant.mostOpen()).toBe(1)
  })

  test('a buyer who was away for longer than the budget has one more question asked', async () => {
    const page = openPage(asking(merchant.url))
    const before = await merchant.question(1)
    browser.hide()
    page.clock.increment(6 * minute)
    expect(await before.closed).toBe(false)
    browser.show()
    const { answer } = await merchant.question(2)
    answer(success)
    await page.until('succeeded')
    expect(page.tries()).toBe(2)
  })

  test('and if that is not answered, the page says that it does not know', async () => {
    const page = openPage(asking(merchant.url))
    await merchant.question(1)
    browser.hide()
    page.clock.increment(6 * minute)
    browser.show()
    const { closed } = await merchant.question(2)
    page.clock.increment(30 * second)
    expect(page.view()).toMatchObject(silent)
    expect(await closed).toBe(false)
  })
})
