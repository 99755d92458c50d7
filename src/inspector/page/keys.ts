// The keys that work wherever the focus is, but for where somebody writes or chooses.

export type StepKey = 'ArrowUp' | 'ArrowDown' | 'Home' | 'End' | 'PageUp' | 'PageDown' | 'j' | 'k'

const stepKeys: readonly string[] = ['ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'j', 'k']
const isStepKey = (key: string): key is StepKey => stepKeys.includes(key)

interface Rows {
  readonly position: number
  readonly page: number
  readonly count: number
  positionOf(index: number): number
}

/** The position that a key leads to; `null`: there are no rows. */
export const stepFrom = (key: StepKey, { position, page, count, positionOf }: Rows): number | null => {
  if (count === 0) return null
  // The first row that is not before the position, which need not be among the rows.
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (positionOf(middle) < position) low = middle + 1
    else high = middle
  }
  const isRow = low < count && positionOf(low) === position
  const steps = { ArrowUp: -1, k: -1, ArrowDown: 1, j: 1, PageUp: -page, PageDown: page, Home: -count, End: count }[key]
  // From between two rows, the next one down is a step already.
  const index = low + steps - (!isRow && steps > 0 ? 1 : 0)
  return positionOf(Math.min(Math.max(index, 0), count - 1))
}

/** Keys that the element that has the focus has a use for itself. */
const isTaken = (target: EventTarget | null, key: string): boolean => {
  if (!(target instanceof Element)) return false
  if (target.closest('input[type=text], textarea, select, dialog')) return true
  const isLetter = key.length === 1
  return (
    !isLetter &&
    target.closest('input:not([type=checkbox]), [role=tab], [role=tabpanel], .chart-panel, .snippet') !== null
  )
}

/**
 * Steps through the timeline by keys, until what is returned is called. `/` goes to the search.
 *
 * @param step `false`: the key leads nowhere
 */
export const stepThrough = (step: (key: StepKey) => boolean): (() => void) => {
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (isTaken(event.target, event.key)) return
    if (event.key === '/') {
      event.preventDefault()
      document.getElementById('search')?.focus()
    } else if (isStepKey(event.key) && step(event.key)) {
      event.preventDefault()
    }
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}
