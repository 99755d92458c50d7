import type { StatelyInspectionEvent } from '@statelyai/inspect'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { createRelay } from '../inspect/relay.ts'
import { told } from '../inspect/story.ts'
// The handles of both pages.
import './official-handles.ts'
import { type OfficialPages, serveOfficialPages } from './official-pages.ts'
import { type Shop, test } from './rig.ts'

// @statelyai/inspect (XState 5) behind `safely`: its own senders, its own receivers, another origin, and Chromium between.

let pages: OfficialPages
beforeAll(async () => {
  pages = await serveOfficialPages()
})
afterAll(() => pages?.stop())

const openApp = async (shop: Shop): Promise<Page> => {
  shop.allow(pages.app.origin)
  shop.allow(pages.receiver.origin)
  const page = await shop.context.newPage()
  await page.goto(`${pages.app.origin}/official-app.html`)
  await page.waitForFunction(() => 'officialApp' in globalThis)
  return page
}

const receiverUrl = (): string => `${pages.receiver.origin}/official-receiver.html`

const isThere = (receiver: Page | Frame) => receiver.waitForFunction(() => 'officialReceiver' in globalThis)

/** Waits until the receiver has heard what came after the checkout's end, and answers all that it has heard. */
const allHeardBy = async (receiver: Page | Frame): Promise<readonly StatelyInspectionEvent[]> => {
  await receiver.waitForFunction(() =>
    officialReceiver.events.some(
      ({ type, ...more }) => type === '@xstate.event' && 'event' in more && more.event.type === 'SDK_INTERNAL_ERROR',
    ),
  )
  return receiver.evaluate(() => officialReceiver.events)
}

type SnapshotEvent = Extract<StatelyInspectionEvent, { type: '@xstate.snapshot' }> & { snapshot: { value?: unknown } }

const expectStoryWithoutSecrets = async (app: Page, events: readonly StatelyInspectionEvent[]): Promise<void> => {
  const sessionId = await app.evaluate(() => officialApp.sessionId())
  expect(await app.evaluate(() => officialApp.outcome())).toMatchObject({ status: 'failed' })
  expect(events).toContainEqual(
    expect.objectContaining({
      type: '@xstate.actor',
      name: 'checkout',
      sessionId,
      definition: expect.stringContaining('SDK_PAYMENT_FAIL'),
    }),
  )
  const snapshots = events.filter(
    (event): event is SnapshotEvent => event.type === '@xstate.snapshot' && event.sessionId === sessionId,
  )
  expect(snapshots.map(({ event, snapshot }) => [event.type, snapshot.value])).toEqual(
    expect.arrayContaining([
      ['SDK_END_OF_LOADING', { live: { preparing: { form: 'ready' } } }],
      ['SDK_PAYMENT_CHALLENGE', { live: { flight: 'challenge' } }],
      ['SDK_PAYMENT_FAIL', { live: { resting: 'declined' } }],
      ['checkout.close', 'failed'],
    ]),
  )
  // Whole: of what is longer or broader, the official sender would have put "[...]" in the place.
  const last = snapshots.at(-1)?.snapshot
  expect(last).toEqual(await app.evaluate(() => officialApp.shown()))
  expect(last).toMatchObject({
    context: { unrecognised: { count: 16 }, anomalies: { count: 15 } },
    output: { status: 'failed' },
  })
  expect(JSON.stringify(events)).not.toContain('[...]')
  for (const secret of told) expect(JSON.stringify(events)).not.toContain(secret)
}

describe('the official inspector in Chromium is told of states and codes to the end, and of nothing secret', () => {
  test('by createBrowserInspector, in a popup of another origin', async ({ shop }) => {
    const app = await openApp(shop)
    const opening = app.waitForEvent('popup')
    await app.evaluate((url) => officialApp.inspect('popup', url), receiverUrl())
    const receiver = await opening
    await isThere(receiver)
    // The story is told before anybody listens: the sender keeps it.
    await app.evaluate(() => officialApp.tellStory())
    await receiver.evaluate(() => officialReceiver.receive())
    await expectStoryWithoutSecrets(app, await allHeardBy(receiver))
  })

  test('by createBrowserInspector, in an iframe of another origin', async ({ shop }) => {
    const app = await openApp(shop)
    await app.evaluate((url) => officialApp.inspect('iframe', url), receiverUrl())
    const receiver = (await (await app.waitForSelector('#receiver')).contentFrame()) as Frame
    await receiver.waitForURL('**/official-receiver.html')
    await isThere(receiver)
    await receiver.evaluate(() => officialReceiver.receive())
    await app.evaluate(() => officialApp.tellStory())
    await expectStoryWithoutSecrets(app, await allHeardBy(receiver))
  })

  test('by createWebSocketInspector and createWebSocketReceiver, through a relay', async ({ shop }) => {
    const relay = await createRelay()
    const app = await openApp(shop)
    const receiver = await shop.context.newPage()
    await receiver.goto(receiverUrl())
    await isThere(receiver)
    await receiver.evaluate((url) => officialReceiver.receive(url), relay.url)
    await relay.hasClients(1)
    await app.evaluate((url) => officialApp.inspect('websocket', url), relay.url)
    await app.evaluate(() => officialApp.tellStory())
    await expectStoryWithoutSecrets(app, await allHeardBy(receiver))
    await relay.close()
  })

  test('and where its window is closed in the middle, the checkout goes on', async ({ shop }) => {
    const app = await openApp(shop)
    const errors: Error[] = []
    app.on('pageerror', (error) => errors.push(error))
    const opening = app.waitForEvent('popup')
    await app.evaluate((url) => officialApp.inspect('popup', url), receiverUrl())
    const receiver = await opening
    await isThere(receiver)
    await receiver.evaluate(() => officialReceiver.receive())
    await receiver.waitForFunction(() => officialReceiver.events.length > 0)
    await receiver.close()
    await app.evaluate(() => officialApp.tellStory())
    expect(await app.evaluate(() => officialApp.outcome())).toMatchObject({
      status: 'failed',
      code: 'SDK_PAYMENT_FAIL',
    })
    expect(errors).toEqual([])
  })
})
