import { describe, expect } from 'vitest'
import { type Reachable, reach, reachable } from './reach.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

// `onClose`: the buyer closed the popup. No `SDK_PAYMENT_CANCEL` follows here; where one does, see cancelled.test.ts.

const popup = { integration: 'popup', submitButton: 'merchant' } as const

/** Where each state goes, and what the merchant is told who closes the checkout then. */
const meaning = {
  loading: ['dismissed', 'cancelled'],
  form: ['dismissed', 'cancelled'],
  submitting: ['confirming', 'unresolved'],
  challenge: ['confirming', 'unresolved'],
  redirecting: ['confirming', 'unresolved'],
  confirming: ['confirming', 'unresolved'],
  declined: ['declined', 'failed'],
  dismissed: ['dismissed', 'cancelled'],
  broken: ['broken', 'errored'],
  succeeded: ['succeeded', 'succeeded'],
} as const satisfies Readonly<Record<Reachable, readonly [string, string]>>

describe('the buyer closes the popup', () => {
  test.for(reachable)('in %s', async (state, { shop }) => {
    const [becomes, status] = meaning[state]
    const tab = await shop.open(popup)
    const page = await reach(shop, tab, state)
    const passed = await tab.states()
    await page.closePopup()

    await tab.page.locator('#ams-component-container').waitFor({ state: 'detached' })
    expect((await tab.trace()).filter(({ via }) => via === 'onClose')).toMatchObject([{ args: [{}] }])
    expect(await tab.states()).toEqual(becomes === state ? passed : [...passed, becomes])
    const view = await tab.view()
    expect(view.submission).toBe(becomes === 'confirming' || becomes === 'succeeded' ? 'certain' : 'none')
    // After the success it is noted, and changes nothing.
    expect(view.diagnostics.late.count).toBe(state === 'succeeded' ? 1 : 0)
    if (state === 'submitting')
      await record('browser-closed-while-submitting', 'The popup is closed while a payment is under way.', tab)
    const safeToPayAgain = status !== 'unresolved' && status !== 'succeeded'
    expect(await tab.close()).toMatchObject({ status, safeToPayAgain })
  })

  // There is no popup before the first mount, so the SDK cannot say it here.
  test('in init', async ({ shop }) => {
    const tab = await shop.open(popup)
    await tab.call('onClose', {})
    expect(await tab.states()).toEqual(['init', 'dismissed'])
    expect(await tab.view()).toMatchObject({ canMount: true, submission: 'none', nextStep: 'retry-same-session' })
    expect(await tab.close()).toMatchObject({ status: 'cancelled', safeToPayAgain: true })
  })

  test('after the merchant has closed the checkout: noted, and nothing else', async ({ shop }) => {
    const tab = await shop.open(popup)
    const page = await reach(shop, tab, 'declined')
    await tab.close()
    await page.closePopup()
    await expect.poll(() => tab.view()).toMatchObject({ state: 'failed', diagnostics: { late: { count: 1 } } })
  })
})
