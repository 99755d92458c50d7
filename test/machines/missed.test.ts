import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { unreadable } from '../../machines/checkout.saved.ts'
import type { Inquire } from '../../machines/inquiry.types.ts'
import { LOADED, type Running, run } from './actors.ts'
import { answering, confirming, exact, minute, mute, pass, rest, second, silent } from './asking.ts'
import { stubBrowser } from './browser.ts'

let browser: ReturnType<typeof stubBrowser>
beforeEach(() => {
  browser = stubBrowser()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the budget was spent while the buyer was away', () => {
  const away = async (inquire: Inquire, inquiry = {}): Promise<Running> => {
    const running = confirming(inquire, { ...exact, budget: minute, ...inquiry })
    await rest()
    browser.hide()
    await pass(running, 6 * minute)
    return running
  }

  test('who comes back has one more question asked, and has paid', async () => {
    const inquire = answering()
    const running = await away(inquire)
    expect(inquire).toHaveBeenCalledTimes(6)
    inquire.mockResolvedValueOnce({ paymentStatus: 'SUCCESS' })
    browser.show()
    await rest()
    expect(running.view().state).toBe('succeeded')
  })

  test('an answer that is not definite is the last', async () => {
    const inquire = answering()
    const running = await away(inquire)
    browser.show()
    await rest()
    expect(running.view()).toMatchObject(silent)
    browser.hide()
    browser.show()
    await pass(running, 5 * minute)
    expect(inquire).toHaveBeenCalledTimes(7)
  })

  test('a question that never ends is given up after the longest pause', async () => {
    const { inquire, aborted } = mute()
    const running = await away(inquire, { maxDelay: 10 * second })
    expect(aborted()).toEqual([true])
    browser.show()
    await pass(running, 10 * second - 1)
    expect(running.view().busy).toBe(true)
    await pass(running, 1)
    expect(running.view()).toMatchObject(silent)
    expect(aborted()).toEqual([true, true])
  })

  test('a network that comes while he is away does not use it up', async () => {
    const { inquire, aborted } = mute()
    await away(inquire)
    browser.goOnline()
    expect(aborted()).toEqual([true])
    browser.show()
    expect(aborted()).toEqual([true, false])
  })

  test('who leaves again before the answer is owed it still', async () => {
    const { inquire, aborted } = mute()
    const running = await away(inquire)
    browser.show()
    browser.hide()
    await pass(running, minute)
    expect(aborted()).toEqual([true, true])
    browser.show()
    expect(aborted()).toEqual([true, true, false])
  })

  test('a dismissed or broken checkout asks in the same way', async () => {
    const { inquire, aborted } = mute()
    const running = run({ inquire, inquiry: { budget: minute } })
    running.tell(...LOADED, 'SDK_CREATECOMPONENT_ERROR')
    browser.hide()
    await pass(running, minute)
    browser.show()
    expect(aborted()).toEqual([true, false])
    expect(running.view()).toMatchObject({ state: 'broken', busy: true })
  })
})

describe('the page was frozen: its alarms ring when the buyer is back', () => {
  /** Time goes by, and no timer hears of it. */
  const freeze = (running: Running, until: number) => {
    const clock = vi.spyOn(running.clock, 'now').mockReturnValue(until)
    return () => {
      clock.mockRestore()
      running.clock.set(until)
    }
  }

  test('in a pause: the alarm that comes late does not cut off the question that is owed', async () => {
    const inquire = answering({})
    const { inquire: never, aborted } = mute()
    const running = confirming(inquire, exact)
    await rest()
    inquire.mockImplementation(never)
    browser.hide()
    const thaw = freeze(running, 6 * minute)
    browser.show()
    thaw()
    expect(aborted()).toEqual([false])
    await pass(running, 30 * second)
    expect(running.view()).toMatchObject(silent)
  })

  test('offline, and still so: the question is asked when the network is back too', async () => {
    browser.goOffline()
    const { inquire, aborted } = mute()
    const running = confirming(inquire)
    browser.hide()
    const thaw = freeze(running, 6 * minute)
    browser.show()
    thaw()
    expect(running.view().busy).toBe(true)
    browser.goOnline()
    expect(aborted()).toEqual([false])
  })

  test('in the middle of a question: it is asked anew, as the old one’s answer is old', async () => {
    const { inquire, aborted } = mute()
    const running = confirming(inquire)
    browser.hide()
    const thaw = freeze(running, 6 * minute)
    browser.show()
    browser.pageshow(true)
    thaw()
    expect(aborted()).toEqual([true, false])
    expect(running.view().busy).toBe(true)
  })
})

describe('a checkout that is restored after the end of its budget', () => {
  const restored = (inquire: Inquire): Running =>
    run({ inquire, inquiry: exact, saved: { ...unreadable, inquiryEndsAt: -minute } })

  test('asks once', async () => {
    const running = restored(answering({ paymentStatus: 'FAIL' }))
    expect(running.view()).toMatchObject({ state: 'confirming', busy: true })
    await rest()
    expect(running.view().state).toBe('declined')
  })

  test('and no more', async () => {
    const inquire = answering()
    const running = restored(inquire)
    await pass(running, 0)
    expect(running.view()).toMatchObject({ state: 'confirming', busy: false })
    await pass(running, 6 * minute)
    expect(inquire).toHaveBeenCalledTimes(1)
  })

  test('waits for an answer no longer than the longest pause', async () => {
    const { inquire, aborted } = mute()
    const running = restored(inquire)
    await pass(running, 30 * second - 1)
    expect(running.view().busy).toBe(true)
    await pass(running, 1)
    expect(running.view()).toMatchObject(silent)
    expect(aborted()).toEqual([true])
  })

  test('and for the browser to come online no longer either', async () => {
    browser.goOffline()
    const inquire = answering({ paymentStatus: 'SUCCESS' })
    const running = restored(inquire)
    await pass(running, 29 * second)
    expect(running.view().busy).toBe(true)
    browser.goOnline()
    await rest()
    expect(running.view().state).toBe('succeeded')
    browser.goOffline()
    const late = restored(inquire)
    await pass(late, 30 * second)
    expect(late.view()).toMatchObject(silent)
  })
})
