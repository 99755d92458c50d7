import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { WebSocket } from 'ws'
import { createCheckout } from '../../src/index.ts'
import { connectInspector } from '../../src/inspect/index.ts'
import type { TraceSource } from '../../src/inspector/server/types.ts'
import { runExported } from '../inspector/exported-test.ts'
import { hostileMessages, hostileTexts, hostileTrace, type Witness, watchFor } from './hostile.ts'
import { type Inspector, test } from './inspector-rig.ts'

const given = (text: string): TraceSource => ({
  trace: text,
  open: () => Readable.from([Buffer.from(hostileTrace(text))]),
})

const watch = async ({ page }: Inspector): Promise<Witness> => {
  const witness = await watchFor(page.context())
  await page.reload()
  await page.getByText('listening').waitFor()
  return witness
}

/** Looks at everything that the page shows of the checkout that is open. */
const lookThrough = async ({ page, rows }: Inspector, witness: Witness): Promise<void> => {
  await rows.first().waitFor()
  for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'End']) {
    await page.keyboard.press(key)
    await witness.expectNothing(page)
  }
  await page.locator('.problems summary').click()
  for (const name of ['Send', 'Export', 'Moment']) {
    await page.getByRole('tab', { name }).click()
    await witness.expectNothing(page)
  }
}

describe('a trace that means harm is shown as text, and does nothing', () => {
  test('given on the command line', async ({ open }) => {
    const opened = await open({ traces: hostileTexts.map(given) })
    const witness = await watch(opened)
    const { page, checkouts } = opened
    await expect.poll(() => checkouts.count()).toBe(hostileTexts.length)
    await page.getByText('<img src=x onerror="pwned=1">').first().waitFor()
    for (let at = 0; at < hostileTexts.length; at += 1) {
      await checkouts.nth(at).locator('.entry-open').click()
      await lookThrough(opened, witness)
    }
    await page.getByRole('navigation', { name: 'Checkouts' }).locator('.entry-open').first().click()
    await page.locator('.problems summary').click()
    await opened.picture('hostile')
  })

  test('dropped, with a name that means harm, and pasted', async ({ open }) => {
    const opened = await open()
    const witness = await watch(opened)
    const { page, checkouts, drop } = opened
    for (const [at, text] of hostileTexts.slice(0, 13).entries()) {
      await drop(`${text.slice(0, 200)}.ndjson`, at % 2 ? hostileTrace(text) : 'nothing of use')
      await expect.poll(() => checkouts.count()).toBe(at + 1)
      await expect.poll(() => page.locator('progress').count()).toBe(0)
      await witness.expectNothing(page)
    }
    // Of a file that holds nothing, its own name is shown; whatever turns it around is written out.
    await page.getByText('\\u{202e}gnp.tluser').first().waitFor()

    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByLabel('Or paste one').fill(hostileTrace(hostileTexts[1] ?? ''))
    await page.getByRole('button', { name: 'Open what was pasted' }).click()
    await checkouts.nth(13).waitFor()
    await lookThrough(opened, witness)
  })

  // Chromium lets a page begin no more than ten downloads in a second.
  const groups = [0, 3, 6, 9, 12].map((at) => hostileTexts.slice(at, at + 3))
  test.for(groups)(
    'exported: as a trace, a test and a picture, none of which does anything: %j',
    async (texts, { open, browser }) => {
      const { page, checkouts, downloads } = await open({ traces: texts.map(given) })
      await expect.poll(() => checkouts.getByText('declined').count()).toBe(texts.length)
      await page.getByRole('tab', { name: 'Export' }).click()
      const pictures: string[] = []
      const button = page.getByRole('button', { name: 'Download' })
      for (const at of texts.keys()) {
        await checkouts.nth(at).locator('.entry-open').click()
        const trace = await downloads(button.nth(0))
        const exported = await downloads(button.nth(1))
        const picture = await downloads(button.nth(2))
        for (const { name, text } of [trace, exported, picture]) {
          expect(name).toMatch(/^[\w-][\w.-]{0,63}\.(ndjson|test\.ts|svg)$/)
          expect(text).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u)
        }
        for (const line of trace.text.trim().split('\n')) expect(JSON.parse(line)).toBeTypeOf('object')
        await runExported(exported.text)
        expect(globalThis).not.toHaveProperty('pwned')
        pictures.push(picture.text)
      }

      const context = await browser.newContext()
      await watchFor(context)
      const asked: string[] = []
      await context.route('**/*', (route) => {
        const { pathname, href } = new URL(route.request().url())
        const body = pictures[Number(pathname.slice(1))]
        if (body !== undefined) return route.fulfill({ contentType: 'image/svg+xml', body })
        asked.push(href)
        return route.abort()
      })
      const viewer = await context.newPage()
      for (const at of pictures.keys()) {
        await viewer.goto(`http://pictures.test/${at}`)
        expect(await viewer.evaluate('document.querySelectorAll("script, a, image, foreignObject, use").length')).toBe(
          0,
        )
        expect(await viewer.evaluate('seen')).toEqual([])
      }
      expect(asked).toEqual([])
      await context.close()
    },
  )
})

