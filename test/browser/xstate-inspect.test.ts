import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { paid } from '../../docs/stub/results.ts'
import type { Heard } from '../xstate-inspect/handles.ts'
import { createPaymentPage } from './payment-page.ts'
import { test } from './rig.ts'
import { compileFixture, installFixture } from './xstate-inspect-fixture.ts'
import { expectOurMachine, expectOurStates } from './xstate-inspect-machine.ts'
import { hears, mount, openApp, openViewer, type Served, servePages, whatHeard } from './xstate-inspect-pages.ts'

let served: Served
beforeAll(async () => {
  await installFixture()
  served = await servePages()
})
afterAll(async () => {
  await served?.app.stop()
  await served?.viewer.stop()
})

const ofType = <T extends Heard['type']>(heard: readonly Heard[], type: T) =>
  heard.filter((one): one is Extract<Heard, { readonly type: T }> => one.type === type)

/** As it is in the session's data and in the payload of a card's payment; the rest is planted. */
const secrets = ['PLANTED', 'Test Buyer', 'TEST BANK', '************0000', 'ACCEPT', 'stub-payment']
const planted = { unknown: 'PLANTED-FIELD', paymentResultMessage: 'PLANTED-TEXT', threeDS: { url: 'PLANTED-URL' } }

const stateOf = (page: Page): Promise<string> => page.evaluate(() => inspectedApp.checkout.getSnapshot().state)

describe('@xstate/inspect, with its own XState 4, is shown a checkout', () => {
  for (const where of ['iframe', 'popup'] as const)
    test(`in its ${where}: a payment with 3-D Secure, to its success`, async ({ shop }) => {
      const page = await openApp(shop, served)
      const viewer = await openViewer(page, served, where)
      await mount(page)
      const payment = await createPaymentPage(page, 'form')
      await payment.send('SDK_PAYMENT_CHALLENGE', planted, 'PLANTED-MESSAGE')
      await payment.send('SDK_PAYMENT_SUCCESSFUL', paid(planted), 'PLANTED-MESSAGE')
      await hears(viewer, 'service.stop')

      // XState 4 builds our machine, and finds in it the states that we were in, with what they match and their tags.
      const { heard, raw, failures } = await whatHeard(viewer)
      const {
        moments,
        reported,
        payment: told,
      } = await page.evaluate(() => {
        const { moments, reported, checkout } = inspectedApp
        return { moments, reported, payment: checkout.getSnapshot().payment }
      })
      expect(ofType(heard, 'service.register')).toEqual([
        { type: 'service.register', sessionId: heard[0]?.sessionId, machine: 'checkout', moment: moments[0] },
      ])
      expect(ofType(heard, 'service.state').map(({ moment }) => moment)).toEqual(moments.slice(1))
      expect(moments.map(({ value }) => JSON.stringify(value))).toEqual([
        '{"live":{"preparing":"init"}}',
        '{"live":{"preparing":{"loading":"brisk"}}}',
        '{"live":{"preparing":{"loading":"brisk"}}}',
        '{"live":{"preparing":{"form":"ready"}}}',
        '{"live":{"flight":"challenge"}}',
        '"succeeded"',
      ])

      // Each event is told before the state that it has led to, and the end last.
      const events = [
        'checkout.mount',
        'SDK_START_OF_LOADING',
        'SDK_END_OF_LOADING',
        'SDK_PAYMENT_CHALLENGE',
        'SDK_PAYMENT_SUCCESSFUL',
      ]
      expect(heard.slice(1).map((one) => ('event' in one ? one.event : 'cause' in one ? one.cause : one.type))).toEqual(
        [...events.flatMap((event) => [event, event]), 'service.stop'],
      )

      // The page has the card and the rest of it; the viewer has not.
      expect(told).toMatchObject({
        paymentResultMessage: 'PLANTED-TEXT',
        cardPaymentResultInfo: { holdName: 'Test Buyer' },
      })
      expect(secrets.filter((secret) => raw.join('\n').includes(secret))).toEqual([])
      expect([failures, reported]).toEqual([[], []])
    })

  test('that had begun before anybody looked: it is shown as it is by now, and then what follows', async ({ shop }) => {
    const page = await openApp(shop, served)
    await mount(page)
    const payment = await createPaymentPage(page, 'form')
    await payment.send('SDK_PAYMENT_CHALLENGE')
    await page.waitForFunction(() => inspectedApp.checkout.getSnapshot().state === 'challenge')
    const viewer = await openViewer(page, served, 'iframe')
    await payment.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await hears(viewer, 'service.stop')
    const { heard } = await whatHeard(viewer)
    expect(heard).toMatchObject([
      { type: 'service.register', moment: { value: { live: { flight: 'challenge' } } } },
      { type: 'service.event', event: 'SDK_PAYMENT_SUCCESSFUL' },
      { type: 'service.state', moment: { value: 'succeeded', isDone: true } },
      { type: 'service.stop' },
    ])
  })

  test('and another one, begun while it looks: each is a service of its own', async ({ shop }) => {
    const page = await openApp(shop, served)
    const viewer = await openViewer(page, served, 'iframe')
    await page.evaluate(() => inspectedApp.add())
    await hears(viewer, 'service.register', 2)
    await page.evaluate(() => void inspectedApp.checkout.close())
    await hears(viewer, 'service.stop')
    const { heard } = await whatHeard(viewer)
    const [first, second] = ofType(heard, 'service.register').map(({ sessionId }) => sessionId)
    expect(first).not.toBe(second)
    expect(ofType(heard, 'service.stop').map(({ sessionId }) => sessionId)).toEqual([first])
  })

  test('that is over: an error of the SDK’s that comes late is shown as an event', async ({ shop }) => {
    const page = await openApp(shop, served)
    const viewer = await openViewer(page, served, 'iframe')
    await page.evaluate(() => void inspectedApp.checkout.close())
    await hears(viewer, 'service.stop')
    await page.evaluate(() => inspectedApp.checkout.callbacks.onError({ code: 'SDK_INTERNAL_ERROR' }))
    await viewer.waitForFunction(() => xstate4Viewer.heard.at(-1)?.type === 'service.event')
    expect((await whatHeard(viewer)).heard.at(-1)).toMatchObject({ event: 'SDK_INTERNAL_ERROR' })
  })
})

