import { describe, expect } from 'vitest'
import { declined, paid } from '../../docs/stub/results.ts'
import type { SessionOptions } from '../../docs/stub/session-data.ts'
import { record } from './record.ts'
import { test } from './rig.ts'
import { stayInsteadOf } from './stay.ts'
import type { Tab } from './tab.ts'

// AMSEasyPay: a wallet, in a popup. It returns no promise, and tells nothing of its loading.

const easyPay = { integration: 'easy-pay' } as const

const wallet = (more: Partial<SessionOptions> = {}): SessionOptions => ({
  productScene: 'EASY_PAY',
  paymentMethodCategoryType: 'WALLET',
  more: { action: {} },
  ...more,
})

const heard = async (tab: Tab): Promise<readonly unknown[]> =>
  (await tab.trace()).flatMap(({ via, args }) => (via.startsWith('on') && via !== 'onLog' ? [[via, args]] : []))

describe('AMSEasyPay', () => {
  test('is paid, without a word of its form before', async ({ shop }) => {
    const tab = await shop.open(easyPay)
    await tab.mount(wallet())
    const page = await tab.paymentPage()
    expect(await tab.told('mount')).toEqual({ kind: 'done' })
    expect(await heard(tab)).toEqual([])
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'succeeded'])
    await record('browser-easy-pay', 'AMSEasyPay; success. Nothing tells that the form is there.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', confirmedBy: 'sdk' })
  })

  test('is declined, and paid after a retry in the page', async ({ shop }) => {
    const tab = await shop.open(easyPay)
    await tab.mount(wallet())
    const page = await tab.paymentPage()
    await page.send('SDK_PAYMENT_FAIL', declined('USER_BALANCE_NOT_ENOUGH'))
    expect(await tab.waitForState('declined')).toMatchObject({ nextStep: 'change-method', submission: 'none' })
    await page.send('SDK_PAYMENT_RETRY')
    await tab.waitForState('form')
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'declined', 'form', 'succeeded'])
  })

  test('is left: onClose comes without an argument, and then SDK_PAYMENT_CANCEL', async ({ shop }) => {
    const tab = await shop.open(easyPay)
    await tab.mount(wallet())
    const page = await tab.paymentPage()
    await page.emit('declareEventCallbackInfo', { popWindowEventInfo: { enableCallback: true } })
    await tab.press('close')
    await tab.press('leave')
    await tab.waitForState('dismissed')
    await expect
      .poll(() => heard(tab))
      .toEqual([
        ['onClose', []],
        ['onEventCallback', [{ code: 'SDK_PAYMENT_CANCEL', result: { result: {} } }]],
      ])
    expect(await tab.states()).toEqual(['init', 'loading', 'dismissed'])
    await record('browser-easy-pay-closed', 'AMSEasyPay; the buyer closes the popup.', tab)
    expect(await tab.close()).toMatchObject({ status: 'cancelled' })
  })

  test('is closed by its page: nothing follows, whatever the page has declared', async ({ shop }) => {
    const tab = await shop.open(easyPay)
    await tab.mount(wallet())
    const page = await tab.paymentPage()
    await page.closePopup(true)
    await tab.waitForState('dismissed')
    await tab.page.locator('#ams-component-container').waitFor({ state: 'detached' })
    expect(await heard(tab)).toEqual([['onClose', []]])
  })

  test('is paid unseen, and closes itself: nobody says that it is safe to pay again', async ({ shop }) => {
    const tab = await shop.open({ ...easyPay, announcesForm: false })
    await tab.mount(wallet())
    const page = await tab.paymentPage()
    expect(await tab.view()).toMatchObject({ state: 'loading', submission: 'possible' })
    await page.closePopup(true)
    expect(await tab.waitForState('dismissed')).toMatchObject({ submission: 'possible', nextStep: 'ask-server' })
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })

  test('does not load: one event after 15 s, SDK_INTERNAL_ERROR', async ({ shop }) => {
    await shop.context.clock.install()
    const tab = await shop.open(easyPay)
    await tab.mount(wallet({ scenario: 'never-loads' }))
    await tab.paymentPage('opened')
    await tab.page.clock.fastForward(15_000)
    await tab.waitForState('broken')
    expect(await heard(tab)).toEqual([
      ['onEventCallback', [{ code: 'SDK_INTERNAL_ERROR', result: { message: 'Load resource timeout' } }]],
    ])
    expect(await tab.states()).toEqual(['init', 'loading', 'broken'])
    expect(await tab.close()).toMatchObject({ status: 'errored', nextStep: 'retry-same-session' })
  })

  test('without session data tells nobody: after 20 s it is slow, and that is all', async ({ shop }) => {
    await shop.context.clock.install()
    const tab = await shop.open(easyPay)
    await tab.mount(null)
    expect(await tab.told('mount')).toEqual({ kind: 'done' })
    await tab.page.clock.fastForward(20_000)
    expect(await heard(tab)).toEqual([])
    expect(await tab.view()).toMatchObject({ state: 'loading', notice: { code: 'checkout.timeout' } })
    await expect.poll(() => tab.errors.map(({ message }) => message)).toContain('paymentSession is empty')
    expect(await tab.close()).toMatchObject({ status: 'errored', nextStep: 'retry-same-session' })
  })

  test('leaves for the wallet at once, where the session says so', async ({ shop }) => {
    const timesLeft = stayInsteadOf(shop, '/stub/wallet.html')
    const tab = await shop.open(easyPay)
    const normalUrl = 'https://checkout.antom.com/stub/wallet.html'
    await tab.mount(wallet({ more: { action: { requireFastSdk: true }, authUrlInfo: { normalUrl } } }))
    expect(await tab.waitForState('redirecting')).toMatchObject({ submission: 'certain', nextStep: 'wait' })
    await expect.poll(timesLeft).toBe(1)
    expect(await tab.states()).toEqual(['init', 'loading', 'redirecting'])
    await record('browser-easy-pay-redirect', 'AMSEasyPay; it leaves for the wallet at once.', tab)
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })
})
