import type { Handling } from './ChartDrawing.tsx'

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
