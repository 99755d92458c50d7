import { afterEach, describe, expect, test, vi } from 'vitest'
import { minute, second, timetable } from './asking.ts'

afterEach(() => void vi.restoreAllMocks())

const random = (value: number) => vi.spyOn(Math, 'random').mockReturnValue(value)

describe('buyers who were told the same at the same moment do not ask at the same moment', () => {
  test('a pause is never longer than without jitter', async () => {
    random(0)
    expect(await timetable({}, 20 * second)).toEqual([0, 1, 3, 7, 15])
  })

  test('and shorter by up to a fifth', async () => {
    random(1 - Number.EPSILON)
    expect(await timetable({ firstDelay: 10 * second }, minute)).toEqual([0, 8, 24, 48])
  })

  test('the longest pause is shortened too', async () => {
    random(0.5)
    expect(await timetable({ firstDelay: 40 * second, maxDelay: 40 * second }, 80 * second)).toEqual([0, 36, 72])
  })

  test('each pause by a part of its own', async () => {
    random(0).mockReturnValueOnce(0.5)
    expect(await timetable({ firstDelay: second }, 5 * second)).toEqual([0, 0.9, 2.9])
  })

  test('the merchant may ask for more of it, or for none', async () => {
    random(0.5)
    expect(await timetable({ jitter: 1 }, 3 * second)).toEqual([0, 0.5, 1.5])
    expect(await timetable({ jitter: 0 }, 3 * second)).toEqual([0, 1, 3])
  })

  test('what is no fraction breaks nothing', async () => {
    random(0.5)
    expect(await timetable({ jitter: 7 }, 3 * second)).toEqual([0, 0.5, 1.5])
    for (const jitter of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(await timetable({ jitter }, 3 * second)).toEqual([0, 0.9, 2.7])
  })
})
