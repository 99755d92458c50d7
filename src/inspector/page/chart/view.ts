import { type Signal, signal } from '@preact/signals'
import { type Selection, select, type TransitionLike } from 'd3-selection'
import { type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom'
import type { Box, Point } from '../../chart/types.ts'

// The part of the chart that is looked at, and how large: d3-zoom hears wheel, pinch, drag and double click; the rest is
// told here. The drawing is moved by its `transform`, without being drawn anew.

const smallest = 0.15
const largest = 3
/** Below this, names cannot be read: then the chart is not fitted at first, but begins at what is active. */
const readable = 0.62
const margin = 16
const piece = 80
const moment = 220

export interface View {
  /** Where the chart's corner is, and its scale. */
  readonly transform: Signal<ZoomTransform>
  zoomBy(factor: number): void
  panBy(step: Point): void
  fit(): void
  /** Shows that place, if it is out of view. */
  reveal(box: Box): void
  /** As at first, with that place in view; until somebody has moved the view. */
  begin(box: Box | undefined): void
  dispose(): void
}

type Svg = Selection<SVGSVGElement, unknown, null, undefined>
// d3-zoom brings d3-transition along, which adds this to every selection.
type Moving = Svg & {
  interrupt(): Svg
  transition(): { duration(ms: number): TransitionLike<SVGSVGElement, unknown> }
}

const isCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

export const createView = (svg: SVGSVGElement, drawing: SVGGElement, size: Pick<Box, 'width' | 'height'>): View => {
  const transform = signal(zoomIdentity)
  const selection = select(svg)
  let isMoved = false

  /** However far it is dragged, a piece of the chart stays in view. */
  const kept = ({ x, y, k }: ZoomTransform): ZoomTransform => {
    const clamped = (at: number, length: number, room: number): number =>
      Math.min(Math.max(at, piece - length * k), room - piece)
    return zoomIdentity
      .translate(clamped(x, size.width, svg.clientWidth), clamped(y, size.height, svg.clientHeight))
      .scale(k)
  }

  const behaviour = zoom<SVGSVGElement, unknown>()
    .extent(() => [
      [0, 0],
      [svg.clientWidth, svg.clientHeight],
    ])
    .scaleExtent([smallest, largest])
    .constrain(kept)
    .duration(isCalm() ? 0 : moment)
    .on('zoom', (event: { readonly transform: ZoomTransform; readonly sourceEvent: unknown }) => {
      transform.value = event.transform
      drawing.setAttribute('transform', event.transform.toString())
      if (event.sourceEvent) isMoved = true
    })

  const show = (next: ZoomTransform, isSmooth: boolean): void => {
    if (!isSmooth || isCalm()) behaviour.transform(selection, next)
    else behaviour.transform((selection as Moving).transition().duration(moment), next)
  }
  /** With that scale, and that point in the middle. */
  const around = ({ x, y }: Point, scale: number): ZoomTransform =>
    zoomIdentity.translate(svg.clientWidth / 2 - x * scale, svg.clientHeight / 2 - y * scale).scale(scale)

  const middle = { x: size.width / 2, y: size.height / 2 }
  const fittingScale = (): number =>
    Math.min(svg.clientWidth / (size.width + 2 * margin), svg.clientHeight / (size.height + 2 * margin), 1.25)

  const isInView = ({ x, y, width, height }: Box): boolean => {
    const [left, top] = transform.value.apply([x, y])
    const [right, bottom] = transform.value.apply([x + width, y + height])
    return left >= 0 && top >= 0 && right <= svg.clientWidth && bottom <= svg.clientHeight
  }
  const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })
  const hasRoom = (): boolean => svg.clientWidth > 0 && svg.clientHeight > 0

  /** As much of the chart as there is room for, that place among it. */
  const withinChart = (box: Box | undefined, scale: number): ZoomTransform => {
    const [halfWidth, halfHeight] = [svg.clientWidth / scale / 2, svg.clientHeight / scale / 2]
    const within = (at: number, half: number, length: number): number =>
      2 * half >= length ? length / 2 : Math.min(Math.max(at, half - margin), length - half + margin)
    const { x, y } = box ? middleOf(box) : { x: middle.x, y: 0 }
    return around({ x: within(x, halfWidth, size.width), y: within(y, halfHeight, size.height) }, scale)
  }

  selection.call(behaviour)

  return {
    transform,
    zoomBy: (factor) => {
      isMoved = true
      const [x, y] = transform.value.invert([svg.clientWidth / 2, svg.clientHeight / 2])
      show(around({ x, y }, Math.min(Math.max(transform.value.k * factor, smallest), largest)), true)
    },
    panBy: ({ x, y }) => {
      isMoved = true
      behaviour.translateBy(selection, x / transform.value.k, y / transform.value.k)
    },
    fit: () => {
      isMoved = true
      if (hasRoom()) show(around(middle, fittingScale()), true)
    },
    reveal: (box) => {
      if (hasRoom() && !isInView(box)) show(withinChart(box, transform.value.k), true)
    },
    begin: (box) => {
      if (!isMoved && hasRoom()) show(withinChart(box, Math.max(fittingScale(), readable)), false)
    },
    dispose: () => {
      ;(selection as Moving).interrupt().on('.zoom', null)
    },
  }
}
