import { describe, expect } from 'vitest'
import { record } from './record.ts'
import { test } from './rig.ts'
import type { Tab } from './tab.ts'

/** What reached the page after the mount, and how; without the SDK's own log. */
const heard = async (tab: Tab): Promise<readonly string[]> => {
  await tab.told('mount')
  return (await tab.trace()).slice(1).flatMap(({ via }) => (via === 'onLog' ? [] : [via]))
}

describe('a mount that cannot be', () => {
  test('without session data is told by onError and a rejected promise only', async ({ shop }) => {
    const tab = await shop.open()
    await tab.mount(null)
    expect(await heard(tab)).toEqual(['onError', 'promise'])
    expect(await tab.told('mount')).toEqual({
      kind: 'rejection',
      error: { code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR' },
    })
    expect(await tab.states()).toEqual(['init', 'loading', 'broken'])
    expect(await tab.view()).toMatchObject({
      busy: false,
      canMount: true,
      canSubmit: false,
      submission: 'none',
      nextStep: 'fix-integration',
      diagnostics: { anomalies: { count: 0 } },
    })
    await record('browser-missing-session', 'mountComponent without session data: nothing is loaded.', tab)
    expect(await tab.close()).toMatchObject({
      status: 'errored',
      safeToPayAgain: true,
      nextStep: 'fix-integration',
      code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR',
    })
  })

  test('with the session data of a product that is not there says the same', async ({ shop }) => {
    const tab = await shop.open()
    await tab.mount({ productScene: '', paymentMethodCategoryType: '' })
    expect(await heard(tab)).toEqual(['onError', 'promise'])
    expect(await tab.states()).toEqual(['init', 'loading', 'broken'])
    expect(await tab.close()).toMatchObject({ status: 'errored', nextStep: 'fix-integration' })
  })

  test('into a box that is not there is told by a rejected promise only', async ({ shop }) => {
    const tab = await shop.open()
    await tab.page.evaluate("document.querySelector('#checkout').remove()")
    await tab.mount()
    expect(await heard(tab)).toEqual(['onEventCallback', 'promise'])
    expect(await tab.told('mount')).toMatchObject({
      kind: 'rejection',
      error: { code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR' },
    })
    expect(await tab.states()).toEqual(['init', 'loading', 'broken'])
    await record('browser-missing-box', 'mountComponent into a box that is not on the page.', tab)
    expect(await tab.close()).toMatchObject({ status: 'errored', nextStep: 'fix-integration' })
  })
})
