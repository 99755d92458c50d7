import { describe, expect } from 'vitest'
import { paid } from '../../docs/stub/results.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

describe('the issuer asks the buyer (3-D Secure)', () => {
  test('who confirms, and the payment goes through', async ({ shop }) => {
    const tab = await shop.open()
    const page = await tab.openForm()
    await page.send('SDK_PAYMENT_CHALLENGE')
    expect(await tab.waitForState('challenge')).toMatchObject({
      busy: true,
      canMount: false,
      canSubmit: false,
      submission: 'certain',
      nextStep: 'wait',
      notice: { code: 'SDK_PAYMENT_CHALLENGE' },
    })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'challenge', 'succeeded'])
    await record('browser-three-d-secure', 'The issuer asks the buyer, who confirms; the payment goes through.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', confirmedBy: 'sdk', counts: { attempts: 1 } })
  })

  test('who does not, and the payment has failed for good', async ({ shop }) => {
    const tab = await shop.open()
    const page = await tab.openForm({ scenario: 'three-d-secure' })
    await page.press('pay')
    await tab.waitForState('challenge')
    await page.press('no')
    expect(await tab.waitForState('declined')).toMatchObject({
      canMount: true,
      canSubmit: false,
      submission: 'none',
      nextStep: 'contact-support',
    })
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'challenge', 'declined'])
    expect(await tab.close()).toMatchObject({
      status: 'failed',
      safeToPayAgain: true,
      paymentResultCode: 'USER_PAYMENT_VERIFICATION_FAILED',
    })
  })

  test('who says nothing for ten minutes: then only the server knows', async ({ shop }) => {
    await shop.context.clock.install()
    const tab = await shop.open()
    const page = await tab.openForm()
    await page.send('SDK_PAYMENT_CHALLENGE')
    await tab.waitForState('challenge')
    await tab.page.clock.fastForward('10:00')
    expect(await tab.waitForState('confirming')).toMatchObject({ submission: 'certain', nextStep: 'ask-server' })
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })
})
