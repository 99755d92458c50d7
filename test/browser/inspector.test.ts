import { readFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import { pathOf, recorded, test } from './inspector-rig.ts'

const text = (trace: string): Promise<string> => readFile(pathOf(trace), 'utf8')

describe('a trace of the command line', () => {
  test('is there at once, with what happened, what it means and where it led', async ({ open }) => {
    const { page, rows, lit, isIn, picture } = await open({ traces: [recorded('card-3ds')] }, { colorScheme: 'light' })
    await isIn('succeeded')
    expect(await rows.count()).toBe(7)
    const challenge = await rows.nth(5).innerText()
    for (const part of ['2.554 s', '+251 ms', 'onEventCallback', 'SDK_PAYMENT_CHALLENGE', 'form', '→', 'challenge']) {
      expect(challenge).toContain(part)
    }
    expect(challenge).toContain('The issuer wants to verify the buyer')
    expect(await lit.last().getAttribute('data-path')).toBe('succeeded')
    await page.locator('.chart-label[data-taken]').waitFor()
    await picture('light')
  })

  test('is gone through by keys, and the chart and the view go along', async ({ open }) => {
    const { page, lit, isIn } = await open({ traces: [recorded('card-3ds')] })
    await isIn('succeeded')
    const paths = () => lit.evaluateAll((states) => states.map((state) => state.getAttribute('data-path')))
    const said = page.getByRole('tabpanel')

    await page.keyboard.press('ArrowUp')
    await isIn('challenge')
    expect(await paths()).toContain('live.flight.challenge')
    expect(await said.innerText()).toContain('certain')
    await page.keyboard.press('k')
    await isIn('form')
    await page.keyboard.press('Home')
    await isIn('init')
    await page.keyboard.press('j')
    await isIn('loading')
    await page.keyboard.press('End')
    await isIn('succeeded')
    expect(await page.getByRole('button', { name: 'Newest' }).isDisabled()).toBe(true)
  })

  test('goes to the moment at which a state was entered, when that is picked in the chart', async ({ open }) => {
    const { page, isIn } = await open({ traces: [recorded('card-3ds')] })
    await isIn('succeeded')
    await page.locator('.chart-state[data-path="live.flight.challenge"]').dispatchEvent('click')
    await isIn('challenge')
    await page.getByRole('button', { name: 'Back to now' }).click()
    await isIn('succeeded')
  })
})

describe('a trace of the person’s own', () => {
  test('is dropped on the page, and the lines of it that were skipped are told', async ({ open }) => {
    const { page, checkouts, drop, isIn } = await open()
    await page.getByRole('heading', { name: 'Look at a checkout' }).waitFor()
    await drop('mine.ndjson', `${await text('declined')}{"t":1,"via":"nothing"}\nnonsense\n`)
    await isIn('failed')
    expect(await checkouts.innerText()).toContain('declined')
    await page.getByText('Lines that were skipped: 2').click()
    const problems = await page.locator('.problems li').allInnerTexts()
    expect(problems).toEqual([expect.stringMatching(/^8 via: expected /), '9 not JSON'])
  })

  test('is pasted, and put away again', async ({ open }) => {
    const { page, checkouts, isIn } = await open()
    await page.getByLabel('Or paste one').fill(await text('processing'))
    await page.getByRole('button', { name: 'Open what was pasted' }).click()
    await isIn('unresolved')
    expect(await checkouts.count()).toBe(1)
    await page.getByRole('button', { name: 'Close: processing' }).click()
    await page.getByRole('heading', { name: 'Look at a checkout' }).waitFor()
  })

  test('that holds nothing says so', async ({ open }) => {
    const { checkouts, drop } = await open()
    await drop('letter.txt', 'Dear engineer,\n')
    await checkouts.getByText('There is nothing in it that could be replayed.').waitFor()
  })
})

describe('the timeline', () => {
  test('is searched, and narrowed to what is marked', async ({ open }) => {
    const { page, rows, isIn, picture } = await open(
      { traces: [recorded('browser-ten-submits'), recorded('late-error-after-success')] },
      { colorScheme: 'dark' },
    )
    await isIn('succeeded')
    await picture('dark')
    await page.keyboard.press('/')
    await page.keyboard.type('refused')
    await page.getByText('9 found').waitFor()
    expect(await rows.count()).toBe(9)
    await page.keyboard.press('Escape')
    await page.getByLabel('Channel').selectOption('promise')
    await page.getByText('1 found').waitFor()
    await page.getByLabel('Channel').selectOption('')
    await page.getByLabel('Only marked').check()
    await page.getByText('9 found').waitFor()
  })

  test('says late, and told before', async ({ open }) => {
    const { rows, isIn } = await open({ traces: [recorded('browser-late-error')] })
    await isIn('succeeded')
    expect((await rows.allInnerTexts()).filter((row) => /\blate\b/.test(row))).toHaveLength(2)
    expect((await rows.allInnerTexts()).filter((row) => row.includes('told before'))).toHaveLength(1)
  })
})

describe('an export', () => {
  test('is a trace that leads to the same states, a test, and a picture of the chart', async ({ open }) => {
    const { page, rows, drop, checkouts, isIn, downloads } = await open({ traces: [recorded('card-3ds')] })
    await isIn('succeeded')
    const before = await rows.allInnerTexts()
    await page.getByRole('tab', { name: 'Export' }).click()
    const button = page.getByRole('button', { name: 'Download' })

    const picture = await downloads(button.nth(2))
    expect(picture.name).toBe('card-3ds.svg')
    expect(picture.text).toMatch(/^<svg .*data-path="succeeded" [^>]*data-active.*<\/svg>$/s)

    const test = await downloads(button.nth(1))
    expect(test.name).toBe('card-3ds.test.ts')
    expect(test.text).toContain("import { createCheckout } from 'antom-checkout-machine'")

    const trace = await downloads(button.nth(0))
    expect(trace.name).toBe('card-3ds.ndjson')
    expect(trace.text).not.toContain('Tom Jay')
    await drop(trace.name, trace.text)
    await checkouts.nth(1).getByText('succeeded').waitFor()
    expect(await rows.allInnerTexts()).toEqual(before)
  })
})

describe('the page', () => {
  test('remembers language and theme, and nothing else', async ({ open }) => {
    const { page, isIn } = await open({ traces: [recorded('card-3ds')] })
    await isIn('succeeded')
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('button', { name: '深色' }).click()
    await page.reload()
    await page.getByRole('button', { name: '打开', exact: true }).waitFor()
    const root = page.locator('html')
    expect([await root.getAttribute('lang'), await root.getAttribute('data-theme')]).toEqual(['zh-CN', 'dark'])
    expect(await page.evaluate('Object.entries(localStorage).sort()')).toEqual([
      ['antom-inspector.lang', 'zh'],
      ['antom-inspector.theme', 'dark'],
    ])
  })

  test('fits a phone: one part at a time, and all of them in reach', async ({ open }) => {
    const { page, rows, isIn, picture } = await open(
      { traces: [recorded('card-3ds')] },
      { viewport: { width: 375, height: 740 } },
    )
    await isIn('succeeded')
    expect(await rows.first().isVisible()).toBe(true)
    await picture('phone')
    const places = page.getByRole('navigation', { name: 'Panels' })
    const regions = () =>
      page
        .locator('main section[aria-label]:visible')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')
    for (const name of ['Timeline', 'Chart', 'Moment', 'Send', 'Export'] as const) {
      await places.getByRole('button', { name }).click()
      expect(await regions(), name).toEqual([name])
      expect(await overflow(), name).toBe(0)
      await picture(`phone-${name.toLowerCase()}`)
    }
  })
})
