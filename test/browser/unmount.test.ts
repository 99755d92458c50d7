import { describe, expect } from 'vitest'
import { holdQuery } from './held-request.ts'
import { type Reachable, reach, reachable } from './reach.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

const outcomes = {
  loading: 'cancelled',
  form: 'cancelled',
  submitting: 'unresolved',
  challenge: 'unresolved',
  redirecting: 'unresolved',
  confirming: 'unresolved',
  declined: 'failed',
  dismissed: 'cancelled',
  broken: 'errored',
  succeeded: 'succeeded',
} as const satisfies Readonly<Record<Reachable, string>>

describe('the merchant takes the component down', () => {
  test.for(reachable)('in %s: the SDK says nothing, and the checkout stays where it was', async (state, { shop }) => {
    const tab = await shop.open({ submitButton: 'merchant' })
    await reach(shop, tab, state)
    const view = await tab.view()
    const before = (await tab.trace()).length
    await tab.unmount()

    await tab.page.locator('#ams-component-container').waitFor({ state: 'detached' })
    expect(await tab.view()).toEqual(view)
    // Of promises only: a mount that was still open may settle.
    const after = (await tab.trace()).slice(before).map(({ via }) => via)
    expect(after.filter((via) => via !== 'onLog' && via !== 'promise')).toEqual(['command'])
    const status = outcomes[state]
    expect(await tab.close()).toMatchObject({
      status,
      safeToPayAgain: status !== 'unresolved' && status !== 'succeeded',
    })
    expect(tab.errors).toEqual([])
  })

  test('before there is any: nothing happens', async ({ shop }) => {
    const tab = await shop.open({ submitButton: 'merchant' })
    await tab.unmount()
    expect(await tab.states()).toEqual(['init'])
    expect(await tab.trace()).toMatchObject([{ via: 'command', name: 'unmount' }])
    expect(await tab.close()).toMatchObject({ status: 'cancelled', safeToPayAgain: true })
    expect(tab.errors).toEqual([])
  })

  test('while it loads: the SDK still tells that its query failed', async ({ shop }) => {
    const query = holdQuery(shop)
    const tab = await shop.open({ submitButton: 'merchant' })
    await tab.mount()
    await tab.paymentPage('launched')
    await tab.unmount()
    await query.fail()
    expect(await tab.told('mount')).toEqual({ kind: 'done' })
    expect(await tab.states()).toEqual(['init', 'loading', 'broken'])
    await record('browser-unmounted-while-loading', 'Unmounted while it loads; then the SDK’s query fails.', tab)
    expect(await tab.close()).toMatchObject({ status: 'errored', safeToPayAgain: true })
  })

  test('and an answer to a submit that was under way never comes: after a minute only the server knows', async ({
    shop,
  }) => {
    await shop.context.clock.install()
    const tab = await shop.open({ submitButton: 'merchant' })
    await reach(shop, tab, 'submitting')
    await tab.unmount()
    await tab.page.clock.fastForward('01:00')
    expect(await tab.waitForState('confirming')).toMatchObject({ nextStep: 'ask-server' })
    expect(await tab.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })
})
