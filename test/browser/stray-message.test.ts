import { describe, expect } from 'vitest'
import { paid } from '../../docs/stub/results.ts'
import { reach } from './reach.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

const notJson = { code: 'SDK_INTERNAL_ERROR', message: 'The message string should conform to the json format' }

describe('a message that is not JSON comes from the payment page’s origin', () => {
  test('while the buyer fills in the form: told by onError only, and the payment goes on', async ({ shop }) => {
    const tab = await shop.open()
    const page = await tab.openForm()
    await page.post('<not json>')
    await expect.poll(() => tab.view()).toMatchObject({ notice: { code: 'SDK_INTERNAL_ERROR' } })
    expect((await tab.trace()).filter(({ args }) => JSON.stringify(args)?.includes(notJson.code))).toMatchObject([
      { via: 'onError', args: [notJson] },
    ])
    expect(await tab.view()).toMatchObject({ state: 'form', canSubmit: true, diagnostics: { anomalies: { count: 0 } } })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'succeeded'])
    await record('browser-stray-message', 'A message that is not JSON, while the form is open; then success.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded' })
  })

  test('with a payment under way: the server is to be asked, and the success still counts', async ({ shop }) => {
    const tab = await shop.open({ submitButton: 'merchant' })
    const page = await reach(shop, tab, 'submitting')
    await page.post('<not json>')
    expect(await tab.waitForState('confirming')).toMatchObject({ submission: 'certain', nextStep: 'ask-server' })
    await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await tab.waitForState('succeeded')
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'submitting', 'confirming', 'succeeded'])
    expect(await tab.close()).toMatchObject({ status: 'succeeded', counts: { attempts: 1 } })
  })

  test('while it loads: broken, until the form is there all the same', async ({ shop }) => {
    const tab = await shop.open()
    const page = await reach(shop, tab, 'loading')
    await page.post('<not json>')
    expect(await tab.waitForState('broken')).toMatchObject({
      submission: 'none',
      notice: { code: 'SDK_INTERNAL_ERROR' },
    })
    await page.endLoading()
    await tab.waitForState('form')
    expect(await tab.states()).toEqual(['init', 'loading', 'broken', 'form'])
  })
})

test('what comes from any other origin, the SDK does not hear', async ({ shop }) => {
  const tab = await shop.open()
  const page = await tab.openForm()
  const before = (await tab.trace()).length
  await tab.page.evaluate("window.postMessage('<not json>', '*')")
  await page.send('SDK_PAYMENT_CHALLENGE')
  await tab.waitForState('challenge')
  expect((await tab.trace()).slice(before).filter(({ via }) => via !== 'onLog')).toMatchObject([
    { args: [{ code: 'SDK_PAYMENT_CHALLENGE' }] },
  ])
})
