import chart from 'virtual:statechart'
import { takenAt } from '../journey/taken-at.ts'
import { visitedBy } from '../journey/visited.ts'
import { exportSvg } from './chart/export-svg.ts'
import { indexOf, type OpenCheckout, stateAt } from './desk.ts'
import { say, shown } from './words.ts'

/** The chart as it stands, as an SVG file; empty where nothing is known yet. */
export const drawPicture = (checkout: OpenCheckout): string => {
  const journey = checkout.journey.value
  if (!journey) return ''
  const position = checkout.position.value
  const index = indexOf(journey, position)
  const { path } = stateAt(journey, position)
  return exportSvg({
    chart,
    title: shown(checkout.name.value),
    description: `${say('state')}: ${path} (${position})`,
    light: { active: path, taken: takenAt(journey, index), visited: visitedBy(journey, index) },
  })
}
