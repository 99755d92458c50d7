import type { Virtualizer } from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Sight {
  /** Of the selected row; -1: it is not among them. */
  readonly selected: number
  readonly count: number
  /** The newest row is the selected one, whichever it is. */
  readonly isFollowing: boolean
  readonly rowHeight: number
}

/**
 * Keeps the selected row in sight: when another one is selected, and when the newest is and the list grows. Then only
 * for somebody who is at its end: who has scrolled away is reading.
 */
export const useSight = (
  scroller: RefObject<HTMLDivElement | null>,
  rows: Virtualizer<HTMLDivElement, HTMLDivElement>,
  { selected, count, isFollowing, rowHeight }: Sight,
): (() => void) => {
  const isAtEnd = useRef(true)
  const seen = useRef({ selected: -1, count: -1, isFollowing: false })
  useLayoutEffect(() => {
    const before = seen.current
    seen.current = { selected, count, isFollowing }
    if (selected < 0) return
    const isNew = isFollowing ? !before.isFollowing : before.isFollowing || before.selected !== selected
    const isGrown = before.count !== count
    if (!isNew && !isGrown) return
    if (isNew || !isFollowing || isAtEnd.current) rows.scrollToIndex(selected, { align: isFollowing ? 'end' : 'auto' })
  })
  return () => {
    const element = scroller.current
    if (element) isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < rowHeight
  }
}
