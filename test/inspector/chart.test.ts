import { beforeAll, describe, expect, test } from 'vitest'
import type { AnyStateNode } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { drawnState, edgeOf, withAncestors } from '../../src/inspector/chart/lookups.ts'
import { codeSize } from '../../src/inspector/chart/measures.ts'
import { headerOf, isChip } from '../../src/inspector/chart/origins.ts'
import { overview, statechart } from '../../src/inspector/chart/statechart.ts'
import type { Box, Chart, Point } from '../../src/inspector/chart/types.ts'
import { crossingsOf, overlap, passes, solidBoxes, titlesOf } from './chart-boxes.ts'

// The machine is walked here once more, by hand: the chart's own walk is what is tried.

const nodesBelow = (node: AnyStateNode): readonly AnyStateNode[] =>
  Object.values(node.states).flatMap((child) => [child, ...nodesBelow(child)])
const nodes = nodesBelow(checkoutMachine.root)
const pathOf = (node: AnyStateNode): string => node.path.join('.')
const onlyPassed = [
  'live.starting',
  ...['flight.confirming', 'resting.dismissed', 'resting.broken'].map((at) => `live.${at}.deciding`),
]

const rows = nodes.flatMap((node) =>
  [...node.transitions].flatMap(([event, transitions]) =>
    transitions.flatMap(({ target = [] }) =>
      target.map((reached) => ({ source: pathOf(node), target: pathOf(reached), event })),
    ),
  ),
)

let chart: Chart
let small: Chart
beforeAll(async () => {
  ;[chart, small] = await Promise.all([statechart(), overview()])
}, 60_000)

describe('the chart', () => {
  test('has every state in which a checkout can be, and no other', () => {
    const expected = nodes.map(pathOf).filter((path) => !onlyPassed.includes(path))
    expect(chart.states.map(({ path }) => path)).toEqual(expected)
  })

  test('has every transition that leads somewhere, with its event', () => {
    expect(rows.length).toBeGreaterThan(80)
    for (const { source, target, event } of rows)
      expect(edgeOf(chart, source, target)?.events, `${source} ${event} ${target}`).toContain(event)
  })

  test('has no transition that the machine does not have', () => {
    for (const { source, target, events } of chart.edges.filter(({ source }) => source !== 'live.starting'))
      for (const event of events) expect(rows).toContainEqual({ source, target, event })
  })

  test('says where a checkout begins, and where a saved one goes on', () => {
    const beginnings = chart.edges.filter(({ events }) => events.length === 0)
    expect(beginnings.map(({ target, label }) => [target, label?.lines])).toEqual([
      ['live.flight.confirming', ['restored']],
      ['live.resting.declined', ['restored']],
      ['live.resting.dismissed', ['restored']],
      ['live.resting.broken', ['restored']],
      ['live.preparing.init', ['start']],
    ])
  })

  test('writes a few codes of many, and says how many there are', () => {
    const edge = edgeOf(chart, 'live.flight', 'live.flight.confirming')
    expect(edge?.events).toHaveLength(19)
    expect(edge?.label?.lines).toEqual(['AUTHORIZATION_SUCCESSFUL', 'PROCESSING', 'PENDING', '+ 16 more'])
  })

  test('is the same whenever it is laid out', async () => {
    expect(JSON.stringify(await statechart())).toBe(JSON.stringify(chart))
    expect(JSON.stringify(await overview())).toBe(JSON.stringify(small))
  })
})

describe('the overview', () => {
  test('has the states of the contract, without their forms', () => {
    const expected = nodes.filter(({ path }) => path.length <= 3).map(pathOf)
    expect(small.states.map(({ path }) => path)).toEqual(expected.filter((path) => !onlyPassed.includes(path)))
  })

  test('leads wherever the chart in full leads', () => {
    const reached = new Set(small.edges.map(({ target }) => target))
    for (const { target } of chart.edges) expect(reached).toContain(target.split('.').slice(0, 3).join('.'))
  })

  test('does not say of a phase what it says of every state', () => {
    expect(edgeOf(small, 'live', 'live.flight.challenge')?.events).toEqual(['SDK_PAYMENT_CHALLENGE'])
    expect(edgeOf(small, 'live.flight', 'live.flight.challenge')).toBeNull()
  })
})

