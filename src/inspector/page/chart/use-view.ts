import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Box, Chart } from '../../chart/types.ts'
import { createView, type View } from './view.ts'

interface Room {
  readonly width: number
  readonly height: number
}

/** The view of a chart, for as long as it stands in the page; it begins anew when there is another room for it. */
export const useView = (
  svg: RefObject<SVGSVGElement | null>,
  drawing: RefObject<SVGGElement | null>,
  chart: Chart,
  active: Box | null,
): { readonly view: View | null; readonly room: Room } => {
  const [view, setView] = useState<View | null>(null)
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 })
  const place = useRef(active)
  place.current = active

  // biome-ignore lint/correctness/useExhaustiveDependencies: an element stays the same while its component lives.
  useEffect(() => {
    if (!svg.current || !drawing.current) return
    const element = svg.current
    const created = createView(element, drawing.current, chart)
    setView(created)
    const observer = new ResizeObserver(() => {
      setRoom({ width: element.clientWidth, height: element.clientHeight })
      created.begin(place.current ?? undefined)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      created.dispose()
    }
  }, [chart])

  return { view, room }
}
