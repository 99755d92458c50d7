import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

// Somebody who has no mouse.

export interface Stop {
  /** The name that is read out, as far as the element says it itself. */
  readonly name: string
  readonly isInSight: boolean
  readonly isMarked: boolean
}

/** Where the focus is, and whether that can be seen; `null`: nowhere. */
const stopOf = (page: Page): Promise<Stop | null> =>
  page.evaluate(`(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return null
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const isDrawn = (each) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(each)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    }
    // What is drawn in the chart has no outline, but a thicker line.
    const line = element.querySelector(':scope > :is(.chart-box, .chart-paper)')
    return {
      name: (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).trim(),
      isInSight: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && element.checkVisibility(),
      isMarked: line ? parseFloat(getComputedStyle(line).strokeWidth) >= 4
        : [element, element.parentElement].some(isDrawn),
    }
  })()`)

/** The stop of the Tab key, which has to be one that can be seen. */
export const expectStop = async (page: Page): Promise<Stop> => {
  const stop = await stopOf(page)
  expect(stop, 'the focus is somewhere').not.toBeNull()
  expect(stop).toMatchObject({ isInSight: true, isMarked: true })
  return stop as Stop
}

/** Goes on by Tab until that has the focus. */
export const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  const isThere = (): Promise<number> => wanted.and(page.locator(':focus')).count()
  await wanted.waitFor()
  for (let times = 0; times < 80; times += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
    // Past its end, the browser's own window has it once.
    if (await stopOf(page)) await expectStop(page)
  }
  throw new Error('Tab does not lead there')
}
