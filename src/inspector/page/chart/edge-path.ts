import type { Point } from '../../chart/types.ts'

// Edges run along the axes; their corners are rounded, and the head is drawn, not marked: a marker would need an id that
// two charts in one page would share.

const largestRadius = 7
const headLength = 8
const headWidth = 3.5

const distance = (from: Point, to: Point): number => Math.abs(to.x - from.x) + Math.abs(to.y - from.y)

/** The point that lies so far from the one towards the other. */
const towards = (from: Point, to: Point, length: number): Point => {
  const share = distance(from, to) === 0 ? 0 : length / distance(from, to)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

const at = ({ x, y }: Point): string => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`

/** The line, which ends within its head. */
export const linePath = (points: readonly Point[]): string => {
  const end = points.at(-1)
  const before = points.at(-2)
  if (!end || !before) return ''
  const shortened = [...points.slice(0, -1), towards(end, before, Math.min(headLength - 1, distance(end, before)))]
  return shortened
    .map((point, index) => {
      const previous = shortened[index - 1]
      const next = shortened[index + 1]
      if (!previous) return `M${at(point)}`
      if (!next) return `L${at(point)}`
      const radius = Math.min(largestRadius, distance(previous, point) / 2, distance(point, next) / 2)
      return `L${at(towards(point, previous, radius))}Q${at(point)} ${at(towards(point, next, radius))}`
    })
    .join('')
}

export const headPath = (points: readonly Point[]): string => {
  const end = points.at(-1)
  const before = points.at(-2)
  if (!end || !before) return ''
  const base = towards(end, before, headLength)
  const side = end.x === before.x ? { x: headWidth, y: 0 } : { x: 0, y: headWidth }
  return `M${at(end)}L${at({ x: base.x - side.x, y: base.y - side.y })}L${at({ x: base.x + side.x, y: base.y + side.y })}Z`
}
