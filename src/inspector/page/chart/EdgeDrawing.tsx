import { codeSize, lineHeight } from '../../chart/measures.ts'
import { headerOf, isBeginning, isChip } from '../../chart/origins.ts'
import type { ChartEdge } from '../../chart/types.ts'
import { headPath, linePath } from './edge-path.ts'
import { type Handling, handle } from './handle.ts'

interface Props {
  readonly edge: ChartEdge
  readonly isTaken: boolean
  readonly isDim: boolean
  readonly handling: Handling | null
}

/** Nothing but the merchant's own word ends a checkout that was not paid: these edges are drawn apart. */
const isClosing = ({ events }: ChartEdge): boolean => events.every((event) => event === 'checkout.close')

const kindOf = (edge: ChartEdge): string =>
  isBeginning(edge) ? 'beginning' : isChip(edge) ? 'any' : isClosing(edge) ? 'closing' : 'plain'

const flags = ({ edge, isTaken, isDim }: Props) => ({
  'data-kind': kindOf(edge),
  'data-taken': isTaken || undefined,
  'data-dim': isDim || undefined,
})

const pointed = ({ edge, handling }: Props) =>
  handling && {
    onPointerEnter: () => handling.onPoint(edge),
    onPointerLeave: ({ relatedTarget }: { readonly relatedTarget: EventTarget | null }) =>
      handling.onPoint(null, relatedTarget),
  }

export const EdgeLine = (props: Props) => {
  const { points } = props.edge
  return (
    <g class="chart-edge" {...flags(props)} {...pointed(props)}>
      {props.handling && <path class="chart-reach" d={linePath(points)} />}
      <path class="chart-line" d={linePath(points)} />
      <path class="chart-head" d={headPath(points)} />
    </g>
  )
}

export const EdgeLabel = (props: Props) => {
  const { edge, handling } = props
  if (!edge.label) return null
  const { x, y, width, height, lines } = edge.label
  const header = headerOf(edge)
  return (
    <g
      class="chart-label"
      data-edge={edge.id}
      {...flags(props)}
      {...pointed(props)}
      {...(handling && {
        ...handle(edge.id, handling, () => handling.onPoint(edge)),
        role: 'img',
        'aria-label': handling.nameOfEdge(edge),
        ...(handling.current === edge.id && { 'aria-describedby': handling.card }),
      })}
    >
      <rect class="chart-paper" x={x} y={y} width={width} height={height} rx={isChip(edge) ? 8 : 4} />
      <text class="chart-codes" text-anchor="middle">
        {[...header, ...lines].map((line, at) => (
          <tspan
            key={line}
            class={at < header.length ? 'chart-any' : undefined}
            x={x + width / 2}
            y={y + 4 + at * lineHeight + codeSize}
          >
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
}
