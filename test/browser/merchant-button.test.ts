import { describe, expect } from 'vitest'
import { paid } from '../../docs/stub/results.ts'
import { reach } from './reach.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

const merchants = { submitButton: 'merchant' } as const

describe('the merchant’s own button', () => {
  test('submits; the promise and the event are separate, and the event decides', async ({ shop }) => {
    const tab = await shop.open(merchants)
    const page = await tab.openForm()
    expect(await tab.view()).toMatchObject({ canSubmit: true, submission: 'none' })
    await tab.page.click('#pay')
    await page.submits(1)
    expect(await tab.view()).toMatchObject({ state: 'submitting', busy: true, canSubmit: false, submission: 'certain' })
    await page.answerSubmit({ code: 'SUCCESS' })
    expect(await tab.told('submit')).toEqual({ kind: 'done', value: { code: 'SUCCESS' } })
    expect(await tab.view()).toMatchObject({ state: 'submitting' })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'submitting', 'succeeded'])
    await record('browser-merchant-button', 'The merchant’s button; the promise resolves, then the event.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', counts: { attempts: 1, duplicates: 0 } })
  })

  test('clicked ten times fast reaches the SDK once', async ({ shop }) => {
    const tab = await shop.open(merchants)
    const page = await tab.openForm()
    await tab.page.evaluate("for (let clicks = 0; clicks < 10; clicks += 1) document.querySelector('#pay').click()")
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await page.submits(1)).toHaveLength(1)
    expect((await tab.view()).counts).toMatchObject({ attempts: 1 })
  })

  test('asked ten times at once, by a page that never disables it, reaches the SDK once', async ({ shop }) => {
    const tab = await shop.open(merchants)
    const page = await tab.openForm()
    await tab.page.evaluate(() => {
      for (let clicks = 0; clicks < 10; clicks += 1) merchant.submit()
    })
    await page.submits(1)
    for (const call of [2, 10])
      expect(await tab.told('submit', call)).toEqual({ kind: 'refusal', reason: 'duplicate', state: 'submitting' })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await page.submits(1)).toHaveLength(1)
    await record('browser-ten-submits', 'submit() asked for ten times in one go: the first one reaches the SDK.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', counts: { attempts: 1, duplicates: 9 } })
  })

  test('whose payment is submitted already: the SDK resolves with a refusal, and one payment goes on', async ({
    shop,
  }) => {
    const tab = await shop.open(merchants)
    const page = await reach(shop, tab, 'submitting')
    await page.submits(1)
    await page.rejectRepeat()
    expect(await tab.told('submit')).toMatchObject({ kind: 'done', value: { code: 'REPEAT_REQ_REJECT' } })
    expect(await tab.view()).toMatchObject({ state: 'submitting', counts: { attempts: 1, duplicates: 1 } })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    await record('browser-repeated-submit', 'The SDK refuses a submit as a repetition, by event and promise.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', counts: { attempts: 1, duplicates: 1 } })
  })

  test.for(['PROCESS_FAIL', 'UNKNOWN_EXCEPTION', 'INQUIRY_PAYMENT_SESSION_FAILED'])(
    'answered with %s: only the server knows',
    async (code, { shop }) => {
      const tab = await shop.open(merchants)
      const page = await reach(shop, tab, 'submitting')
      await page.submits(1)
      await page.answerSubmit({ code })
      expect(await tab.waitForState('confirming')).toMatchObject({ canSubmit: false, nextStep: 'ask-server' })
      expect(await tab.states()).toEqual(['init', 'loading', 'form', 'submitting', 'confirming'])
      if (code === 'PROCESS_FAIL')
        await record('browser-submit-process-fail', 'submit() resolves with PROCESS_FAIL.', tab)
      expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
    },
  )

  test('answered with the very payload of the event: that counts, and the event once more is an echo', async ({
    shop,
  }) => {
    const tab = await shop.open(merchants)
    const page = await reach(shop, tab, 'submitting')
    await page.submits(1)
    await page.answerSubmit({ code: 'SDK_PAYMENT_SUCCESSFUL', result: paid() })
    await tab.waitForState('succeeded')
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await expect.poll(() => tab.trace()).toContainEqual(expect.objectContaining({ via: 'onEventCallback' }))
    expect((await tab.view()).diagnostics.late.count).toBe(0)
    await record('browser-submit-tells-result', 'submit() resolves with the payload of the event, which follows.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', confirmedBy: 'sdk' })
  })

  test('never answered: after a minute only the server knows', async ({ shop }) => {
    await shop.context.clock.install()
    const tab = await shop.open(merchants)
    await reach(shop, tab, 'submitting')
    await tab.page.clock.fastForward('01:00')
    expect(await tab.waitForState('confirming')).toMatchObject({ submission: 'certain', nextStep: 'ask-server' })
  })
})

describe('a submit that comes too early', () => {
  test('is refused by the checkout', async ({ shop }) => {
    const tab = await shop.open(merchants)
    await tab.submit()
    expect(await tab.told('submit')).toEqual({ kind: 'refusal', reason: 'too-early', state: 'init' })
  })

  test('past the checkout is rejected by the SDK', async ({ shop }) => {
    const tab = await shop.open(merchants)
    await tab.submitPastCheckout()
    expect(await tab.told('submit')).toMatchObject({
      kind: 'rejection',
      error: { message: expect.stringMatching('Component not created') },
    })
  })
})

test('past the checkout the SDK passes on every submit: its guard is in the payment page', async ({ shop }) => {
  const tab = await shop.open(merchants)
  const page = await tab.openForm()
  await tab.submitPastCheckout()
  await tab.submitPastCheckout()
  expect(await page.submits(2)).toHaveLength(2)
})
