import { titleHeight, widthOfTitle } from '../../src/inspector/chart/measures.ts'
import { isWithin } from '../../src/inspector/chart/origins.ts'
import type { Box, Chart, ChartEdge, Point } from '../../src/inspector/chart/types.ts'

// What makes a chart hard to read: things that overlap, edges that cross, a name that is crossed.

interface Stretch {
  readonly from: Point
  readonly to: Point
}

const stretchesOf = ({ points }: Pick<ChartEdge, 'points'>): readonly Stretch[] =>
  points.slice(1).map((to, at) => ({ from: points[at] as Point, to }))

const spanOf = ({ from, to }: Stretch): Box => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(from.x - to.x),
  height: Math.abs(from.y - to.y),
})

/** They share more than a border. */
export const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

export const passes = (edge: Pick<ChartEdge, 'points'>, box: Box): boolean =>
  stretchesOf(edge).some((stretch) => overlap(spanOf(stretch), box))

/** Where the names of states stand that have others in them. */
export const titlesOf = ({ states }: Chart): readonly Box[] =>
  states
    .filter(({ path }) => states.some(({ parent }) => parent === path))
    .map(({ x, y, name }) => ({ x, y, width: widthOfTitle(name), height: titleHeight }))

export const crossingsOf = ({ edges }: Chart): number => {
  const spans = edges.map((edge) => stretchesOf(edge).map(spanOf))
  let crossings = 0
  spans.forEach((one, at) => {
    for (const other of spans.slice(at + 1))
      for (const a of one) for (const b of other) if (overlap(a, b)) crossings += 1
  })
  return crossings
}

/** Boxes that nothing may cover: labels, and states that have nothing in them. */
export const solidBoxes = ({ states, edges }: Chart): readonly { readonly id: string; readonly box: Box }[] => [
  ...states
    .filter(({ path }) => !states.some((other) => isWithin(other.path, path)))
    .map((box) => ({ id: box.path, box })),
  ...edges.flatMap(({ id, label }) => (label ? [{ id, box: label }] : [])),
]
