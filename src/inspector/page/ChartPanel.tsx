import chart from 'virtual:statechart'
import { useMemo } from 'preact/hooks'
import { takenAt } from '../journey/taken-at.ts'
import { visitedBy } from '../journey/visited.ts'
import { Statechart } from './chart/Statechart.tsx'
import { firstPosition, goTo, indexOf, lastPosition, type OpenCheckout, stateAt } from './desk.ts'
import { say } from './words.ts'

/** The next position at which that state is entered; from the end it goes on at the beginning. */
const nextEntry = (checkout: OpenCheckout, path: string): number | null => {
  const journey = checkout.journey.value
  if (!journey) return null
  const isIn = (position: number): boolean => `${stateAt(journey, position).path}.`.startsWith(`${path}.`)
  const [first, last] = [firstPosition(journey), lastPosition(journey)]
  const count = last - first + 1
  for (let step = 1; step <= count; step += 1) {
    const position = first + ((checkout.position.value - first + step) % count)
    if (isIn(position) && (position === first || !isIn(position - 1))) return position
  }
  return null
}

/** The statechart, as it is at the moment that is looked at. */
export const ChartPanel = ({ checkout }: { readonly checkout: OpenCheckout }) => {
  const journey = checkout.journey.value
  const position = checkout.position.value
  const visited = useMemo(
    () => (journey ? visitedBy(journey, indexOf(journey, position)) : new Set<string>()),
    [journey, position],
  )
  if (!journey) return null
  const pick = (path: string): void => {
    const entry = nextEntry(checkout, path)
    if (entry !== null) goTo(checkout, entry)
  }
  return (
    <section class="chart-panel panel" aria-label={say('chart')}>
      <Statechart
        chart={chart}
        active={stateAt(journey, position).path}
        taken={takenAt(journey, indexOf(journey, position))}
        visited={visited}
        onPick={pick}
      />
    </section>
  )
}
