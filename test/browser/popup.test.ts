import { expect } from 'vitest'
import { paid } from '../../docs/stub/results.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

test('a card is charged in the popup (createComponent), as it is inline', async ({ shop }) => {
  const tab = await shop.open({ integration: 'popup' })
  const page = await tab.openForm()
  expect(await tab.page.locator('#checkout iframe').count()).toBe(0)
  await tab.page.locator('#ams-component-container iframe').waitFor()
  await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
  await tab.waitForState('succeeded')
  expect(await tab.states()).toEqual(['init', 'loading', 'form', 'succeeded'])
  expect(await tab.told('mount')).toEqual({ kind: 'done' })
  await record('browser-popup', 'Card in a popup (createComponent); success.', tab)
  expect(await tab.close()).toMatchObject({ status: 'succeeded', confirmedBy: 'sdk' })
})

test('a card is charged in the popup, by the merchant’s button', async ({ shop }) => {
  const tab = await shop.open({ integration: 'popup', submitButton: 'merchant' })
  const page = await tab.openForm({ scenario: 'success' })
  await tab.submit()
  await tab.waitForState('succeeded')
  expect(await page.submits(1)).toHaveLength(1)
  expect(await tab.states()).toEqual(['init', 'loading', 'form', 'submitting', 'succeeded'])
})
