import { describe, expect } from 'vitest'
import { WebSocket } from 'ws'
import { createCheckout } from '../../src/index.ts'
import { connectInspector } from '../../src/inspect/index.ts'
import { type Inspector, pathOf, recorded, test } from './inspector-rig.ts'
import { expectStop, tabTo } from './keyboard.ts'

const label = async ({ page }: Inspector): Promise<string> => (await expectStop(page)).name

describe('without a mouse, an engineer', () => {
  test('opens a trace, goes through it, searches it, and exports it', async ({ open }) => {
    const opened = await open()
    const { page, rows, isIn } = opened
    await tabTo(page, page.getByLabel('Choose files…'))
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press(' ')])
    await chooser.setFiles(pathOf('card-3ds'))
    await isIn('succeeded')
    expect(await label(opened)).toBe('Timeline')
    await page.keyboard.press('ArrowUp')
    await isIn('challenge')

    await page.keyboard.press('/')
    await page.keyboard.type('END_OF_LOADING')
    await page.getByText('1 found').waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await label(opened)).toBe('Timeline')
    await page.keyboard.press('Home')
    await isIn('form')
    await page.keyboard.press('/')
    await page.keyboard.press('Escape')
    expect(await rows.count()).toBe(7)
    expect(await label(opened)).toBe('Timeline')

    // The slider goes by arrows, too; what is no arrow is heard everywhere.
    await tabTo(page, page.getByRole('slider', { name: 'Moment' }))
    await page.keyboard.press('ArrowRight')
    await isIn('challenge')
    await page.keyboard.press('k')
    await isIn('form')
    await page.keyboard.press('/')
    expect(await label(opened)).toBe('Search')
    await tabTo(page, page.getByRole('tab', { name: 'Moment' }))
    await page.keyboard.press('ArrowLeft')
    expect(await label(opened)).toBe('Export')
    await tabTo(page, page.getByRole('button', { name: 'Download' }).first())
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toBe('card-3ds.ndjson')
  })

  test('picks a state in the chart, and reads what a label stands for', async ({ open }) => {
    const opened = await open({ traces: [recorded('card-3ds')] })
    const { page, isIn } = opened
    await isIn('succeeded')
    const stops = page.locator('.chart')
    await tabTo(page, stops)
    await page.keyboard.press('Tab')
    expect(await label(opened)).toContain('succeeded')
    const seen = new Set<string>()
    // Up, from the end: whatever lies on the way.
    for (let times = 0; times < 40 && !/challenge$/.test([...seen].at(-1) ?? ''); times += 1) {
      await page.keyboard.press(times % 4 === 3 ? 'ArrowRight' : 'ArrowUp')
      seen.add(await label(opened))
    }
    expect(seen.size).toBeGreaterThan(4)
    await page.locator('[data-item="live.flight.challenge"]').focus()
    await page.keyboard.press('Enter')
    await isIn('challenge')
    expect(await label(opened)).toContain('challenge')

    const card = page.getByRole('tooltip')
    await page.locator('[data-item="live.flight>live.flight.confirming"]').focus()
    await card.waitFor()
    await tabTo(page, card)
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'hidden' })
    await expectStop(page)
  })

  test('sends an event to a live checkout, and is not thrown out when its app goes', async ({ open }) => {
    const opened = await open()
    const { page, isIn, server } = opened
    const inspector = connectInspector({ url: server.origin.replace('http', 'ws'), name: 'my shop', WebSocket })
    const checkout = createCheckout({ inspect: inspector.inspect })
    inspector.control(checkout)
    checkout.callbacks.onEventCallback({ code: 'SDK_START_OF_LOADING' })
    await isIn('loading')
    await tabTo(page, page.getByRole('tab', { name: 'Moment' }))
    await page.keyboard.press('ArrowRight')
    await tabTo(page, page.getByRole('button', { name: 'SDK_PAYMENT_CHALLENGE' }))
    await page.keyboard.press('Enter')
    await isIn('challenge')
    expect(checkout.getSnapshot().state).toBe('challenge')
    expect(await label(opened)).toBe('SDK_PAYMENT_CHALLENGE')
    inspector.close()
    await page.getByText('The app of this checkout has gone.').waitFor()
    await expect.poll(() => page.locator(':focus').count()).toBe(1)
    await expectStop(page)
  })
})

describe('the focus can always be seen, and is where one was', () => {
  const traces = ['card-3ds', 'declined', 'processing'].map(recorded)

  test('at each stop of the Tab key', async ({ open }) => {
    const opened = await open({ traces })
    const { page, isIn } = opened
    await isIn('succeeded')
    await page.keyboard.press('ArrowUp')
    await isIn('challenge')
    const names: string[] = []
    await page.keyboard.press('Tab')
    while (await page.locator(':focus').count()) {
      names.push(await label(opened))
      await page.keyboard.press('Tab')
      expect(names.length).toBeLessThan(60)
    }
    expect(names[0]).toBe('Skip to the checkout')
    for (const name of ['Open', 'Search', 'Only marked', 'Timeline', 'Fit', 'Back to now', 'Moment']) {
      expect(names).toContain(name)
    }
  })

  test('after a dialog', async ({ open }) => {
    const opened = await open({ traces })
    const { page, isIn } = opened
    await isIn('succeeded')
    const button = page.getByRole('button', { name: 'Open', exact: true })
    await tabTo(page, button)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await expectStop(page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await label(opened)).toBe('Open')

    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel('Or paste one'))
    await page.keyboard.insertText('{"t":1,"via":"onEventCallback","args":[{"code":"SDK_PAYMENT_FAIL"}]}')
    await tabTo(page, page.getByRole('button', { name: 'Open what was pasted' }))
    await page.keyboard.press('Enter')
    await isIn('declined')
    expect(await label(opened)).toBe('Open')
  })

  test('after checkouts were closed, down to the last', async ({ open }) => {
    const opened = await open({ traces })
    const { page, checkouts, isIn } = opened
    await isIn('succeeded')
    for (const name of ['card-3ds', 'declined']) {
      await tabTo(page, page.getByRole('button', { name: `Close: ${name}` }))
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: `Close: ${name}` }).waitFor({ state: 'detached' })
      expect(await label(opened)).toContain(name === 'card-3ds' ? 'declined' : 'processing')
    }
    expect(await checkouts.count()).toBe(1)
    await tabTo(page, page.getByRole('button', { name: 'Close: processing' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Look at a checkout' }).waitFor()
    expect(await page.locator('main:focus').count()).toBe(1)
  })

  test('after a button has nothing more to do', async ({ open }) => {
    const opened = await open({ traces })
    const { page, isIn, rows } = opened
    await isIn('succeeded')
    await page.keyboard.press('ArrowUp')
    await tabTo(page, page.getByRole('button', { name: 'Back to now' }))
    await page.keyboard.press('Enter')
    await isIn('succeeded')
    await expectStop(page)
    await page.keyboard.press('/')
    await page.keyboard.type('CHALLENGE')
    await tabTo(page, page.getByRole('button', { name: 'Clear the search' }))
    await page.keyboard.press('Enter')
    await rows.nth(6).waitFor()
    await expectStop(page)
    await page.keyboard.type('FAIL')
    expect(await page.locator('#search').inputValue()).toBe('FAIL')
  })
})
