import type { ChartEdge, ChartState } from '../../chart/types.ts'

/** What can be done with the drawing. Without it, it is a picture. */
export interface Handling {
  /** What the chart's one stop for the Tab key is on: a state's path or an edge's id. */
  readonly current: string | null
  /** The id of the element that tells of the edge that is pointed at. */
  readonly card: string
  nameOfState(state: ChartState): string
  nameOfEdge(edge: ChartEdge): string
  onPick(path: string): void
  /** `null`: no more; the pointer went there. */
  onPoint(edge: ChartEdge | null, went?: EventTarget | null): void
  onCurrent(id: string): void
}

type Click = (event: { stopPropagation(): void }) => void
type Press = (event: { readonly key: string; preventDefault(): void; stopPropagation(): void }) => void

/** Of all that can be reached in the chart, one at a time can be by the Tab key: the arrows lead to the others. */
export const handle = (id: string, { current, onCurrent }: Handling, act: () => void) => {
  const click: Click = (event) => {
    event.stopPropagation()
    onCurrent(id)
    act()
  }
  const press: Press = (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return {
    tabindex: current === id ? 0 : -1,
    'data-item': id,
    onClick: click,
    onKeyDown: press,
    onFocus: () => onCurrent(id),
  }
}
