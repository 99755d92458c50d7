import { describe, expect } from 'vitest'
import { reach } from './reach.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

const popup = { integration: 'popup', submitButton: 'merchant' } as const

describe('the buyer closes the popup, by the SDK’s own button', () => {
  test('after having been asked once whether to stay', async ({ shop }) => {
    const tab = await shop.open(popup)
    await tab.openForm()
    await tab.press('close')
    await tab.press('stay')
    expect(await tab.view()).toMatchObject({ state: 'form', canSubmit: true })
    await tab.press('close')
    await tab.press('leave')
    expect(await tab.waitForState('dismissed')).toMatchObject({
      final: false,
      busy: false,
      canMount: true,
      canSubmit: false,
      submission: 'none',
      nextStep: 'retry-same-session',
    })
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'dismissed'])
    await record('browser-popup-closed', 'The merchant’s button; the buyer closes the popup. No event follows.', tab)
    expect(await tab.close()).toMatchObject({ status: 'cancelled', safeToPayAgain: true })
  })

  test('and where the SDK renders the pay button, nobody knows whether it was pressed', async ({ shop }) => {
    const tab = await shop.open({ integration: 'popup' })
    await tab.openForm()
    await tab.press('close')
    await tab.press('leave')
    expect(await tab.waitForState('dismissed')).toMatchObject({ submission: 'possible', nextStep: 'ask-server' })
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })
})

describe('SDK_PAYMENT_CANCEL follows the close', () => {
  test('and settles whether something was submitted', async ({ shop }) => {
    const tab = await shop.open({ integration: 'popup' })
    const page = await tab.openForm()
    await page.closePopup(true)
    await expect.poll(() => tab.view()).toMatchObject({ state: 'dismissed', submission: 'none' })
    expect((await tab.trace()).filter(({ via }) => via !== 'onLog').slice(-2)).toMatchObject([
      { via: 'onClose', args: [{}] },
      { via: 'onEventCallback', args: [{ code: 'SDK_PAYMENT_CANCEL' }] },
    ])
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'dismissed'])
    await record('browser-popup-cancelled', 'The SDK’s button; the popup is closed, and the SDK says cancelled.', tab)
    expect(await tab.close()).toMatchObject({
      status: 'cancelled',
      safeToPayAgain: true,
      nextStep: 'retry-same-session',
      code: 'SDK_PAYMENT_CANCEL',
    })
  })

  test('but not of what has been submitted: that, the server is asked', async ({ shop }) => {
    const tab = await shop.open(popup)
    const page = await reach(shop, tab, 'challenge')
    await page.closePopup(true)
    await expect.poll(() => tab.view()).toMatchObject({ notice: { code: 'SDK_PAYMENT_CANCEL' } })
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'challenge', 'confirming'])
    await record('browser-challenge-cancelled', 'The popup is closed during 3-D Secure; the SDK says cancelled.', tab)
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })

  test('and after a decline, the buyer has left', async ({ shop }) => {
    const tab = await shop.open(popup)
    const page = await reach(shop, tab, 'declined')
    await page.closePopup(true)
    await tab.waitForState('dismissed')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'declined', 'dismissed'])
    expect(await tab.close()).toMatchObject({ status: 'cancelled', safeToPayAgain: true })
  })
})

test('the buyer leaves in the payment page itself', async ({ shop }) => {
  const tab = await shop.open()
  const page = await tab.openForm({ scenario: 'cancelled' })
  await page.press('pay')
  await page.press('yes')
  expect(await tab.waitForState('dismissed')).toMatchObject({ submission: 'none' })
  await expect.poll(() => shop.outcomes).toMatchObject([{ paymentStatus: 'CANCELLED' }])
})
