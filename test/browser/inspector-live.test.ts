import { describe, expect } from 'vitest'
import { WebSocket } from 'ws'
import { createCheckout } from '../../src/index.ts'
import { type ConnectedInspector, connectInspector } from '../../src/inspect/index.ts'
import { createInspectorServer } from '../../src/inspector/server/create-server.ts'
import { type Inspector, openInspector, recorded, test } from './inspector-rig.ts'

const connect = ({ server }: Inspector): ConnectedInspector =>
  connectInspector({ url: server.origin.replace('http', 'ws'), name: 'my shop', WebSocket })

describe('a live checkout', () => {
  test('is followed as it goes, and takes what is sent to it', async ({ open }) => {
    const opened = await open()
    const { page, checkouts, rows, isIn, picture } = opened
    const inspector = connect(opened)
    const checkout = createCheckout({ inspect: inspector.inspect, submitButton: 'merchant' })
    inspector.control(checkout)
    await checkout.mount(async () => {})
    await isIn('loading')
    expect(await checkouts.innerText()).toContain('my shop')

    checkout.callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
    await isIn('form')
    await page.getByRole('tab', { name: 'Send' }).click()
    await page.getByLabel('paymentResultCode').selectOption('SUSPECTED_RISK')
    await page.getByRole('button', { name: 'SDK_PAYMENT_FAIL' }).click()
    await isIn('declined')
    expect(checkout.getSnapshot()).toMatchObject({ state: 'declined', nextStep: 'new-session' })
    expect(await rows.last().innerText()).toContain('SUSPECTED_RISK')
    await picture('send')

    await page.getByRole('button', { name: 'Close the checkout' }).click()
    await isIn('failed')
    expect(checkout.getSnapshot().outcome).toMatchObject({ status: 'failed' })
    inspector.close()
    await checkouts.getByText('app gone').waitFor()
  })

  test('that does not allow it says why nothing can be sent', async ({ open }) => {
    const opened = await open({ traces: [recorded('card-3ds')] })
    const { page, isIn } = opened
    await isIn('succeeded')
    await page.getByRole('tab', { name: 'Send' }).click()
    await page.getByText('A recorded checkout takes no events.').waitFor()

    const inspector = connect(opened)
    createCheckout({ inspect: inspector.inspect })
    await page.getByRole('button', { name: 'my shop init' }).click()
    await page.getByText('does not let its checkout be sent events').waitFor()
    expect(await page.getByRole('button', { name: 'SDK_PAYMENT_FAIL' }).isDisabled()).toBe(true)
    inspector.close()
  })

  test('is looked at in the past, and goes on meanwhile', async ({ open }) => {
    const opened = await open()
    const { page, rows, isIn } = opened
    const inspector = connect(opened)
    const checkout = createCheckout({ inspect: inspector.inspect })
    checkout.callbacks.onEventCallback({ code: 'SDK_START_OF_LOADING' })
    await isIn('loading')
    await page.keyboard.press('Home')
    await isIn('init')
    checkout.callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
    await rows.nth(2).waitFor()
    await isIn('init')
    await page.getByRole('button', { name: 'Back to now' }).click()
    await isIn('form')
    checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_CHALLENGE' })
    await isIn('challenge')
    inspector.close()
  })

  test('that is over is followed by the next one, unless somebody has gone back in it', async ({ open }) => {
    const opened = await open()
    const { page, checkouts, isIn } = opened
    const inspector = connect(opened)
    const openForm = () => {
      const checkout = createCheckout({ inspect: inspector.inspect })
      checkout.callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
      return checkout
    }
    const first = openForm()
    await isIn('form')
    const second = openForm()
    second.callbacks.onEventCallback({ code: 'SDK_PAYMENT_CHALLENGE' })
    await checkouts.getByText('challenge').waitFor()
    // The first one is not over: it stays.
    await isIn('form')
    first.close()
    await isIn('unresolved')
    const third = openForm()
    await isIn('form')
    third.close()
    await isIn('unresolved')
    await page.keyboard.press('Home')
    await isIn('init')
    openForm().callbacks.onEventCallback({ code: 'SDK_PAYMENT_FAIL', result: { paymentStatus: 'FAIL' } })
    await checkouts.getByText('declined').waitFor()
    await isIn('init')
    inspector.close()
  })

  test('is one checkout, and goes on, when the page was cut off for a while', async ({ open }) => {
    const opened = await open()
    const { page, checkouts, rows, isIn } = opened
    const sockets: { close(): Promise<void> }[] = []
    await page.routeWebSocket(/\/page$/, (socket) => {
      sockets.push(socket)
      socket.connectToServer()
    })
    await page.reload()
    const inspector = connect(opened)
    const checkout = createCheckout({ inspect: inspector.inspect })
    checkout.callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
    for (let count = 0; count < 600; count += 1) checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_WARN' })
    await rows.last().getByText('SDK_PAYMENT_WARN').waitFor()
    await sockets[0]?.close()
    await expect.poll(() => sockets.length, { timeout: 20_000 }).toBe(2)
    checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_CHALLENGE' })
    await isIn('challenge')
    expect(await checkouts.count()).toBe(1)
    inspector.close()
  })

  test('is shown again when the server was gone', async ({ browser, built, onTestFinished }) => {
    // Not by the fixture: Chromium itself complains of a connection that is refused.
    const opened = await openInspector(browser, built)
    onTestFinished(opened.close)
    const { page, server, checkouts } = opened
    await page.getByText('listening').waitFor()
    await server.close()
    await page.getByText('no server, trying again').waitFor()
    const port = Number(new URL(server.origin).port)
    const again = await createInspectorServer({ port, traces: [], allowedOrigins: [], page: built.folder })
    await page.getByText('listening').waitFor()
    const inspector = connect(opened)
    createCheckout({ inspect: inspector.inspect })
    await checkouts.getByText('my shop').waitFor()
    inspector.close()
    await again.close()
  })
})
