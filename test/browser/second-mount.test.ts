import { describe, expect } from 'vitest'
import { paid } from '../../docs/stub/results.ts'
import { reach } from './reach.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

const onlyOne = { code: 'SDK_CREATECOMPONENT_ERROR', message: 'Only one component can be rendered simultaneously' }

describe('a second mount while the first component goes on', () => {
  test('is refused by the checkout: the SDK does not hear of it', async ({ shop }) => {
    const tab = await shop.open()
    const page = await tab.openForm()
    const queries = (): number => shop.requests.filter(({ url }) => url.endsWith('/mgw.htm')).length
    const before = queries()
    const second = await tab.mount()
    expect(await tab.told('mount', second)).toEqual({ kind: 'refusal', reason: 'mounted', state: 'form' })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'succeeded'])
    expect(queries()).toBe(before)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', anomalies: 1 })
  })

  test('is refused while it loads, too', async ({ shop }) => {
    const tab = await shop.open()
    await reach(shop, tab, 'loading')
    const second = await tab.mount()
    expect(await tab.told('mount', second)).toEqual({ kind: 'refusal', reason: 'mounted', state: 'loading' })
  })

  test('past the checkout is refused by the SDK; the first one goes on, and may be paid', async ({ shop }) => {
    const tab = await shop.open({ submitButton: 'merchant' })
    const page = await tab.openForm()
    const second = await tab.mountPastCheckout()
    expect(await tab.told('mount', second)).toEqual({ kind: 'rejection', error: onlyOne })
    expect((await tab.trace()).filter(({ via }) => via !== 'onLog').slice(-2)).toMatchObject([
      { via: 'onError', args: [onlyOne] },
      { via: 'promise', name: 'mount', settled: 'rejected' },
    ])
    expect(await tab.view()).toMatchObject({ state: 'broken', submission: 'none', nextStep: 'retry-same-session' })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'broken', 'succeeded'])
    await record('browser-second-mount', 'A second mount past the checkout: refused; the first one is paid.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded' })
  })

  test('past the checkout, with a payment under way, is no failure of that payment', async ({ shop }) => {
    const tab = await shop.open({ submitButton: 'merchant' })
    const page = await reach(shop, tab, 'submitting')
    const second = await tab.mountPastCheckout()
    expect(await tab.told('mount', second)).toEqual({ kind: 'rejection', error: onlyOne })
    expect(await tab.view()).toMatchObject({ state: 'confirming', submission: 'certain' })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
  })
})