describe('what lies where', () => {
  const inside = (inner: Box, outer: Box): boolean =>
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  const touches = ({ x, y }: Point, box: Box): boolean =>
    overlap({ x: x - 1, y: y - 1, width: 2, height: 2 }, box) &&
    !inside({ x: x - 1, y: y - 1, width: 2, height: 2 }, box)
  const both = (): readonly Chart[] => [chart, small]

  test('labels and states never overlap', () => {
    for (const drawn of both()) {
      const boxes = solidBoxes(drawn)
      expect(boxes.length).toBeGreaterThan(45)
      boxes.forEach(({ id, box }, at) => {
        for (const other of boxes.slice(at + 1)) expect(overlap(box, other.box), `${id} and ${other.id}`).toBe(false)
      })
    }
  })

  test('a state lies within its parent, and beside its siblings', () => {
    for (const drawn of both())
      for (const state of drawn.states) {
        const parent = drawn.states.find(({ path }) => path === state.parent)
        expect(inside(state, parent ?? { x: 0, y: 0, ...drawn }), state.path).toBe(true)
        for (const other of drawn.states.filter(({ path, parent }) => parent === state.parent && path !== state.path))
          expect(overlap(state, other), `${state.path} and ${other.path}`).toBe(false)
      }
  })

  test('no edge runs through a label of another, a state or the name of one', () => {
    for (const drawn of both()) {
      const boxes = solidBoxes(drawn)
      for (const edge of drawn.edges) {
        for (const { id, box } of boxes) if (id !== edge.id) expect(passes(edge, box), `${edge.id} ${id}`).toBe(false)
        for (const title of titlesOf(drawn)) expect(passes(edge, title), edge.id).toBe(false)
      }
    }
  })

  test('an edge leads from its source, or its label beside the target, to its target', () => {
    for (const drawn of both())
      for (const edge of drawn.edges) {
        const source = isChip(edge) ? edge.label : drawn.states.find(({ path }) => path === edge.source)
        const target = drawn.states.find(({ path }) => path === edge.target)
        expect(touches(edge.points[0] as Point, source as Box), `${edge.id} begins`).toBe(true)
        expect(touches(edge.points.at(-1) as Point, target as Box), `${edge.id} ends`).toBe(true)
      }
  })

  test('a label stands on its edge, and is as wide as what is written on it', () => {
    for (const drawn of both())
      for (const edge of drawn.edges) {
        if (!edge.label) throw new Error(`${edge.id} has no label`)
        if (!isChip(edge)) expect(passes(edge, edge.label), edge.id).toBe(true)
        const longest = Math.max(...[...headerOf(edge), ...edge.label.lines].map(({ length }) => length))
        // Monospaced fonts are some 0.6 em wide.
        expect(edge.label.width, edge.id).toBeGreaterThan(longest * codeSize * 0.602 + 8)
      }
  })

  test('edges cross each other seldom', () => {
    for (const drawn of both()) expect(crossingsOf(drawn)).toBeLessThan(13)
  })
})

describe('looking something up', () => {
  test('every path of the machine is in a drawn state', () => {
    for (const drawn of [chart, small])
      for (const path of nodes.map(pathOf)) {
        const state = drawnState(drawn, path)
        expect(state, path).not.toBeNull()
        expect(withAncestors(path)).toContain(state?.path)
      }
  })

  test('a state that is only passed through is in the one around it', () => {
    expect(drawnState(chart, 'live.flight.confirming.deciding')?.path).toBe('live.flight.confirming')
    expect(drawnState(small, 'live.preparing.form.invalid')?.path).toBe('live.preparing.form')
  })

  test('what is no path of the machine is nowhere', () => {
    expect(drawnState(chart, 'elsewhere.form')).toBeNull()
    expect(drawnState(chart, '')).toBeNull()
    expect(edgeOf(chart, 'elsewhere', 'live')).toBeNull()
  })

  test('a transition between forms is that between their states, where these are not drawn', () => {
    const edge = edgeOf(small, 'live.flight.submitting', 'live.preparing.form.invalid')
    expect(edge?.id).toBe('live.flight.submitting>live.preparing.form')
    expect(edgeOf(small, 'live.preparing.loading.brisk', 'live.preparing.loading.slow')).toBeNull()
  })
})
