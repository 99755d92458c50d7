import { describe, expect } from 'vitest'
import { elementPaid } from '../../docs/stub/element-answers.ts'
import { answer, elementOf, hooks, openForm, openShop, submit } from './element-form.ts'
import { holdQuery } from './held-request.ts'
import { record } from './record.ts'
import { type Shop, test } from './rig.ts'

// Nothing was submitted, and no form was there whose button the SDK renders.
const brokenUnpaid = { state: 'broken', canMount: true, canSubmit: false, submission: 'none' }

/** The payment page cannot be loaded, once. */
const loseThePage = (shop: Shop): void => {
  let isLost = false
  shop.intercept(async ({ url }, route) => {
    if (isLost || !url.includes('/elements/')) return false
    isLost = true
    await route.abort()
    return true
  })
}

describe('a mount of Payment Element that fails resolves, with an error', () => {
  test('the SDK’s own time-out: 10 s, said by callback, and mounted again it is paid', async ({ shop }) => {
    await shop.context.clock.install()
    loseThePage(shop)
    const tab = await openShop(shop)
    await tab.mount(elementOf())
    await tab.page.clock.fastForward('00:09')
    expect(await tab.view()).toMatchObject({ state: 'loading', nextStep: 'wait' })
    await tab.page.clock.fastForward('00:02')
    expect(await tab.told('mount')).toMatchObject({ value: { error: { code: 'INITIALIZE_WEB_TIMEOUT' } } })
    expect(await tab.view()).toMatchObject({ ...brokenUnpaid, notice: { code: 'SDK_LAUNCH_PAYMENT_APP_ERROR' } })

    // The very same element may be mounted again.
    const page = await tab.openForm(elementOf())
    await submit(tab, page)
    await answer(page, elementPaid())
    await tab.waitForState('succeeded')
    await record('element-load-timeout', 'Payment Element: its own load time-out (10 s); mounted again and paid.', tab)
    expect(await tab.states()).toEqual([...['init', 'loading', 'broken', 'loading', 'form', 'submitting', 'succeeded']])
    expect(await tab.close()).toMatchObject({ status: 'succeeded', counts: { attempts: 1 } })
  })

  test('"spinner off" comes before the error, and is not taken for the form', async ({ shop }) => {
    const tab = await openShop(shop)
    await tab.mount(elementOf({ scenario: 'query-fails' }))
    expect(await tab.told('mount')).toMatchObject({ value: { error: { code: 'INITIALIZE_API_TIMEOUT' } } })
    expect(await hooks(tab)).toEqual([
      { hook: 'start', state: 'loading' },
      { hook: 'end', state: 'loading' },
    ])
    expect(await tab.states()).toEqual(['init', 'loading', 'broken'])
    expect(await tab.view()).toMatchObject({ ...brokenUnpaid, notice: { code: 'SDK_LAUNCH_PAYMENT_APP_ERROR' } })
    await record('element-query-fails', 'Payment Element: Antom’s query gets a 500.', tab)
    expect(await tab.close()).toMatchObject({ status: 'errored', safeToPayAgain: true })
  })

  test('the time-out of a mount that failed already tells it once more: it is the same failure', async ({ shop }) => {
    await shop.context.clock.install()
    const tab = await openShop(shop)
    await tab.mount(elementOf({ scenario: 'query-fails' }))
    await tab.waitForState('broken')
    const before = await tab.view()
    await tab.page.clock.fastForward('00:11')
    expect(await tab.trace()).toMatchObject([
      { name: 'mount' },
      { args: [{ code: 'SDK_LAUNCH_PAYMENT_APP_ERROR', message: 'Failed to launch app' }] },
      { settled: 'resolved' },
      { args: [{ code: 'SDK_LAUNCH_PAYMENT_APP_ERROR', message: 'Load app time out' }] },
    ])
    const { nextStep, diagnostics } = before
    expect(await tab.view()).toMatchObject({ ...brokenUnpaid, nextStep, diagnostics })
  })

  test('Antom has no such session: only the promise says so, and the payment page opens all the same', async ({
    shop,
  }) => {
    const query = holdQuery(shop)
    const tab = await openShop(shop)
    await tab.mount(elementOf())
    await query.answer({ success: false, errorCode: 'INQUIRY_PAYMENT_SESSION_FAILED' })
    expect(await tab.told('mount')).toMatchObject({ value: { error: { code: 'INQUIRY_PAYMENT_SESSION_FAILED' } } })
    await tab.paymentPage()
    await tab.page.waitForFunction(() => loadingHooks.length === 2)
    // "Spinner off": of what the page shows then, not of a form.
    expect((await hooks(tab)).at(-1)).toEqual({ hook: 'end', state: 'broken' })
    expect(await tab.states()).toEqual(['init', 'loading', 'broken'])
    expect(await tab.view()).toMatchObject({ ...brokenUnpaid, nextStep: 'retry-same-session' })
  })

  test('without a place to be mounted in, and without session data', async ({ shop }) => {
    const tab = await openShop(shop)
    await tab.page.evaluate('document.querySelector("#checkout").remove()')
    await tab.mount(elementOf())
    expect(await tab.told('mount')).toMatchObject({ value: { error: { code: 'PARAM_INVALID' } } })
    expect(await tab.view()).toMatchObject({ ...brokenUnpaid, notice: { code: 'SDK_CREATE_COMPONENT_ERROR' } })

    const other = await openShop(shop)
    await other.mount(null)
    expect(await other.told('mount')).toMatchObject({ error: { name: 'InvalidElementConfigError' } })
    expect(await other.view()).toMatchObject({ ...brokenUnpaid, notice: { code: 'SDK_CREATE_COMPONENT_ERROR' } })
  })
})

describe('a second mount of Payment Element', () => {
  test('while the first is there does not reach the SDK', async ({ shop }) => {
    const [tab] = await openForm(shop)
    await tab.mount(elementOf())
    expect(await tab.told('mount', 2)).toMatchObject({ kind: 'refusal', reason: 'mounted', state: 'form' })
    expect(await tab.view()).toMatchObject({ state: 'form', canSubmit: true })
  })

  test('is taken down by what is left of the first, in the middle of a payment: the server is asked', async ({
    shop,
  }) => {
    await shop.context.clock.install()
    const query = holdQuery(shop)
    const tab = await openShop(shop)
    await tab.mount(elementOf())
    await query.made()
    await tab.page.clock.fastForward('00:11')
    await tab.waitForState('broken')
    const page = await tab.openForm(elementOf())
    await submit(tab, page)

    // The first mount's query fails now: the SDK removes whatever is mounted.
    await query.fail()
    expect(await tab.waitForState('confirming')).toMatchObject({
      canMount: false,
      canSubmit: false,
      submission: 'certain',
      nextStep: 'ask-server',
    })
    expect(await tab.page.locator('iframe').count()).toBe(0)
    await record(
      'element-taken-down',
      'Payment Element: a stale failure of the first mount takes the second down, in the middle of a payment.',
      tab,
    )
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })

  test('after it was destroyed, in another element', async ({ shop }) => {
    const [tab] = await openForm(shop)
    await tab.unmount()
    await tab.call('onEventCallback', { code: 'SDK_PAYMENT_CANCEL' })
    await tab.waitForState('dismissed')
    const page = await tab.openForm(elementOf())
    await submit(tab, page)
    await answer(page, elementPaid())
    expect(await tab.waitForState('succeeded')).toMatchObject({ counts: { attempts: 1 } })
  })
})
