import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Inquire } from '../../machines/inquiry.types.ts'
import { answering, confirming, exact, minute, mute, pass, rest, second, silent } from './asking.ts'
import { stubBrowser } from './browser.ts'

let browser: ReturnType<typeof stubBrowser>
beforeEach(() => {
  browser = stubBrowser()
})
afterEach(() => void vi.unstubAllGlobals())

describe('while the browser is offline', () => {
  test('nobody is asked; the question is asked at once when it comes online', async () => {
    browser.goOffline()
    const inquire = answering({ paymentStatus: 'SUCCESS' })
    const running = confirming(inquire)
    await pass(running, minute)
    expect(inquire).not.toHaveBeenCalled()
    expect(running.view().busy).toBe(true)
    browser.goOnline()
    await rest()
    expect(running.view().state).toBe('succeeded')
  })

  test('a pause that ends waits for it', async () => {
    const inquire = answering()
    const running = confirming(inquire)
    await rest()
    browser.goOffline()
    await pass(running, minute)
    expect(inquire).toHaveBeenCalledTimes(1)
    browser.goOnline()
    expect(inquire).toHaveBeenCalledTimes(2)
  })

  test('a page that becomes visible asks nobody either', async () => {
    browser.goOffline()
    const inquire = answering()
    confirming(inquire)
    browser.hide()
    browser.show()
    await rest()
    expect(inquire).not.toHaveBeenCalled()
  })

  test('a question under way is a try like any other', async () => {
    let fail: (error: Error) => void = () => {}
    const inquire = vi.fn<Inquire>(() => new Promise((_, reject) => (fail = reject)))
    const running = confirming(inquire, exact)
    browser.goOffline()
    browser.goOnline()
    expect(inquire).toHaveBeenCalledTimes(1)
    fail(new TypeError('network changed'))
    await pass(running, second - 1)
    expect(inquire).toHaveBeenCalledTimes(1)
    await pass(running, 1)
    expect(inquire).toHaveBeenCalledTimes(2)
  })

  test('the budget goes on counting', async () => {
    browser.goOffline()
    const inquire = answering()
    const running = confirming(inquire, { budget: minute })
    await pass(running, minute)
    expect(running.view()).toMatchObject(silent)
    browser.goOnline()
    expect(inquire).not.toHaveBeenCalled()
  })
})

test.each([
  ['no browser at all', undefined],
  ['a platform that does not know', {}],
])('%s is taken to be online', async (_what, navigator) => {
  vi.stubGlobal('navigator', navigator)
  vi.stubGlobal('document', undefined)
  vi.stubGlobal('addEventListener', undefined)
  vi.stubGlobal('removeEventListener', undefined)
  const inquire = answering()
  const running = confirming(inquire, { budget: 2 * second })
  await pass(running, 2 * second)
  expect(inquire).toHaveBeenCalledTimes(2)
  expect(running.view()).toMatchObject(silent)
})

describe('a buyer who comes back to the page', () => {
  test.each([
    ['from another tab or app', () => browser.show()],
    ['by the back button', () => browser.pageshow(true)],
    ['into the range of a network', () => browser.goOnline()],
  ])('%s does not wait for the end of a pause', async (_how, comesBack) => {
    const inquire = answering()
    const running = confirming(inquire, exact)
    await pass(running, 20 * second)
    expect(inquire).toHaveBeenCalledTimes(5)
    browser.hide()
    expect(inquire).toHaveBeenCalledTimes(5)
    comesBack()
    expect(inquire).toHaveBeenCalledTimes(6)
    // And the pauses go on growing as they did.
    await pass(running, 30 * second - 1)
    expect(inquire).toHaveBeenCalledTimes(6)
    await pass(running, 1)
    expect(inquire).toHaveBeenCalledTimes(7)
  })

  test('is not one whose page is shown for the first time', async () => {
    const inquire = answering()
    confirming(inquire)
    await rest()
    browser.pageshow(false)
    expect(inquire).toHaveBeenCalledTimes(1)
  })

  test('finds the question under way, and there is no second one beside it', async () => {
    const { inquire, aborted } = mute()
    const running = confirming(inquire)
    for (const comesBack of [browser.show, browser.goOnline, () => browser.pageshow(true)]) comesBack()
    await pass(running, minute)
    expect(aborted()).toEqual([false])
  })

  test('is listened for only while somebody asks', async () => {
    const running = confirming(mute().inquire)
    expect([...browser.listeners]).toEqual(['online', 'visibilitychange', 'pageshow'])
    running.tell('SDK_PAYMENT_RETRY')
    expect(browser.listeners.size).toBe(0)
  })
})
