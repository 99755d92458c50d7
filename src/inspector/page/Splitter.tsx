import type { Signal } from '@preact/signals'
import type { TargetedPointerEvent } from 'preact'
import { useRef } from 'preact/hooks'
import type { TextName } from './texts.ts'
import { say } from './words.ts'

interface Props {
  readonly name: TextName
  /** `vertical`: between left and right. */
  readonly orientation: 'vertical' | 'horizontal'
  /** The share, in percent, of what comes before it. */
  readonly share: Signal<number>
}

const [LEAST, MOST, STEP] = [20, 80, 4]

/** Divides the room between two parts: by dragging, and by the arrow keys. A double click gives it back. */
export const Splitter = ({ name, orientation, share }: Props) => {
  const usual = useRef(share.peek())
  const set = (percent: number): void => {
    share.value = Math.min(Math.max(percent, LEAST), MOST)
  }
  const drag = ({ currentTarget, pointerId, clientX, clientY }: TargetedPointerEvent<HTMLHRElement>): void => {
    const room = currentTarget.parentElement?.getBoundingClientRect()
    if (!room || !currentTarget.hasPointerCapture(pointerId)) return
    const part = orientation === 'vertical' ? (clientX - room.x) / room.width : (clientY - room.y) / room.height
    set(part * 100)
  }
  return (
    <hr
      class="splitter"
      tabIndex={0}
      aria-label={say(name)}
      aria-orientation={orientation}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={Math.round(share.value)}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={drag}
      onDblClick={() => set(usual.current)}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -STEP, ArrowUp: -STEP, ArrowRight: STEP, ArrowDown: STEP }[event.key]
        if (step === undefined) return
        event.preventDefault()
        event.stopPropagation()
        set(share.value + step)
      }}
    />
  )
}
