import { describe, expect } from 'vitest'
import { declined, paid } from '../../docs/stub/results.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

describe('a declined payment', () => {
  test('is retried in the page, and goes through', async ({ shop }) => {
    const tab = await shop.open()
    const page = await tab.openForm()
    await page.send('SDK_PAYMENT_FAIL', declined('INVALID_CARD_NUMBER'))
    expect(await tab.waitForState('declined')).toMatchObject({
      final: false,
      busy: false,
      canMount: true,
      canSubmit: true,
      submission: 'none',
      nextStep: 'change-method',
      payment: { paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CARD_NUMBER' },
    })
    await page.send('SDK_PAYMENT_RETRY')
    expect(await tab.waitForState('form')).toMatchObject({ canSubmit: true, nextStep: 'none' })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'declined', 'form', 'succeeded'])
    await record('browser-declined-then-retried', 'Declined; the buyer retries in the page; success.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', paymentResultCode: 'SUCCESS' })
  })

  test('is final when the merchant closes the checkout', async ({ shop }) => {
    const tab = await shop.open()
    const page = await tab.openForm({ scenario: 'declined', paymentRequestId: 'order-2' })
    await page.press('pay')
    await tab.waitForState('declined')
    await expect.poll(() => shop.outcomes).toMatchObject([{ paymentRequestId: 'order-2', paymentStatus: 'FAIL' }])
    await tab.unmount()
    await record('browser-declined', 'The issuer declines; the merchant unmounts.', tab)
    expect(await tab.close()).toMatchObject({
      status: 'failed',
      safeToPayAgain: true,
      confirmedBy: 'sdk',
      nextStep: 'change-method',
      code: 'SDK_PAYMENT_FAIL',
      paymentResultCode: 'ISSUER_REJECTS_TRANSACTION',
    })
  })

  test('is tried once more by the merchant’s own button, in the same component', async ({ shop }) => {
    const tab = await shop.open({ submitButton: 'merchant' })
    const page = await tab.openForm()
    await tab.submit()
    await page.submits(1)
    await page.send('SDK_PAYMENT_FAIL', declined('ISSUER_REJECTS_TRANSACTION'))
    await tab.waitForState('declined')
    await tab.submit()
    await page.submits(2)
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual([
      ...['init', 'loading', 'form', 'submitting', 'declined', 'submitting', 'succeeded'],
    ])
    await record('browser-declined-then-submitted', 'Declined, and submitted again by the merchant’s button.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', counts: { attempts: 2, duplicates: 0 } })
  })

  test('that has ended its session takes no other submit: the SDK is not asked', async ({ shop }) => {
    const tab = await shop.open({ submitButton: 'merchant' })
    const page = await tab.openForm()
    await tab.submit()
    await page.submits(1)
    await page.send('SDK_PAYMENT_FAIL', declined('ORDER_IS_CLOSED'))
    expect(await tab.waitForState('declined')).toMatchObject({ canSubmit: false, nextStep: 'new-session' })
    const second = await tab.submit()
    expect(await tab.told('submit', second)).toEqual({
      kind: 'refusal',
      reason: 'new-mount-needed',
      state: 'declined',
    })
    expect(await page.submits(1)).toHaveLength(1)
    expect(await tab.close()).toMatchObject({ status: 'failed', counts: { attempts: 1 } })
  })
})
