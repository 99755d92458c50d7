import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { statechart } from '../../src/inspector/chart/statechart.ts'
import type { Chart } from '../../src/inspector/chart/types.ts'
import { statechart as plugin } from '../../src/inspector/chart/vite-plugin.ts'
import { headPath, linePath } from '../../src/inspector/page/chart/edge-path.ts'
import { standaloneSvg } from '../../src/inspector/page/chart/standalone-svg.tsx'

const css = readFileSync('src/inspector/page/chart/chart.css', 'utf8')

let chart: Chart
beforeAll(async () => {
  chart = await statechart()
}, 60_000)

const draw = (light?: { active: string; taken: readonly string[]; visited: ReadonlySet<string> }): string =>
  standaloneSvg({ chart, css, title: 'a <title>', description: 'a description', ...(light && { light }) })

/** The paths of the states, or the ids of the labels' edges, that are drawn so. */
const drawnWith = (svg: string, what: 'path' | 'edge', flag: string): readonly string[] =>
  [...svg.matchAll(/<g class="chart-(?:state|label)"(?: [\w-]+="[^"]*")*>/g)]
    .filter(([tag]) => tag.includes(`data-${flag}="true"`))
    .flatMap(([tag]) => new RegExp(`data-${what}="([^"]*)"`).exec(tag)?.[1] ?? [])

describe('a lit chart', () => {
  const light = {
    active: 'live.flight.confirming.asking',
    taken: ['live.flight>live.flight.confirming', 'live.flight.confirming.deciding>live.flight.confirming.asking'],
    visited: new Set(['live.preparing.init', 'live.flight.submitting']),
  }

  test('the state and all that it is in are active', () => {
    const expected = ['live', 'live.flight', 'live.flight.confirming', 'live.flight.confirming.asking']
    expect([...drawnWith(draw(light), 'path', 'active')].sort()).toEqual(expected)
  })

  test('the edge that was taken stands out, and what was passed through has none', () => {
    expect(drawnWith(draw(light), 'edge', 'taken')).toEqual(['live.flight>live.flight.confirming'])
  })

  test('what was never visited is dim, and what led somewhere is not', () => {
    const dim = drawnWith(draw(light), 'path', 'dim')
    expect(dim).toContain('live.flight.challenge')
    expect(dim).toContain('succeeded')
    for (const path of ['live.preparing', 'live.preparing.init', 'live.flight.submitting', 'live.flight.confirming'])
      expect(dim).not.toContain(path)
  })

  test('a picture that is not of a moment has nothing dim', () => {
    const [, drawing] = draw().split('</style>')
    expect(drawing).not.toMatch(/data-(dim|active|taken)/)
  })
})

describe('a picture by itself', () => {
  test('what it is called is text, whatever it is', () => {
    expect(draw()).toContain('>a &lt;title></title>')
  })

  test('has no handles of the page', () => {
    expect(draw()).not.toMatch(/tabindex|data-item|chart-reach/i)
  })
})

describe('an edge', () => {
  test('is rounded at its corners, as far as there is room, and ends within its head', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0, y: 20 },
      { x: 6, y: 20 },
      { x: 6, y: 60 },
    ]
    expect(linePath(points)).toBe('M0 0L0 17Q0 20 3 20L3 20Q6 20 6 23L6 53')
    expect(headPath(points)).toBe('M6 60L2.5 52L9.5 52Z')
  })

  test('without a way is nothing', () => {
    expect(linePath([])).toBe('')
    expect(headPath([{ x: 1, y: 1 }])).toBe('')
  })
})

test('the page is built with the chart as data', async () => {
  const { resolveId, load } = plugin() as unknown as {
    resolveId(id: string): string | undefined
    load(id: string): Promise<string | undefined>
  }
  const id = resolveId('virtual:statechart') ?? ''
  const code = (await load(id)) ?? ''
  const { default: built } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)
  expect(built).toEqual(JSON.parse(JSON.stringify(chart)))
  expect(resolveId('virtual:other')).toBeUndefined()
  expect(await load('virtual:other')).toBeUndefined()
})
