import { describe, expect } from 'vitest'
import type { MerchantOptions } from './merchant.ts'
import { type Shop, test } from './rig.ts'
import type { Tab } from './tab.ts'

const order: MerchantOptions = {
  id: 'order-1',
  storage: 'session',
  submitButton: 'merchant',
  inquireAt: '/payments/order-1',
}

/** The merchant's server knows what the wallet has told Antom; until then it is still processing. */
const answerInquiries = (shop: Shop): void =>
  shop.intercept(async ({ url }, route) => {
    if (!url.endsWith('/payments/order-1')) return false
    await route.fulfill({ json: shop.outcomes.at(-1) ?? { paymentStatus: 'PROCESSING' } })
    return true
  })

const KEY = 'antom-checkout-machine:order-1'

/** What is stored of the order. */
const stored = ({ page }: Tab) => page.evaluate<string | null>(`sessionStorage.getItem('${KEY}')`)

describe('the buyer pays at a wallet, on a page of another origin', () => {
  const toTheWallet = async (shop: Shop): Promise<Tab> => {
    answerInquiries(shop)
    const tab = await shop.open(order)
    await tab.openForm({ scenario: 'wallet', paymentRequestId: 'order-1', returnUrl: shop.addressOf(order) })
    await tab.submit()
    await tab.page.waitForURL('**/stub/wallet.html*')
    expect(new URL(tab.page.url()).origin).not.toBe(shop.origin)
    return tab
  }

  test('and comes back: the page asks the server, and says that it is paid', async ({ shop }) => {
    const tab = await toTheWallet(shop)
    await tab.page.click('#pay')
    await tab.page.waitForURL(`${shop.origin}/**`)
    const view = await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['confirming', 'succeeded'])
    expect(view).toMatchObject({ outcome: { confirmedBy: 'server' }, counts: { attempts: 1 } })
    expect(await stored(tab)).toBeNull()
  })

  test('refuses there: another try needs a new mount, and gets it', async ({ shop }) => {
    const tab = await toTheWallet(shop)
    await tab.page.click('#refuse')
    await tab.page.waitForURL(`${shop.origin}/**`)
    const view = await tab.waitForState('declined')
    expect(view).toMatchObject({ canSubmit: false, canMount: true, submission: 'none' })
    const page = await tab.openForm({ paymentRequestId: 'order-1' })
    await page.send('SDK_PAYMENT_SUCCESSFUL')
    expect(await tab.waitForState('succeeded')).toMatchObject({ outcome: { confirmedBy: 'sdk' } })
  })

  test('and comes back without an answer: never a fresh form, whatever is tried', async ({ shop }) => {
    const tab = await toTheWallet(shop)
    await tab.page.click('#back')
    await tab.page.waitForURL(`${shop.origin}/**`)
    expect(await tab.view()).toMatchObject({
      state: 'confirming',
      submission: 'certain',
      nextStep: 'ask-server',
      canMount: false,
      canSubmit: false,
    })
    await tab.mount({ paymentRequestId: 'order-1' })
    expect(await tab.told('mount')).toMatchObject({ kind: 'refusal', reason: 'duplicate' })
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
    await tab.page.reload()
    expect(await tab.view()).toMatchObject({ state: 'confirming' })
  })

  test('and goes back in the browser’s history', async ({ shop }) => {
    const tab = await toTheWallet(shop)
    await tab.page.goBack()
    expect(await tab.view()).toMatchObject({ state: 'confirming', submission: 'certain' })
  })
})

describe('the page is loaded anew', () => {
  test('in the middle of 3-D Secure: the payment is asked for', async ({ shop }) => {
    const tab = await shop.open({ id: 'order-1', storage: 'session', submitButton: 'merchant' })
    const page = await tab.openForm()
    await tab.submit()
    await page.send('SDK_PAYMENT_CHALLENGE')
    await tab.waitForState('challenge')
    await tab.page.reload()
    expect(await tab.view()).toMatchObject({ state: 'confirming', counts: { attempts: 1 } })
  })

  test('with an open form that was not submitted: a fresh start', async ({ shop }) => {
    const tab = await shop.open(order)
    await tab.openForm()
    await tab.page.reload()
    expect(await tab.view()).toMatchObject({ state: 'init', canMount: true, submission: 'none' })
  })

  test('with an open form of the SDK’s, whose button may have been pressed: it is possible', async ({ shop }) => {
    const tab = await shop.open({ id: 'order-1', storage: 'session' })
    await tab.openForm()
    await tab.page.reload()
    expect(await tab.view()).toMatchObject({ state: 'dismissed', submission: 'possible', nextStep: 'ask-server' })
  })

  test('after a decline: its advice is still there', async ({ shop }) => {
    const tab = await shop.open({ id: 'order-1', storage: 'session' })
    const page = await tab.openForm()
    await page.send('SDK_PAYMENT_FAIL', { paymentStatus: 'FAIL', paymentResultCode: 'ORDER_IS_CLOSED' })
    await tab.waitForState('declined')
    await tab.page.reload()
    expect(await tab.view()).toMatchObject({ state: 'declined', nextStep: 'new-session', canSubmit: false })
  })
})

