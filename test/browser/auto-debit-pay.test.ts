import { describe, expect } from 'vitest'
import type { SessionOptions } from '../../docs/stub/session-data.ts'
import { record } from './record.ts'
import { test } from './rig.ts'
import { stayInsteadOf } from './stay.ts'

// AMSAutoDebitPay: a wallet that has been authorised before. It renders nothing: it leaves at once, or refuses.

const session = (action: object): SessionOptions => ({
  productScene: 'AUTO_DEBIT_PAY',
  paymentMethodCategoryType: 'WALLET',
  more: { action, authUrlInfo: { normalUrl: 'https://ac.alipay.com/stub/wallet.html' } },
})

describe('AMSAutoDebitPay', () => {
  test('leaves for the wallet at once', async ({ shop }) => {
    const timesLeft = stayInsteadOf(shop, '/stub/wallet.html')
    const tab = await shop.open({ integration: 'auto-debit-pay' })
    await tab.mount(session({ requireFastSdk: true }))
    expect(await tab.waitForState('redirecting')).toMatchObject({ submission: 'certain', nextStep: 'wait' })
    await expect.poll(timesLeft).toBe(1)
    expect(await tab.told('mount')).toEqual({ kind: 'done' })
    expect(await tab.states()).toEqual(['init', 'loading', 'redirecting'])
    await record('browser-auto-debit-pay', 'AMSAutoDebitPay; it leaves for the wallet at once.', tab)
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })

  test('refuses any other session by a rejected promise only', async ({ shop }) => {
    const tab = await shop.open({ integration: 'auto-debit-pay' })
    await tab.mount(session({}))
    expect(await tab.told('mount')).toMatchObject({
      kind: 'rejection',
      error: { code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR' },
    })
    expect((await tab.trace()).filter(({ via }) => via === 'onError' || via === 'onEventCallback')).toEqual([])
    expect(await tab.states()).toEqual(['init', 'loading', 'broken'])
    expect(await tab.close()).toMatchObject({ status: 'errored', nextStep: 'fix-integration' })
  })
})
