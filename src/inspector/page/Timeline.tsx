import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { factsOf } from '../journey/facts.ts'
import { firstPosition, goTo, indexOf, lastPosition, momentAt, type OpenCheckout, stateAt } from './desk.ts'
import { stepFrom, stepThrough } from './keys.ts'
import { findRows } from './rows.ts'
import { TimelineFilter } from './TimelineFilter.tsx'
import { BeginningRow, MomentRow, ROW_HEIGHT } from './TimelineRow.tsx'
import { useSight } from './use-sight.ts'
import { useVirtualRows } from './use-virtual-rows.ts'
import { numbers, say } from './words.ts'

/** What happened, one row a moment: only the rows in sight are in the page. */
export const Timeline = ({ checkout }: { readonly checkout: OpenCheckout }) => {
  const scroller = useRef<HTMLDivElement>(null)
  const found = useMemo(() => findRows(checkout), [checkout])
  const journey = checkout.journey.value
  const position = checkout.position.value
  const isFollowing = checkout.isFollowing.value

  const first = journey ? firstPosition(journey) : 0
  const last = journey ? lastPosition(journey) : 0
  const positions = found.value
  const count = positions ? positions.length : last - first + (journey ? 1 : 0)
  const positionOf = (index: number): number => (positions ? (positions[index] ?? 0) : first + index)
  const selectedIndex = positions ? positions.indexOf(position) : position - first

  const rows = useVirtualRows(scroller, count, ROW_HEIGHT)
  const sight = { selected: selectedIndex, count, isFollowing, rowHeight: ROW_HEIGHT }
  const onScroll = useSight(scroller, rows, sight)

  useLayoutEffect(() =>
    stepThrough((key) => {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1)
      const to = stepFrom(key, { position, page, count, positionOf })
      if (to !== null) goTo(checkout, to)
      return to !== null
    }),
  )

  return (
    <section class="timeline panel" aria-label={say('timeline')}>
      <TimelineFilter found={positions?.length ?? null} onLeave={() => scroller.current?.focus()} />
      {journey && journey.dropped > 0 && (
        <p class="hint bar">
          {numbers(journey.dropped)} {say('cutOff')}
        </p>
      )}
      {positions?.length === 0 && <p class="empty">{say('nothingMatches')}</p>}
      {!journey && <p class="empty">{say(checkout.failure.value ?? 'opening')}</p>}
      <div
        id="timeline"
        class="rows"
        ref={scroller}
        onScroll={onScroll}
        role="listbox"
        tabIndex={0}
        aria-label={say('timeline')}
        aria-activedescendant={selectedIndex >= 0 ? `moment-${position}` : undefined}
      >
        <div class="rows-all" role="presentation" style={{ height: `${rows.getTotalSize()}px` }}>
          {journey &&
            rows.getVirtualItems().map(({ index, start }) => {
              const at = positionOf(index)
              const moment = momentAt(journey, at)
              const facts = factsOf(journey, indexOf(journey, at))
              const place = { at, start, index, count, isSelected: at === position, onPick: () => goTo(checkout, at) }
              return moment && facts ? (
                <MomentRow
                  key={at}
                  {...place}
                  moment={moment}
                  facts={facts}
                  before={stateAt(journey, at - 1)}
                  since={journey.moments[at - first - 2]?.t ?? 0}
                />
              ) : (
                at === first && <BeginningRow key={at} {...place} state={journey.first} />
              )
            })}
        </div>
      </div>
    </section>
  )
}