test('the tab crashes in the middle of a submission: another one finds it, and asks', async ({ shop }) => {
  answerInquiries(shop)
  const tab = await shop.open({ ...order, storage: 'local' })
  await tab.openForm({ paymentRequestId: 'order-1' })
  await tab.submit()
  await tab.waitForState('submitting')
  const crashed = tab.page.waitForEvent('crash')
  const devtools = await shop.context.newCDPSession(tab.page)
  void devtools.send('Page.crash').catch(() => {})
  await crashed

  const next = await shop.open({ ...order, storage: 'local' })
  expect(await next.view()).toMatchObject({ state: 'confirming', submission: 'certain', busy: true })
  await next.mount({ paymentRequestId: 'order-1' })
  expect(await next.told('mount')).toMatchObject({ kind: 'refusal', reason: 'duplicate' })
})

describe('what is stored', () => {
  test('holds nothing of a card or a session', async ({ shop }) => {
    const tab = await shop.open(order)
    const page = await tab.openForm({ paymentRequestId: 'order-1' })
    await tab.submit()
    await page.send('SDK_PAYMENT_PROCESSING', {
      paymentStatus: 'PROCESSING',
      cardPaymentResultInfo: { cardNo: '************8888', holdName: 'Tom Jay' },
    })
    await tab.waitForState('confirming')
    const entry = await stored(tab)
    expect(entry).toContain('"state":"confirming"')
    for (const secret of ['8888', 'Tom Jay', 'sessionData', 'paymentSession']) expect(entry).not.toContain(secret)
  })

  const open = async (shop: Shop, spoil: (entry: string) => string): Promise<Tab> => {
    const tab = await shop.open({ id: 'order-1', storage: 'session' })
    const page = await tab.openForm()
    await page.send('SDK_PAYMENT_FAIL', { paymentStatus: 'FAIL' })
    await tab.waitForState('declined')
    const entry = (await stored(tab)) ?? ''
    expect(entry).toContain('declined')
    await tab.page.evaluate(`sessionStorage.setItem('${KEY}', ${JSON.stringify(spoil(entry))})`)
    await tab.page.reload()
    return tab
  }

  test.for<[string, (entry: string) => string]>([
    ['truncated', (entry) => entry.slice(0, 40)],
    ['edited by hand', (entry) => entry.replace('"declined"', '"init"')],
    ['of another version', (entry) => entry.replace('"version":1', '"version":0')],
    ['another order’s', (entry) => entry.replace('order-1', 'order-2')],
    ['not ours at all', () => '<html>'],
  ])('%s, it is not trusted: the payment may be open', async ([, spoil], { shop }) => {
    const tab = await open(shop, spoil)
    expect(await tab.view()).toMatchObject({ state: 'confirming', submission: 'certain', canMount: false })
    expect(tab.errors).toEqual([])
  })

  test('as it was, it is trusted', async ({ shop }) => {
    const tab = await open(shop, (entry) => entry)
    expect(await tab.view()).toMatchObject({ state: 'declined' })
  })

  test('a storage that throws costs nothing but the survival', async ({ shop }) => {
    // For us alone: the SDK itself does not mount where it cannot store.
    await shop.context.addInitScript(`{
      const { setItem } = Storage.prototype
      Storage.prototype.setItem = function (key, value) {
        if (key.startsWith('antom-checkout-machine')) throw new DOMException('full', 'QuotaExceededError')
        setItem.call(this, key, value)
      }
    }`)
    const tab = await shop.open(order)
    const page = await tab.openForm()
    await tab.submit()
    await page.send('SDK_PAYMENT_SUCCESSFUL')
    await tab.waitForState('succeeded')
  })
})
