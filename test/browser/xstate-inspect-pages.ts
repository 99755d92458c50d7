import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { createSessionData } from '../../docs/stub/session-data.ts'
import type { Heard, Viewer } from '../xstate-inspect/handles.ts'
import { buildFromSources } from './build-from-sources.ts'
import type { Shop } from './rig.ts'
import { type ServedShop, serveShop } from './serve-shop.ts'
import { fixture } from './xstate-inspect-fixture.ts'

/** The app and the viewer, from our sources: each is served at an origin of its own. */
export interface Served {
  readonly app: ServedShop
  readonly viewer: ServedShop
}

export const servePages = async (): Promise<Served> => {
  const files = await buildFromSources(join(fixture, 'page'), ['app.html', 'viewer.html'])
  return { app: await serveShop(files), viewer: await serveShop(files) }
}

/** A shop that is inspected, in a tab of its own. */
export const openApp = async (shop: Shop, { app, viewer }: Served, query = ''): Promise<Page> => {
  shop.allow(app.origin)
  shop.allow(viewer.origin)
  const page = await shop.context.newPage()
  await page.goto(`${app.origin}/app.html?${query}`)
  return page
}

export const mount = (page: Page): Promise<void> =>
  page.evaluate((data) => inspectedApp.mount(data), createSessionData())

const frameOf = async (page: Page): Promise<Frame> => {
  const frame = await (await page.waitForSelector('#viewer')).contentFrame()
  if (!frame) throw new Error('the viewer has no document')
  return frame
}

/** Opens the viewer as `@xstate/inspect` does, or loads the iframe anew; waits until it is told of a checkout. */
export const openViewer = async (
  page: Page,
  { viewer }: Served,
  where: 'iframe' | 'popup' | 'reload',
): Promise<Page | Frame> => {
  const url = `${viewer.origin}/viewer.html`
  const popup = where === 'popup' && page.waitForEvent('popup')
  if (where === 'reload') await (await frameOf(page)).goto(url)
  else await page.evaluate(([at, address]) => inspectedApp.inspect(at, address), [where, url] as const)
  const view = popup ? await popup : await frameOf(page)
  await view.waitForFunction(() => 'xstate4Viewer' in globalThis && xstate4Viewer.heard.length > 0)
  return view
}

export const whatHeard = (viewer: Page | Frame): Promise<Pick<Viewer, 'heard' | 'raw' | 'failures'>> =>
  viewer.evaluate(() => {
    const { heard, raw, failures } = xstate4Viewer
    return { heard, raw, failures }
  })

/** Waits until the viewer has heard that so often. */
export const hears = async (viewer: Page | Frame, type: Heard['type'], count = 1): Promise<void> => {
  await viewer.waitForFunction(
    ([wanted, enough]) => xstate4Viewer.heard.filter((heard) => heard.type === wanted).length >= enough,
    [type, count] as const,
  )
}
