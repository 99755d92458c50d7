import type { Signal } from '@preact/signals'
import { isBeginning } from '../../chart/origins.ts'
import type { ChartEdge } from '../../chart/types.ts'
import { lang } from '../preferences.ts'
import type { View } from './view.ts'
import { meaningOfBeginning, meaningOfEvent, wayOf } from './wording.ts'

const tallest = 340

interface Props {
  readonly id: string
  readonly pointed: Signal<ChartEdge | null>
  readonly view: View
  readonly room: { readonly width: number; readonly height: number }
}

/** All the codes of an edge with what they mean, beside its label: where there is more room, above or below. */
export const EdgeCard = ({ id, pointed, view, room }: Props) => {
  const edge = pointed.value
  const [language, { k: scale, x, y }] = [lang.value, view.transform.value]
  if (!edge?.label) return <div id={id} role="tooltip" hidden />
  const { label } = edge
  const middle = x + (label.x + label.width / 2) * scale
  const top = y + label.y * scale
  const bottom = top + label.height * scale
  const isBelow = room.height - bottom > top
  const width = Math.min(380, room.width - 16)
  return (
    <div
      id={id}
      class="edge-card"
      role="tooltip"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where there are many codes.
      tabIndex={0}
      style={{
        width: `${width}px`,
        left: `${Math.min(Math.max(8, middle - width / 2), room.width - width - 8)}px`,
        ...(isBelow ? { top: `${Math.max(0, bottom)}px` } : { bottom: `${Math.max(0, room.height - top)}px` }),
        maxHeight: `${Math.min(tallest, Math.max(120, (isBelow ? room.height - bottom : top) - 8))}px`,
      }}
      onPointerLeave={() => {
        pointed.value = null
      }}
    >
      <strong>{wayOf(edge, language)}</strong>
      {isBeginning(edge) ? (
        <p>{meaningOfBeginning(edge, language)}</p>
      ) : (
        <dl>
          {edge.events.map((event) => (
            <div key={event}>
              <dt>{event}</dt>
              <dd>{meaningOfEvent(event, language)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
