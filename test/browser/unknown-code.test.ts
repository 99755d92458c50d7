import { describe, expect } from 'vitest'
import { paid } from '../../docs/stub/results.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

describe('a newer payment page', () => {
  test('says a code that nobody knows: it is kept, and the payment goes on', async ({ shop }) => {
    const tab = await shop.open()
    const page = await tab.openForm()
    await page.send('SDK_PAYMENT_OF_TOMORROW')
    await expect.poll(() => tab.view()).toMatchObject({ diagnostics: { unrecognised: { count: 1 } } })
    expect(await tab.view()).toMatchObject({
      state: 'form',
      canSubmit: true,
      diagnostics: { unrecognised: { last: [{ code: 'SDK_PAYMENT_OF_TOMORROW' }] } },
    })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'succeeded'])
    await record('browser-unknown-code', 'A code that nobody knows, and then success.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded' })
  })

  test('says it by onError: a payment that is under way is not known any more', async ({ shop }) => {
    const tab = await shop.open()
    const page = await tab.openForm()
    await page.send('SDK_PAYMENT_CHALLENGE')
    await page.emit('onError', { code: 'SDK_ERROR_OF_TOMORROW' })
    expect(await tab.waitForState('confirming')).toMatchObject({ nextStep: 'ask-server' })
    await record('browser-unknown-error', 'A code that nobody knows, by onError, during 3-D Secure.', tab)
    expect(await tab.close()).toMatchObject({ status: 'unresolved', code: 'SDK_ERROR_OF_TOMORROW' })
  })
})

test('what is no event at all reaches the merchant unchecked, and moves nothing', async ({ shop }) => {
  const tab = await shop.open()
  const page = await tab.openForm()
  for (const rubbish of [null, 42, [], { code: 42 }, { code: '' }]) await page.sendRaw(rubbish)
  await expect.poll(() => tab.view()).toMatchObject({ diagnostics: { anomalies: { count: 5 } } })
  await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
  await tab.waitForState('succeeded')
  expect(await tab.states()).toEqual(['init', 'loading', 'form', 'succeeded'])
  expect(tab.errors).toEqual([])
})
