import { describe, expect } from 'vitest'
import { declined, paid } from '../../docs/stub/results.ts'
import { reach } from './reach.ts'
import { record } from './record.ts'
import { test } from './rig.ts'
import type { Tab } from './tab.ts'

// After an error, a close or a redirect the SDK takes its component down by itself, 300 ms later. What is mounted before
// that goes with it: so a page waits until the old component is gone.
const untilTakenDown = (tab: Tab): Promise<void> =>
  tab.page.locator('#ams-component-container').waitFor({ state: 'detached' })

describe('mounting again', () => {
  test('after a decline, with another session', async ({ shop }) => {
    const tab = await shop.open({ submitButton: 'merchant' })
    const first = await tab.openForm({ paymentRequestId: 'first' })
    await tab.submit()
    await first.submits(1)
    await first.send('SDK_PAYMENT_FAIL', declined('ORDER_IS_CLOSED'))
    expect(await tab.waitForState('declined')).toMatchObject({ canMount: true, nextStep: 'new-session' })

    await tab.mountAgain({ paymentRequestId: 'second' })
    const second = await tab.paymentPage()
    await tab.waitForState('form')
    await tab.submit()
    await second.submits(1)
    await second.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual([
      ...['init', 'loading', 'form', 'submitting', 'declined'],
      ...['loading', 'form', 'submitting', 'succeeded'],
    ])
    await record('browser-mount-again-after-decline', 'Declined for good; another session is mounted, and paid.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', counts: { attempts: 2 } })
  })

  test('after an error, with the same session', async ({ shop }) => {
    await shop.context.clock.install()
    const tab = await shop.open()
    await tab.mount({ scenario: 'never-loads' })
    await tab.paymentPage('opened')
    await tab.page.clock.fastForward(15_000)
    expect(await tab.waitForState('broken')).toMatchObject({ canMount: true, nextStep: 'retry-same-session' })
    await untilTakenDown(tab)

    const page = await tab.openForm()
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'broken', 'loading', 'form', 'succeeded'])
    await record('browser-mount-again-after-error', 'The page does not load; it is mounted again, and paid.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded' })
  })

  test('after a second error helps nobody: support has to', async ({ shop }) => {
    await shop.context.clock.install()
    const tab = await shop.open()
    for (const nextStep of ['retry-same-session', 'contact-support']) {
      await tab.mount({ scenario: 'never-loads' })
      await tab.paymentPage('opened')
      await tab.page.clock.fastForward(15_000)
      expect(await tab.waitForState('broken')).toMatchObject({ nextStep })
      await untilTakenDown(tab)
    }
    expect(await tab.close()).toMatchObject({ status: 'errored', nextStep: 'contact-support' })
  })

  test('after the buyer has closed the popup', async ({ shop }) => {
    const tab = await shop.open({ integration: 'popup', submitButton: 'merchant' })
    const first = await tab.openForm()
    await first.closePopup(true)
    expect(await tab.waitForState('dismissed')).toMatchObject({ canMount: true, nextStep: 'retry-same-session' })
    await untilTakenDown(tab)
    const second = await tab.openForm()
    await second.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'dismissed', 'loading', 'form', 'succeeded'])
    await record('browser-mount-again-after-close', 'The popup is closed, and opened again; success.', tab)
  })
})

describe('mounting again without taking the old component down', () => {
  test('is refused by the SDK; the old one can still be paid', async ({ shop }) => {
    const tab = await shop.open({ submitButton: 'merchant' })
    const page = await reach(shop, tab, 'declined')
    const second = await tab.mount()
    expect(await tab.told('mount', second)).toMatchObject({
      kind: 'rejection',
      error: { code: 'SDK_CREATECOMPONENT_ERROR' },
    })
    expect(await tab.view()).toMatchObject({ state: 'broken', submission: 'none' })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'declined', 'loading', 'broken', 'succeeded'])
  })
})

describe('mounting again too soon after an error', () => {
  test('the SDK takes the new component down with the old one, and says nothing of it', async ({ shop }) => {
    await shop.context.clock.install()
    const tab = await shop.open({ submitButton: 'merchant' })
    await tab.mount({ scenario: 'never-loads' })
    await tab.paymentPage('opened')
    await tab.page.clock.pauseAt(Date.now() + 20_000)
    await tab.waitForState('broken')
    await tab.mountAgain()
    const page = await tab.paymentPage('launched')
    await page.endLoading()
    await tab.waitForState('form')

    await tab.page.clock.runFor(300)
    expect(await tab.page.locator('#checkout *').count()).toBe(0)
    expect(await tab.view()).toMatchObject({ state: 'form', canSubmit: true })
    // A submit goes nowhere, so nobody answers it. It has its deadline.
    await tab.submit()
    await tab.page.clock.runFor('01:00')
    expect(await tab.waitForState('confirming')).toMatchObject({ nextStep: 'ask-server' })
  })
})
