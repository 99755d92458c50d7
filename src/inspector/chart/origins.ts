import type { ChartEdge } from './types.ts'

// Most edges leave the state that they belong to. Those that any state of a compound takes would cross everything if
// they left its border: they begin at a label that stands beside their target, a chip. So do a checkout's beginnings.

type Ends = Pick<ChartEdge, 'source' | 'target' | 'events'>

export const isWithin = (path: string, parent: string): boolean => path.startsWith(`${parent}.`)

/** A checkout begins there: no event leads to it. */
export const isBeginning = ({ events }: Ends): boolean => events.length === 0

/** Any state within the source takes it, to a state that is within the source as well. */
export const isFromAny = ({ source, target }: Ends): boolean => isWithin(target, source)

export const isChip = (edge: Ends): boolean => isBeginning(edge) || isFromAny(edge)

/** What stands above the codes of a chip. */
export const headerOf = (edge: Ends): readonly string[] => {
  if (isBeginning(edge) || !isFromAny(edge)) return []
  const [, ...names] = edge.source.split('.')
  return [names.length === 0 ? 'any state' : `any in ${names.at(-1)}`]
}
