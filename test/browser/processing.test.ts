import { describe, expect } from 'vitest'
import { processing } from '../../docs/stub/results.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

describe('the page does not learn what became of the payment', () => {
  test('so the server is to be asked, and nobody is told to pay again', async ({ shop }) => {
    const tab = await shop.open()
    const page = await tab.openForm()
    await page.send('SDK_PAYMENT_PROCESSING', processing())
    expect(await tab.waitForState('confirming')).toMatchObject({
      final: false,
      busy: false,
      canMount: false,
      canSubmit: false,
      submission: 'certain',
      nextStep: 'ask-server',
    })
    const again = await tab.mount()
    expect(await tab.told('mount', again)).toMatchObject({ kind: 'refusal', reason: 'duplicate' })
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'confirming'])
    expect(await tab.close()).toMatchObject({
      status: 'unresolved',
      safeToPayAgain: false,
      confirmedBy: null,
      nextStep: 'ask-server',
    })
  })

  test('and the server’s answer is the end', async ({ shop }) => {
    const answers = ['PROCESSING', 'SUCCESS']
    shop.intercept(async ({ url }, route) => {
      if (new URL(url).pathname !== '/payments/1') return false
      await route.fulfill({ json: { paymentStatus: answers.shift() } })
      return true
    })
    const tab = await shop.open({ inquireAt: '/payments/1', inquiry: { firstDelay: 10 } })
    const page = await tab.openForm({ scenario: 'processing' })
    await page.press('pay')
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'confirming', 'succeeded'])
    expect(answers).toEqual([])
    await record(
      'browser-processing',
      'Processing; the merchant’s server knows of the success at the second question.',
      tab,
    )
    expect(await tab.close()).toMatchObject({ status: 'succeeded', confirmedBy: 'server' })
  })
})
