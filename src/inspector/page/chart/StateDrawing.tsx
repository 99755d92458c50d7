import { nameSize } from '../../chart/measures.ts'
import type { ChartState } from '../../chart/types.ts'
import { toneOfPath } from '../tones.ts'
import { type Handling, handle } from './handle.ts'

interface Props {
  readonly state: ChartState
  /** Others are drawn in it. */
  readonly isOpen: boolean
  readonly isActive: boolean
  readonly isDim: boolean
  readonly handling: Handling | null
}

const levelOf = (path: string): string => {
  const depth = path.split('.').length
  return depth === 4 ? 'form' : depth === 3 || !path.startsWith('live') ? 'state' : depth === 2 ? 'phase' : 'whole'
}

export const StateDrawing = ({ state, isOpen, isActive, isDim, handling }: Props) => {
  const { path, name, kind, x, y, width, height } = state
  const level = levelOf(path)
  const radius = level === 'form' ? height / 2 : level === 'state' ? 9 : 12
  return (
    <g
      class="chart-state"
      data-path={path}
      data-level={level}
      data-leaf={!isOpen || undefined}
      data-tone={toneOfPath(path)}
      data-active={isActive || undefined}
      data-dim={isDim || undefined}
      {...(handling && {
        ...handle(path, handling, () => handling.onPick(path)),
        role: 'button',
        'aria-label': handling.nameOfState(state),
        ...(isActive && { 'aria-current': 'step' as const }),
      })}
    >
      <rect class="chart-box" x={x} y={y} width={width} height={height} rx={radius} />
      {kind === 'final' && (
        <rect class="chart-end" x={x + 3} y={y + 3} width={width - 6} height={height - 6} rx={radius - 3} />
      )}
      <text
        class="chart-name"
        x={isOpen ? x + 14 : x + width / 2}
        y={isOpen ? y + 19 : y + height / 2 + nameSize * 0.36}
        text-anchor={isOpen ? 'start' : 'middle'}
      >
        {name}
      </text>
    </g>
  )
}
