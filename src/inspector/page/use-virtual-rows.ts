import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useState } from 'preact/hooks'

type Rows = Virtualizer<HTMLDivElement, HTMLDivElement>

/** The rows of a list that are in sight, and a few around them. Each is as high as the others. */
export const useVirtualRows = (scroller: RefObject<HTMLDivElement | null>, count: number, height: number): Rows => {
  const [, drawAgain] = useReducer<number, void>((times) => times + 1, 0)
  const options: VirtualizerOptions<HTMLDivElement, HTMLDivElement> = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => drawAgain(),
  }
  const [rows] = useState(() => new Virtualizer(options))
  rows.setOptions(options)
  useLayoutEffect(() => rows._didMount(), [rows])
  useLayoutEffect(() => rows._willUpdate())
  return rows
}