const expectAlive = async ({ page, server, checkouts }: Inspector): Promise<void> => {
  const inspector = connectInspector({ url: server.origin.replace('http', 'ws'), name: 'a good app', WebSocket })
  createCheckout({ inspect: inspector.inspect })
  await checkouts.getByText('a good app').waitFor()
  await page.getByRole('button', { name: /^a good app/ }).click()
  inspector.close()
}

describe('an app that means harm', () => {
  test('is shown by a WebSocket as text, and others are shown after it', async ({ open }) => {
    const opened = await open()
    const witness = await watch(opened)
    const { page, server, checkouts } = opened
    for (const text of hostileTexts) {
      const socket = new WebSocket(server.origin.replace('http', 'ws'))
      await once(socket, 'open')
      socket.send(JSON.stringify({ type: 'antom.hello', name: text }))
      for (const message of hostileMessages(text)) socket.send(JSON.stringify(message))
      socket.send('{'.repeat(10_000))
      socket.close()
      await once(socket, 'close')
    }
    await page.getByText('<img src=x onerror="pwned=1">').first().waitFor()
    await witness.expectNothing(page)
    await expectAlive(opened)
    for (let at = 0; at < 5; at += 1) {
      await checkouts
        .nth(at * 2)
        .locator('.entry-open')
        .click()
      await page.keyboard.press('Home')
      await page.keyboard.press('End')
      await witness.expectNothing(page)
    }
  })

  test('is shown by postMessage as text, and of another host it is not heard', async ({ open }) => {
    const { page, server } = await open()
    const context = page.context()
    const witness = await watchFor(context)
    const tell = async (origin: string): Promise<Page> => {
      const app = await context.newPage()
      await app.route(`${origin}/**`, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>App</title>' }),
      )
      await app.goto(origin)
      const opening = app.waitForEvent('popup')
      await app.evaluate(`globalThis.inspector = window.open('${server.origin}/')`)
      const inspector = await opening
      await inspector.getByText('listening').waitFor()
      await inspector.evaluate("addEventListener('message', ({ data }) => { globalThis.heard = data })")
      for (const text of hostileTexts.slice(0, -2)) {
        const messages = JSON.stringify([...hostileMessages(text), text])
        await app.evaluate(`for (const message of ${messages}) inspector.postMessage(message, '*')`)
        await expect.poll(() => inspector.evaluate('globalThis.heard')).toBe(text)
      }
      return inspector
    }
    const near = await tell('http://localhost:4999')
    await near.locator('.entry', { hasText: 'localhost:4999' }).first().waitFor()
    await witness.expectNothing(near)
    const far = await tell('https://harm.test')
    expect(await far.locator('.entry').count()).toBe(0)
    await witness.expectNothing(far)
  })
})
