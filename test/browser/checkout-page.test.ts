import { describe, expect } from 'vitest'
import { declined, paid } from '../../docs/stub/results.ts'
import type { MerchantOptions } from './merchant.ts'
import { record } from './record.ts'
import { test } from './rig.ts'
import { stayInsteadOf } from './stay.ts'

// AMSCheckoutPage: all of Antom's payment methods in one iframe. It hands over what begins with `SDK_PAYMENT`, and tells
// nothing of its loading.

const checkoutPage = { integration: 'checkout-page' } as const

describe('AMSCheckoutPage', () => {
  test('is paid, without a word of its form before', async ({ shop }) => {
    const tab = await shop.open(checkoutPage)
    await tab.mount({ scenario: 'success', paymentRequestId: 'order-3' })
    const page = await tab.paymentPage()
    expect(await tab.told('mount')).toEqual({ kind: 'done' })
    await page.press('pay')
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'succeeded'])
    await expect.poll(() => shop.outcomes).toMatchObject([{ paymentRequestId: 'order-3', paymentStatus: 'SUCCESS' }])
    await record('browser-checkout-page', 'AMSCheckoutPage; success. Nothing tells that the form is there.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', confirmedBy: 'sdk' })
  })

  test('is declined, and then cancelled', async ({ shop }) => {
    const tab = await shop.open(checkoutPage)
    await tab.mount()
    const page = await tab.paymentPage()
    await page.send('SDK_PAYMENT_FAIL', declined('INVALID_CARD'))
    await tab.waitForState('declined')
    await page.send('SDK_PAYMENT_CANCEL')
    await tab.waitForState('dismissed')
    expect(await tab.states()).toEqual(['init', 'loading', 'declined', 'dismissed'])
  })

  test('hands over nothing but SDK_PAYMENT…: neither loading, nor form checks, nor errors', async ({ shop }) => {
    const tab = await shop.open(checkoutPage)
    await tab.mount()
    const page = await tab.paymentPage()
    for (const code of ['SDK_END_OF_LOADING', 'SDK_FORM_VERIFICATION_FAILED', 'SDK_INTERNAL_ERROR'])
      await page.send(code)
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'succeeded'])
  })

  test('leaves for a wallet with a callback that says nothing: it is noted, and the page does not wait', async ({
    shop,
  }) => {
    const timesLeft = stayInsteadOf(shop, '/stub/wallet.html')
    const tab = await shop.open(checkoutPage)
    await tab.mount()
    const page = await tab.paymentPage()
    await page.redirect({ normalUrl: 'https://checkout.antom.com/stub/wallet.html' })
    await expect.poll(timesLeft).toBe(1)
    expect((await tab.trace()).at(-1)).toMatchObject({ via: 'onEventCallback', args: [{}] })
    expect(await tab.view()).toMatchObject({ state: 'loading', diagnostics: { anomalies: { count: 1 } } })
  })

  test('paid at the wallet, comes back: the page asks the server, and is not fresh', async ({ shop }) => {
    const order: MerchantOptions = {
      ...checkoutPage,
      announcesForm: false,
      id: 'order-1',
      storage: 'session',
      inquireAt: '/payments/order-1',
    }
    shop.intercept(async ({ url }, route) => {
      if (!url.endsWith('/payments/order-1')) return false
      await route.fulfill({ json: shop.outcomes.at(-1) ?? { paymentStatus: 'PROCESSING' } })
      return true
    })
    const tab = await shop.open(order)
    await tab.mount({ scenario: 'wallet', paymentRequestId: 'order-1', returnUrl: shop.addressOf(order) })
    const page = await tab.paymentPage()
    await page.press('pay')
    await tab.page.waitForURL('**/stub/wallet.html*')
    await tab.page.click('#pay')
    await tab.page.waitForURL(`${shop.origin}/**`)
    expect(await tab.waitForState('succeeded')).toMatchObject({ outcome: { confirmedBy: 'server' } })
    expect(await tab.states()).toEqual(['dismissed', 'succeeded'])
  })

  test('without session data throws: told by the promise only', async ({ shop }) => {
    const tab = await shop.open(checkoutPage)
    await tab.mount(null)
    expect(await tab.told('mount')).toMatchObject({
      kind: 'rejection',
      error: { message: 'PARAMS_ERROR_INVALID_SESSION_DATA' },
    })
    expect(await tab.states()).toEqual(['init', 'loading', 'broken'])
    expect(await tab.close()).toMatchObject({ status: 'errored', safeToPayAgain: true })
  })

  test('mounted twice past the checkout puts the new one in the place of the old', async ({ shop }) => {
    const tab = await shop.open(checkoutPage)
    await tab.mount({ paymentRequestId: 'old' })
    await tab.paymentPage()
    const second = await tab.mountPastCheckout({ scenario: 'success', paymentRequestId: 'new' })
    expect(await tab.told('mount', second)).toEqual({ kind: 'done' })
    const page = await tab.paymentPage()
    expect(await tab.page.locator('#checkout iframe').count()).toBe(1)
    await page.press('pay')
    await tab.waitForState('succeeded')
    await expect.poll(() => shop.outcomes).toMatchObject([{ paymentRequestId: 'new' }])
  })

  // So what the page shows is never the merchant's proof of a payment.
  test('takes a message from anybody for its own, the merchant’s page itself included', async ({ shop }) => {
    const tab = await shop.open(checkoutPage)
    await tab.mount()
    await tab.paymentPage()
    await tab.page.evaluate(`window.postMessage('${JSON.stringify({ code: 'SDK_PAYMENT_SUCCESSFUL' })}', '*')`)
    expect(await tab.waitForState('succeeded')).toMatchObject({ payment: null })
  })
})
