import { describe, expect } from 'vitest'
import type { MerchantOptions } from './merchant.ts'
import { type Shop, test } from './rig.ts'
import type { Tab } from './tab.ts'

const order: MerchantOptions = { id: 'order-1', storage: 'local', submitButton: 'merchant' }

/** The same order in two tabs of one browser, the form open in both. */
const twoForms = async (shop: Shop, options: MerchantOptions = order) => {
  const [a, b] = [await shop.open(options), await shop.open(options)]
  const pages = [await a.openForm(), await b.openForm()] as const
  return { a, b, pages }
}

/** How often the SDK has handed a submit to its payment page. */
const oneSubmitted = async (shop: Shop, options?: MerchantOptions) => {
  const made = await twoForms(shop, options)
  await made.a.submit()
  await made.pages[0].submits(1)
  return made
}

const waitUntil = (tab: Tab, wanted: { canSubmit?: boolean; canMount?: boolean }) =>
  tab.page.waitForFunction(
    (expected) => Object.entries(expected).every(([name, value]) => merchant.view()[name as 'canSubmit'] === value),
    wanted,
  )

describe('one order in two tabs', () => {
  test('that submit in the same moment: one reaches the SDK, the other says why not', async ({ shop }) => {
    const { a, b } = await twoForms(shop)
    await Promise.all([a.submit(), b.submit(), a.submit(), b.submit()])
    const states = async () => [(await a.view()).state, (await b.view()).state].sort()
    await Promise.race([a.waitForState('submitting'), b.waitForState('submitting')])
    const loser = (await a.view()).state === 'submitting' ? b : a
    expect(await loser.told('submit', 1)).toMatchObject({ kind: 'refusal', reason: 'other-tab' })
    expect(await loser.told('submit', 2)).toMatchObject({ kind: 'refusal', reason: 'other-tab' })
    expect(await states()).toEqual(['form', 'submitting'])
  })

  test('while one pays, the other’s pay button is off; after an invalid form it is on again', async ({ shop }) => {
    const { b, pages } = await oneSubmitted(shop)
    await waitUntil(b, { canSubmit: false })
    expect(await b.view()).toMatchObject({ state: 'form', submission: 'certain', nextStep: 'wait' })
    expect(await b.page.isDisabled('#pay')).toBe(true)
    await pages[0].send('SDK_FORM_VERIFICATION_FAILED')
    await waitUntil(b, { canSubmit: true })
    await b.submit()
    await b.waitForState('submitting')
  })

  test('the success of one is known in the other', async ({ shop }) => {
    const { a, b, pages } = await oneSubmitted(shop)
    await pages[0].send('SDK_PAYMENT_SUCCESSFUL')
    await a.waitForState('succeeded')
    expect(await b.waitForState('succeeded')).toMatchObject({ outcome: { confirmedBy: 'sdk', safeToPayAgain: false } })
    await b.submit()
    expect(await b.told('submit')).toMatchObject({ kind: 'refusal', reason: 'closed' })
  })

  test('a decline of one is known in the other, with what it means for the session', async ({ shop }) => {
    const { b, pages } = await oneSubmitted(shop)
    await pages[0].send('SDK_PAYMENT_FAIL', { paymentStatus: 'FAIL', paymentResultCode: 'RISK_REJECT' })
    expect(await b.waitForState('declined')).toMatchObject({ nextStep: 'contact-support', canSubmit: false })
  })

  test('the tab that pays is closed: the other one asks the server', async ({ shop }) => {
    const { a, b } = await oneSubmitted(shop)
    await waitUntil(b, { canSubmit: false })
    await a.page.close()
    expect(await b.waitForState('confirming')).toMatchObject({ submission: 'certain', notice: { code: 'tab.gone' } })
  })

  test('the tab that pays crashes: the other one asks the server', async ({ shop }) => {
    const { a, b } = await oneSubmitted(shop)
    await waitUntil(b, { canSubmit: false })
    const crashed = a.page.waitForEvent('crash')
    const devtools = await shop.context.newCDPSession(a.page)
    void devtools.send('Page.crash').catch(() => {})
    await crashed
    await b.waitForState('confirming')
  })

  test('a third tab, opened meanwhile, does not start anew', async ({ shop }) => {
    await oneSubmitted(shop)
    const c = await shop.open(order)
    expect(await c.view()).toMatchObject({ state: 'confirming', canMount: false, canSubmit: false })
  })

  test('with a storage of its own, a third tab knows it from the first', async ({ shop }) => {
    await oneSubmitted(shop, { ...order, storage: 'session' })
    const c = await shop.open({ ...order, storage: 'session' })
    await c.page.waitForFunction(() => merchant.view().submission === 'certain')
    await c.openForm()
    await c.submit()
    expect(await c.told('submit')).toMatchObject({ kind: 'refusal', reason: 'other-tab' })
  })
})

describe('where the SDK renders the pay button', () => {
  test('its form is open in one tab at a time, and the other says why it is not', async ({ shop }) => {
    const options: MerchantOptions = { id: 'order-1', storage: 'session' }
    const [a, b] = [await shop.open(options), await shop.open(options)]
    const page = await a.openForm()
    await waitUntil(b, { canMount: false })
    await b.mount()
    expect(await b.told('mount')).toMatchObject({ kind: 'refusal', reason: 'other-tab', state: 'init' })
    await page.send('SDK_PAYMENT_SUCCESSFUL')
    await b.waitForState('succeeded')
  })

  test('the tab with the form is closed: the other one may mount', async ({ shop }) => {
    const options: MerchantOptions = { id: 'order-1', storage: 'session' }
    const [a, b] = [await shop.open(options), await shop.open(options)]
    await a.openForm()
    await waitUntil(b, { canMount: false })
    await a.page.close()
    await waitUntil(b, { canMount: true })
    // It may have been paid unseen.
    expect(await b.view()).toMatchObject({ state: 'dismissed', submission: 'possible', nextStep: 'ask-server' })
    await b.openForm()
  })
})
