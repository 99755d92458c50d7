import { readFileSync } from 'node:fs'
import { overview, statechart } from '../src/inspector/chart/statechart.ts'
import { standaloneSvg } from '../src/inspector/page/chart/standalone-svg.tsx'

// The pictures of docs/lifecycle.md and of the READMEs: those of the inspector's page, drawn from the statechart itself.

const css = readFileSync('src/inspector/page/chart/chart.css', 'utf8')

const description =
  'Three phases, preparing, flight and resting, and five final states: succeeded, failed, cancelled, errored and ' +
  'unresolved. Dotted labels lead from any state around their target, dashed lines are checkout.close.'

/** The pictures, by their files' names. */
export const chartPictures = async (): Promise<Readonly<Record<string, string>>> => ({
  'docs/statechart.svg': standaloneSvg({
    chart: await statechart(),
    css,
    title: 'All states of a checkout, and all that leads from one to another',
    description,
  }),
  'docs/statechart-overview.svg': standaloneSvg({
    chart: await overview(),
    css,
    title: 'The states of a checkout, and what leads from one to the other',
    description,
  }),
})
