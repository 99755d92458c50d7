import type { Box, Chart, Point } from '../../chart/types.ts'

// The arrow keys lead from one thing in the chart to the next that lies that way.

export interface Item {
  readonly id: string
  readonly box: Box
}

/** What can be reached: states by their names' places, edges by their labels. */
export const itemsOf = ({ states, edges }: Chart): readonly Item[] => [
  ...states.map((state) => {
    const isOpen = states.some(({ parent }) => parent === state.path)
    return { id: state.path, box: isOpen ? { x: state.x, y: state.y, width: 120, height: 28 } : state }
  }),
  ...edges.flatMap(({ id, label }) => (label ? [{ id, box: label }] : [])),
]

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

export const directionOf = (key: string): Point | undefined => directions[key]

/** The nearest that way; a step aside counts more than one ahead. */
export const neighbourOf = (items: readonly Item[], from: Item, direction: Point): Item | null => {
  const start = middleOf(from.box)
  let nearest: { readonly item: Item; readonly way: number } | undefined
  for (const item of items) {
    const { x, y } = middleOf(item.box)
    const ahead = (x - start.x) * direction.x + (y - start.y) * direction.y
    const aside = Math.abs((x - start.x) * direction.y) + Math.abs((y - start.y) * direction.x)
    const way = ahead + 2.5 * aside
    if (item.id !== from.id && ahead > 1 && (!nearest || way < nearest.way)) nearest = { item, way }
  }
  return nearest?.item ?? null
}