describe('the checkout goes on as it would by itself', () => {
  test('where nobody looks', async ({ shop }) => {
    const page = await openApp(shop, served)
    await mount(page)
    const payment = await createPaymentPage(page, 'form')
    await payment.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await page.waitForFunction(() => inspectedApp.checkout.getSnapshot().state === 'succeeded')
    expect(await page.evaluate(() => inspectedApp.reported)).toEqual([])
  })

  for (const where of ['iframe', 'popup'] as const)
    test(`where the ${where} that looked vanishes`, async ({ shop }) => {
      const page = await openApp(shop, served)
      await mount(page)
      const payment = await createPaymentPage(page, 'form')
      const viewer = await openViewer(page, served, where)
      if ('close' in viewer) await viewer.close()
      else await page.evaluate(() => inspectedApp.removeViewer())
      await payment.send('SDK_PAYMENT_CHALLENGE')
      await payment.send('SDK_PAYMENT_SUCCESSFUL', paid())
      await page.waitForFunction(() => inspectedApp.checkout.getSnapshot().state === 'succeeded')
      expect(await page.evaluate(() => inspectedApp.reported)).toEqual([])
    })

  test('where the viewer is loaded anew, which is then shown it as it is', async ({ shop }) => {
    const page = await openApp(shop, served)
    await openViewer(page, served, 'iframe')
    await mount(page)
    const payment = await createPaymentPage(page, 'form')
    await payment.send('SDK_PAYMENT_CHALLENGE')
    await page.waitForFunction(() => inspectedApp.checkout.getSnapshot().state === 'challenge')
    const again = await openViewer(page, served, 'reload')
    expect((await whatHeard(again)).heard[0]).toMatchObject({ moment: { value: { live: { flight: 'challenge' } } } })
  })
})

describe('what the viewer sends to the checkout', () => {
  const close = { type: 'checkout.close' }

  test('is refused, and the page is told why', async ({ shop }) => {
    const page = await openApp(shop, served)
    const viewer = await openViewer(page, served, 'iframe')
    await viewer.evaluate((event) => xstate4Viewer.send(event), close)
    await page.waitForFunction(() => inspectedApp.reported.length > 0)
    expect(await page.evaluate(() => inspectedApp.reported)).toEqual([
      expect.stringContaining('the page does not let it be sent events, by control(checkout).'),
    ])
    expect(await stateOf(page)).toBe('init')
  })

  test('reaches it where the page allows that: the SDK’s codes, and the close', async ({ shop }) => {
    const page = await openApp(shop, served, 'control')
    const viewer = await openViewer(page, served, 'iframe')
    const fail = { type: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'FAIL', paymentResultCode: 'RISK_REJECT' } }
    await viewer.evaluate((event) => xstate4Viewer.send(event), fail)
    await page.waitForFunction(() => inspectedApp.checkout.getSnapshot().state === 'declined')
    expect(await page.evaluate(() => inspectedApp.checkout.getSnapshot().payment)).toMatchObject(fail.result)
    await viewer.evaluate((event) => xstate4Viewer.send(event), { type: 'server.succeeded' })
    await viewer.evaluate((event) => xstate4Viewer.send(event), close)
    await page.waitForFunction(() => inspectedApp.checkout.getSnapshot().state === 'failed')
    expect(await page.evaluate(() => inspectedApp.reported)).toEqual([
      expect.stringContaining('has sent server.succeeded to a checkout, which does not take it'),
    ])
  })
})

describe('XState 4 makes of what it is sent', () => {
  test('our machine: its states, with their rows, guards, actions, actors and tags', () => expectOurMachine())

  test('our states: each matches and accepts there what it does here', () => expectOurStates())
})

test('what we say of the types of XState 4 fits them', async () => {
  await expect(compileFixture()).resolves.toBeUndefined()
})
