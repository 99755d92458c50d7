import { describe, expect } from 'vitest'
import { elementFailed, elementPaid } from '../../docs/stub/element-answers.ts'
import { paid } from '../../docs/stub/results.ts'
import { answer, elementOf, hooks, openForm, openShop, submit } from './element-form.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

describe('a buyer pays by Payment Element', () => {
  test('the promise of submitPayment() alone says so', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    expect(await tab.view()).toMatchObject({ canSubmit: true, submission: 'none', nextStep: 'none' })
    await submit(tab, page)
    expect(await tab.view()).toMatchObject({ state: 'submitting', busy: true, submission: 'certain', nextStep: 'wait' })

    await answer(page, elementPaid())
    expect(await tab.told('submit')).toEqual({ kind: 'done', value: { status: 'SUCCESS' } })
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'submitting', 'succeeded'])
    expect(await tab.view()).toMatchObject({
      final: true,
      canMount: false,
      canSubmit: false,
      nextStep: 'show-success',
      counts: { attempts: 1, duplicates: 0 },
      diagnostics: { anomalies: { count: 0 }, unrecognised: { count: 0 }, late: { count: 0 } },
    })
    await record('element-paid', 'Payment Element: the promise of submitPayment() says SUCCESS, and no callback.', tab)
    expect(await tab.close()).toMatchObject({
      status: 'succeeded',
      safeToPayAgain: false,
      confirmedBy: 'sdk',
      code: 'SDK_PAYMENT_SUCCESSFUL',
    })
    expect(tab.errors).toEqual([])
  })

  test('also where the payment page names no call in its answer', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await answer(page, elementPaid(), { byEvent: true })
    expect(await tab.told('submit')).toEqual({ kind: 'done', value: { status: 'SUCCESS' } })
    expect(await tab.view()).toMatchObject({ state: 'succeeded', counts: { attempts: 1 } })
  })

  test('the callback says it first and the promise again: it is one payment, with the callback’s card', async ({
    shop,
  }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    await answer(page, elementPaid())
    await tab.told('submit')
    expect(await tab.view()).toMatchObject({
      payment: { cardPaymentResultInfo: { cardBrand: 'VISA' } },
      counts: { attempts: 1 },
      diagnostics: { anomalies: { count: 0 }, late: { count: 0 } },
    })
  })

  test('an answer that says both paid and failed is not believed: the server is asked', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await answer(page, { ...elementFailed('PROCESS_FAIL'), status: 'SUCCESS' })
    await tab.told('submit')
    expect(await tab.view()).toMatchObject({ state: 'confirming', canSubmit: false, nextStep: 'ask-server' })
  })

  test('by a person: the scenario’s report is the answer as well', async ({ shop }) => {
    const tab = await openShop(shop)
    await tab.openForm(elementOf({ scenario: 'success', paymentRequestId: 'order-1' }))
    await tab.submit()
    await tab.waitForState('succeeded')
    expect(await tab.told('submit')).toEqual({ kind: 'done', value: { status: 'SUCCESS' } })
    await expect.poll(() => shop.outcomes).toMatchObject([{ paymentRequestId: 'order-1', paymentStatus: 'SUCCESS' }])
  })
})

describe('the buyer pays at a wallet', () => {
  test('the page is left, the promise is never answered, and coming back asks the server', async ({ shop }) => {
    shop.intercept(async ({ url }, route) => {
      if (!url.endsWith('/payments/order-2')) return false
      await route.fulfill({ json: { paymentStatus: shop.outcomes[0]?.paymentStatus ?? 'PROCESSING' } })
      return true
    })
    const tab = await openShop(shop, { id: 'order-2', storage: 'session', inquireAt: '/payments/order-2' })
    await tab.openForm(elementOf({ scenario: 'wallet', paymentRequestId: 'order-2' }))
    await tab.submit()
    await tab.page.waitForURL('**/stub/wallet.html?*')
    await tab.page.click('#pay')

    await tab.page.waitForURL(`${shop.origin}/**`)
    const view = await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['confirming', 'succeeded'])
    expect(view.outcome).toMatchObject({ status: 'succeeded', confirmedBy: 'server', safeToPayAgain: false })
  })
})

describe('the two loading hooks of Payment Element', () => {
  test('say "spinner on" and "off": around the mount, and around submitPayment() as well', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    const around = [
      { hook: 'start', state: 'loading' },
      { hook: 'end', state: 'loading' },
    ]
    expect(await hooks(tab)).toEqual(around)
    await submit(tab, page)
    expect(await hooks(tab)).toEqual([...around, { hook: 'start', state: 'submitting' }])
    await answer(page, elementFailed('INVALID_CARD'))
    await tab.waitForState('declined')
    expect((await hooks(tab)).at(-1)).toEqual({ hook: 'end', state: 'submitting' })
  })

  test('"off" comes in the middle of a payment, when the page has a new size: only the view says that it goes on', async ({
    shop,
  }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await page.emit('onSizeChanged', { height: 600, width: 420, source: 'payment' })
    await tab.page.waitForFunction(() => loadingHooks.length === 4)
    expect((await hooks(tab)).at(-1)).toEqual({ hook: 'end', state: 'submitting' })
    expect(await tab.view()).toMatchObject({ state: 'submitting', busy: true, canSubmit: false })
  })

  test('"off" is never said to a page that does not listen to "on": the form is there, and nobody knows', async ({
    shop,
  }) => {
    await shop.context.clock.install()
    const tab = await openShop(shop, { loadingHooks: 'end-only' })
    await tab.mount(elementOf())
    expect(await tab.told('mount')).toEqual({ kind: 'done', value: {} })
    await tab.paymentPage()
    await tab.page.clock.fastForward('10:00')
    expect(await tab.view()).toMatchObject({ state: 'loading', canSubmit: false })
    expect(await hooks(tab)).toEqual([])
  })
})
