import { edgeOf, withAncestors } from '../../chart/lookups.ts'
import type { Chart, ChartEdge, ChartState } from '../../chart/types.ts'
import { EdgeLabel, EdgeLine } from './EdgeDrawing.tsx'
import type { Handling } from './handle.ts'
import { StateDrawing } from './StateDrawing.tsx'

/** What is lit. Without it the chart is drawn as it is, with nothing dimmed. */
export interface Light {
  /** The innermost active state, by its path in the machine. */
  readonly active: string
  /** The edges taken just now, by their ids. */
  readonly taken: readonly string[]
  /** Paths of the states in which the checkout has been. */
  readonly visited: ReadonlySet<string>
}

interface Props {
  readonly chart: Chart
  readonly light?: Light | null
  readonly handling?: Handling | null
}

const litOf = (chart: Chart, { taken }: Light): ReadonlySet<string> =>
  new Set(
    taken.flatMap((id) => {
      const [source = '', target = ''] = id.split('>')
      return edgeOf(chart, source, target)?.id ?? []
    }),
  )

const depthOf = ({ path }: ChartState): number => path.split('.').length

/** The chart's states, edges and labels, for an `svg` of its size. */
export const ChartDrawing = ({ chart, light = null, handling = null }: Props) => {
  const active = new Set(light ? withAncestors(light.active) : [])
  const seen = new Set([...(light?.visited ?? []), ...active].flatMap(withAncestors))
  const taken = light ? litOf(chart, light) : new Set<string>()
  const isDim = (path: string): boolean => light !== null && !seen.has(path)
  const edgeProps = (edge: ChartEdge) => ({
    edge,
    isTaken: taken.has(edge.id),
    isDim: !taken.has(edge.id) && (isDim(edge.target) || (isDim(edge.source) && edge.events.length > 0)),
    handling,
  })
  // What has just been taken lies over the rest.
  const edges = [...chart.edges].sort((one, other) => Number(taken.has(one.id)) - Number(taken.has(other.id)))
  return (
    <g class="chart-drawing">
      {[...chart.states]
        .sort((one, other) => depthOf(one) - depthOf(other))
        .map((state) => (
          <StateDrawing
            key={state.path}
            state={state}
            isOpen={chart.states.some(({ parent }) => parent === state.path)}
            isActive={active.has(state.path)}
            isDim={isDim(state.path)}
            handling={handling}
          />
        ))}
      {edges.map((edge) => (
        <EdgeLine key={edge.id} {...edgeProps(edge)} />
      ))}
      {edges.map((edge) => (
        <EdgeLabel key={edge.id} {...edgeProps(edge)} />
      ))}
    </g>
  )
}
