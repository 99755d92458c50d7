import { Readable } from 'node:stream'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { type Inspector, test } from './inspector-rig.ts'

const COUNT = 100_000
const MIDDLE = COUNT / 2

const codeAt = (index: number): string => {
  if (index === MIDDLE) return 'SDK_PAYMENT_CHALLENGE'
  return index % 3 === 0 ? 'SDK_START_OF_LOADING' : 'SDK_END_OF_LOADING'
}

/** Each callback of a page that has been open for long, as it would be recorded: one of them is a challenge. */
const longTrace = (header: object): string =>
  [
    JSON.stringify(header),
    ...Array.from({ length: COUNT }, (_, at) => {
      const args = [
        { code: codeAt(at + 1), message: 'something that the SDK says to its merchant, of no use to anybody' },
      ]
      return JSON.stringify({ t: at, via: 'onEventCallback', args })
    }),
  ].join('\n')

const header = { trace: 'very long', submitButton: 'sdk' }

const all = /^100,000 \/ 100,000$/
const place = ({ page }: Inspector) => page.locator('.place')

/** Notes whether rows are there while the trace is still being read. */
const watchFirstRows = (page: Page): Promise<void> =>
  page.evaluate(`void new MutationObserver(() => {
    const [rows, progress] = [document.querySelectorAll('.row').length, document.querySelector('progress')]
    if (rows > 1 && progress) globalThis.cameEarly = true
  }).observe(document, { subtree: true, childList: true })`)

const expectFewRows = async ({ rows }: Inspector): Promise<void> => {
  const count = await rows.count()
  expect(count).toBeGreaterThan(5)
  expect(count).toBeLessThan(80)
}

/** From its beginning to its end, a step with each picture that the browser draws. */
const scrollThrough = (page: Page): Promise<void> =>
  page.evaluate(`new Promise((done) => {
    const list = document.getElementById('timeline')
    const step = () => {
      const before = list.scrollTop
      list.scrollTop += list.scrollHeight / 120
      if (list.scrollTop > before) requestAnimationFrame(step)
      else done()
    }
    list.scrollTop = 0
    requestAnimationFrame(step)
  })`)

/** All that is done with a trace, done with this one. */
const useAll = async (opened: Inspector): Promise<void> => {
  const { page, rows, isIn } = opened
  await expectFewRows(opened)
  await scrollThrough(page)
  await rows.filter({ hasText: '1:39.999' }).first().waitFor()
  await expectFewRows(opened)

  // To the middle: by the slider, by a search, by picking a state in the chart.
  await page.getByRole('slider', { name: 'Moment' }).fill(String(MIDDLE - 1))
  await expect.poll(() => place(opened).innerText()).toBe('49,999 / 100,000')
  await page.keyboard.press('/')
  await page.keyboard.insertText('SDK_PAYMENT_CHALLENGE')
  await page.getByText('1 found').waitFor()
  await rows.first().click()
  await isIn('challenge')
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await page.locator('.row[aria-selected=true]', { hasText: 'SDK_PAYMENT_CHALLENGE' }).waitFor()
  await expectFewRows(opened)
  await page.keyboard.press('End')
  await expect.poll(() => place(opened).innerText()).toMatch(all)
  await page.locator('.chart-state[data-path="live.flight.challenge"]').dispatchEvent('click')
  await expect.poll(() => place(opened).innerText()).toBe('50,000 / 100,000')
}

describe('a trace of 100,000 callbacks is there soon, and can be used as any other,', () => {
  test('given on the command line', { timeout: 120_000 }, async ({ open }) => {
    const text = longTrace(header)
    const opened = await open({ traces: [{ trace: 'long', open: () => Readable.from([Buffer.from(text)]) }] })
    await expect.poll(() => place(opened).innerText(), { timeout: 40_000 }).toMatch(/\/ 100,000$/)
    await opened.page.keyboard.press('End')
    await expect.poll(() => place(opened).innerText()).toMatch(all)
    await expectFewRows(opened)
    await opened.picture('hundred-thousand')
  })

  test('dropped on the page', { timeout: 120_000 }, async ({ open }) => {
    const opened = await open()
    const { page, drop } = opened
    await watchFirstRows(page)
    const text = longTrace(header)
    await drop('long.ndjson', text)
    await expect.poll(() => place(opened).innerText(), { timeout: 40_000 }).toMatch(/\/ 100,000$/)
    expect(await page.evaluate('globalThis.cameEarly')).toBe(true)
    await page.keyboard.press('End')
    await useAll(opened)
  })

  test('and its reading can be given up: what has been read stays', { timeout: 120_000 }, async ({ open }) => {
    const opened = await open()
    const { page, rows, drop, isIn } = opened
    // Given up as soon as there is something to look at.
    await page.evaluate(`void new MutationObserver(() => {
      if (document.querySelectorAll('.row').length > 1) document.querySelector('.entry-progress button')?.click()
    }).observe(document, { subtree: true, childList: true })`)
    await drop('long.ndjson', longTrace(header))
    await page.locator('progress').waitFor({ state: 'detached' })
    await rows.nth(1).waitFor()
    const count = await place(opened).innerText()
    expect(Number(count.split('/')[1]?.replace(',', ''))).toBeLessThan(COUNT)
    await page.keyboard.press('Home')
    await isIn('init')
    expect(await place(opened).innerText()).toBe(count.replace(/^\S+/, '0'))
  })
})
