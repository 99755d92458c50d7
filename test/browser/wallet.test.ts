import { describe, expect } from 'vitest'
import { paid } from '../../docs/stub/results.ts'
import type { MerchantOptions } from './merchant.ts'
import { reach, walletOf } from './reach.ts'
import { record } from './record.ts'
import { type Shop, test } from './rig.ts'
import { stayInsteadOf } from './stay.ts'

const order = 'wallet-1'
const options: MerchantOptions = { id: order, storage: 'session', inquireAt: `/payments/${order}` }

/** The merchant's server, which has heard of the payment what the wallet told Antom. */
const answerInquiries = (shop: Shop): void =>
  shop.intercept(async ({ url }, route) => {
    if (new URL(url).pathname !== `/payments/${order}`) return false
    const told = shop.outcomes.find(({ paymentRequestId }) => paymentRequestId === order)
    await route.fulfill({ json: told ?? { paymentStatus: 'PROCESSING' } })
    return true
  })

describe('the buyer leaves for a wallet, and comes back', () => {
  test.for([
    ['pay', 'succeeded', { status: 'succeeded', confirmedBy: 'server', nextStep: 'show-success' }],
    ['refuse', 'declined', { status: 'failed', confirmedBy: 'server', safeToPayAgain: true }],
  ] as const)('having pressed “%s”: %s', async ([button, state, outcome], { shop }) => {
    answerInquiries(shop)
    const tab = await shop.open(options)
    const page = await tab.openForm({ scenario: 'wallet', paymentRequestId: order })
    await page.press('pay')
    await tab.page.click(`#${button}`)
    await tab.waitForState(state)
    expect(await tab.states()).toEqual(['confirming', state])
    expect(await tab.close()).toMatchObject(outcome)
  })

  test('without an answer: nothing else can be paid until the server knows', async ({ shop }) => {
    answerInquiries(shop)
    const tab = await shop.open(options)
    const page = await tab.openForm({ scenario: 'wallet', paymentRequestId: order })
    await page.press('pay')
    await tab.page.click('#back')
    expect(await tab.waitForState('confirming')).toMatchObject({ canMount: false, canSubmit: false, busy: true })
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })
})

describe('the SDK opens a wallet', () => {
  test('and says so before it leaves: the page shows that it waits', async ({ shop }) => {
    const timesLeft = stayInsteadOf(shop, '/stub/wallet.html')
    const tab = await shop.open()
    const page = await tab.openForm()
    await page.redirect(walletOf(page))
    expect(await tab.waitForState('redirecting')).toMatchObject({
      busy: true,
      canMount: false,
      canSubmit: false,
      submission: 'certain',
      nextStep: 'wait',
    })
    await expect.poll(timesLeft).toBe(1)
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'redirecting'])
    await record('browser-wallet', 'The SDK leaves for a wallet. What comes of it, this page does not see.', tab)
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })

  test('for which an app is not there: two errors, and then the address all the same', async ({ shop }) => {
    const timesLeft = stayInsteadOf(shop, '/stub/wallet.html')
    const tab = await shop.open({ submitButton: 'merchant' })
    const page = await reach(shop, tab, 'submitting')
    await page.redirect({
      applinkUrl: `${walletOf(page)}?app`,
      schemeUrl: 'stub-wallet://pay',
      normalUrl: walletOf(page),
    })
    expect(await tab.waitForState('redirecting')).toMatchObject({ submission: 'certain', counts: { attempts: 1 } })
    const codes = (await tab.trace()).flatMap(({ via, args }) =>
      via === 'onEventCallback' ? [(args as [{ code: string }])[0].code] : [],
    )
    expect(codes.slice(2)).toEqual([
      'SDK_LAUNCH_PAYMENT_APP_ERROR',
      'SDK_LAUNCH_PAYMENT_APP_ERROR',
      'SDK_CALL_URL_SUCCESS',
    ])
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'submitting', 'confirming', 'redirecting'])
    await expect.poll(timesLeft).toBe(1)
    await record('browser-wallet-without-app', 'No app takes the payment; the SDK leaves for the wallet’s page.', tab)
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })

  test('without any address: an error, and the component is gone', async ({ shop }) => {
    const tab = await shop.open({ submitButton: 'merchant' })
    const page = await tab.openForm()
    await page.redirect({})
    expect(await tab.waitForState('broken')).toMatchObject({ submission: 'none', nextStep: 'contact-support' })
    await tab.page.locator('#ams-component-container').waitFor({ state: 'detached' })
    await record('browser-wallet-without-address', 'The SDK is to leave for nowhere: an error.', tab)
    expect(await tab.close()).toMatchObject({ status: 'errored', nextStep: 'contact-support' })
  })

  test('without any address, where a payment may have been submitted unseen: the server is to be asked', async ({
    shop,
  }) => {
    const tab = await shop.open()
    const page = await tab.openForm()
    await page.redirect({ schemeUrl: 'stub-wallet://pay' })
    expect(await tab.waitForState('confirming')).toMatchObject({ submission: 'certain', nextStep: 'ask-server' })
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })

  test('in another tab, and the page stays: it waits half a minute for an answer', async ({ shop }) => {
    await shop.context.clock.install()
    const tab = await shop.open({ submitButton: 'merchant' })
    const page = await reach(shop, tab, 'redirecting')
    expect(await tab.view()).toMatchObject({ busy: true, nextStep: 'wait' })
    await tab.page.clock.fastForward('00:30')
    expect(await tab.waitForState('confirming')).toMatchObject({ nextStep: 'ask-server' })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'redirecting', 'confirming', 'succeeded'])
    await record('browser-wallet-in-another-tab', 'The wallet opens in another tab; success after a while.', tab)
  })
})
