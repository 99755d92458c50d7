import { describe, expect } from 'vitest'
import { paid } from '../../docs/stub/results.ts'
import { holdQuery } from './held-request.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

const error = { code: 'SDK_CREATECOMPONENT_ERROR', message: 'Network request error' }

describe('the SDK’s own query fails', () => {
  test('after the success: an error by two channels, and the payment stays paid', async ({ shop }) => {
    const query = holdQuery(shop)
    const tab = await shop.open()
    await tab.mount()
    const page = await tab.paymentPage('launched')
    await query.made()
    await page.endLoading()
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')

    await query.fail()
    expect(await tab.told('mount')).toEqual({ kind: 'done' })
    await expect.poll(() => tab.view()).toMatchObject({ diagnostics: { late: { count: 2 } } })
    const lines = (await tab.trace()).filter(({ via }) => via !== 'onLog')
    expect(lines.slice(lines.findIndex(({ via }) => via === 'onError'))).toMatchObject([
      { via: 'onError', args: [error] },
      { via: 'onEventCallback', args: [error] },
      { via: 'promise', name: 'mount', settled: 'resolved' },
      // The stub's page shows its form whenever it is asked to.
      { via: 'onEventCallback', args: [{ code: 'SDK_END_OF_LOADING' }] },
    ])
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'succeeded'])
    expect(await tab.view()).toMatchObject({
      state: 'succeeded',
      nextStep: 'show-success',
      notice: { code: 'SDK_PAYMENT_SUCCESSFUL' },
      diagnostics: { late: { count: 2, last: [{ code: error.code }, { code: 'SDK_END_OF_LOADING' }] } },
    })
    await record('browser-late-error', 'Success while the SDK still waits for its query; then that query fails.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', safeToPayAgain: false })
  })

  test('before the form is there: the page goes on all the same, and can be paid in', async ({ shop }) => {
    const tab = await shop.open()
    const page = await tab.openForm({ scenario: 'query-fails' })
    expect(await tab.states()).toEqual(['init', 'loading', 'broken', 'form'])
    await page.press('pay')
    await tab.waitForState('succeeded')
    await record('browser-query-fails', 'The SDK’s query fails; the page shows its form all the same; success.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded' })
  })

  test('by an answer that forbids the page: the component is taken down', async ({ shop }) => {
    const query = holdQuery(shop)
    const tab = await shop.open({ submitButton: 'merchant' })
    await tab.mount()
    await query.answer({ success: false, errorMessage: 'no such session', errorActions: { showType: 'NONE' } })
    expect(await tab.told('mount')).toMatchObject({ kind: 'rejection', error: { code: 'SDK_CREATECOMPONENT_ERROR' } })
    expect(await tab.states()).toEqual(['init', 'loading', 'broken'])
    expect(await tab.view()).toMatchObject({ submission: 'none', nextStep: 'retry-same-session' })
    expect(await tab.close()).toMatchObject({ status: 'errored', safeToPayAgain: true })
  })
})
