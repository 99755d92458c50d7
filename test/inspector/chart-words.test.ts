import { beforeAll, describe, expect, test } from 'vitest'
import { edgeOf } from '../../src/inspector/chart/lookups.ts'
import { statechart } from '../../src/inspector/chart/statechart.ts'
import type { Chart, ChartEdge } from '../../src/inspector/chart/types.ts'
import { directionOf, type Item, itemsOf, neighbourOf } from '../../src/inspector/page/chart/neighbours.ts'
import {
  meaningOfBeginning,
  meaningOfEvent,
  nameOfEdge,
  namesOf,
  wayOf,
} from '../../src/inspector/page/chart/wording.ts'

let chart: Chart
beforeAll(async () => {
  chart = await statechart()
}, 60_000)

const edge = (source: string, target: string): ChartEdge => edgeOf(chart, source, target) as ChartEdge

describe('what is said of an edge', () => {
  test('from which state it leads where, by which codes', () => {
    expect(nameOfEdge(edge('live.preparing.form', 'live.flight.submitting'), 'en')).toBe(
      'form → submitting: checkout.submit, SDK_DUPLICATE_SUBMISSION_BEHAVIOR',
    )
    expect(wayOf(edge('live.flight.submitting', 'live.preparing.form.invalid'), 'en')).toBe(
      'submitting → form, invalid',
    )
  })

  test('that any state takes it', () => {
    expect(wayOf(edge('live', 'live.flight.challenge'), 'en')).toBe('any state → challenge')
    expect(wayOf(edge('live.flight', 'live.flight.challenge'), 'zh')).toBe('任意状态，属于 flight → challenge')
    expect(wayOf(edge('live.flight', 'unresolved'), 'en')).toBe('flight → unresolved')
  })

  test('that a checkout begins there', () => {
    expect(nameOfEdge(edge('live.starting', 'live.preparing.init'), 'en')).toBe('start → init')
    expect(wayOf(edge('live.starting', 'live.resting.broken'), 'zh')).toBe('恢复 → broken')
    expect(meaningOfBeginning(edge('live.starting', 'live.resting.broken'), 'en')).toContain('saved')
  })

  test('what each of its codes means, in both languages', () => {
    for (const { events } of chart.edges)
      for (const event of events) {
        expect(meaningOfEvent(event, 'en'), event).toMatch(/^[A-Z].*\.$/s)
        expect(meaningOfEvent(event, 'zh'), event).toMatch(/\p{Script=Han}/u)
      }
    expect(meaningOfEvent('toString', 'en')).toBe('')
  })

  test('a mount is not told as a mount that was refused', () => {
    expect(meaningOfEvent('checkout.mount', 'en')).toBe('Your page mounts the component.')
  })

  test('a state goes by its name, and a form by both', () => {
    expect(
      ['live', 'live.flight', 'live.flight.challenge', 'live.resting.broken.asking', 'failed'].map(namesOf),
    ).toEqual(['live', 'flight', 'challenge', 'broken, asking', 'failed'])
  })
})

describe('the arrow keys', () => {
  const item = (id: string): Item => itemsOf(chart).find((candidate) => candidate.id === id) as Item
  const onwards = (from: string, key: string): string | undefined =>
    neighbourOf(itemsOf(chart), item(from), directionOf(key) ?? { x: 0, y: 0 })?.id

  test('lead from a form to the one beside it', () => {
    expect(onwards('live.preparing.form.ready', 'ArrowRight')).toBe('live.preparing.form.invalid')
    expect(onwards('live.preparing.form.invalid', 'ArrowLeft')).toBe('live.preparing.form.ready')
  })

  test('lead down from a state to what it leads by', () => {
    expect(onwards('live.preparing.init', 'ArrowDown')).toBe('live.preparing.init>live.preparing.loading')
  })

  test('reach every state and every label', () => {
    const items = itemsOf(chart)
    const reached = new Set(['live'])
    for (const id of reached)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        const next = onwards(id, key)
        if (next !== undefined) reached.add(next)
      }
    expect([...reached].sort()).toEqual(items.map(({ id }) => id).sort())
  })

  test('lead nowhere at the edge of the chart; other keys are none', () => {
    expect(onwards('live', 'ArrowUp')).toBeUndefined()
    expect(directionOf('Enter')).toBeUndefined()
  })
})
