import { readFileSync } from 'node:fs'
import { overview, statechart } from '../src/inspector/chart/statechart.ts'
import type { Chart } from '../src/inspector/chart/types.ts'
import { standaloneSvg } from '../src/inspector/page/chart/standalone-svg.tsx'

// The pictures of docs/lifecycle.md and of the READMEs: those of the inspector's page, drawn from the statechart itself.

const css = readFileSync('src/inspector/page/chart/chart.css', 'utf8')

const description =
  'Three phases, preparing, flight and resting, and five final states: succeeded, failed, cancelled, errored and ' +
  'unresolved. Dotted labels lead from any state around their target, dashed lines are checkout.close.'

/** With a line for each state, edge and label: what has changed can be seen. */
const draw = (chart: Chart, title: string): string =>
  standaloneSvg({ chart, css, title, description }).replaceAll('<g class', '\n<g class')

/** The pictures, by their files' names. */
export const chartPictures = async (): Promise<Readonly<Record<string, string>>> => ({
  'docs/statechart.svg': draw(await statechart(), 'All states of a checkout, and all that leads from one to another'),
  'docs/statechart-overview.svg': draw(
    await overview(),
    'The states of a checkout, and what leads from one to the other',
  ),
})
