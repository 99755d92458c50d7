import { describe, expect } from 'vitest'
import { cardPaymentResultInfo, paid, popRiskDecisionResultInfo } from '../../docs/stub/results.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

describe('a card is charged', () => {
  test('the page hears of it, with the card and the risk advice', async ({ shop }) => {
    const tab = await shop.open()
    const page = await tab.openForm()
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())

    const view = await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'succeeded'])
    expect(view).toMatchObject({
      final: true,
      busy: false,
      canMount: false,
      canSubmit: false,
      submission: 'certain',
      nextStep: 'show-success',
      payment: { paymentStatus: 'SUCCESS', cardPaymentResultInfo, popRiskDecisionResultInfo },
    })
    expect(await tab.told('mount')).toEqual({ kind: 'done' })
    await record('browser-card-with-risk', 'Card mounted inline; the payment page reports success, card and risk.', tab)
    expect(await tab.close()).toMatchObject({
      status: 'succeeded',
      safeToPayAgain: false,
      confirmedBy: 'sdk',
      code: 'SDK_PAYMENT_SUCCESSFUL',
      paymentResultCode: 'SUCCESS',
    })
    expect(tab.errors).toEqual([])
  })

  test('by a person who presses the page’s own button', async ({ shop }) => {
    const tab = await shop.open()
    const page = await tab.openForm({ scenario: 'success', paymentRequestId: 'order-1' })
    await page.press('pay')
    await tab.waitForState('succeeded')
    await expect
      .poll(() => shop.outcomes)
      .toEqual([{ paymentRequestId: 'order-1', paymentStatus: 'SUCCESS', paymentResultCode: 'SUCCESS' }])
  })
})
