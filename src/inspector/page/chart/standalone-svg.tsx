import { renderToString } from 'preact-render-to-string'
import type { Chart } from '../../chart/types.ts'
import { ChartDrawing, type Light } from './ChartDrawing.tsx'

// The chart as a file of its own: it looks the same in a document, where neither the page's colours nor its fonts are.

type Scheme = 'light' | 'dark'

const variable = /--(chart-[\w-]+):\s*(?:var\(--[\w-]+,\s*)?light-dark\(([^,]+),\s*([^)]+)\)/g

const coloursOf = (css: string, scheme: Scheme): ReadonlyMap<string, string> =>
  new Map(
    [...css.matchAll(variable)].map(([, name = '', light = '', dark = '']) => [name, scheme === 'dark' ? dark : light]),
  )

/** The rules without the block of variables, which are told by their values. */
const resolved = (css: string, scheme: Scheme): string => {
  const colours = coloursOf(css, scheme)
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\.chart \{[^}]*\}/, '')
    .replace(/var\(--(chart-[\w-]+)\)/g, (_, name: string) => colours.get(name) ?? 'currentColor')
    .replace(/\s+/g, ' ')
    .replace(/(font: [^;]*?px)[^;]*?(sans-serif|monospace);/g, '$1 $2;')
    .replaceAll('"', '')
    .trim()
}

export interface Picture {
  readonly chart: Chart
  /** What chart.css says. */
  readonly css: string
  readonly title: string
  readonly description: string
  readonly light?: Light
}

const margin = 10

/** A standalone SVG, light or dark as its reader prefers; nothing in it is loaded from elsewhere. */
export const standaloneSvg = ({ chart, css, title, description, light }: Picture): string => {
  const [width, height] = [chart.width + 2 * margin, chart.height + 2 * margin]
  return renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      width={width}
      height={height}
      viewBox={`${-margin} ${-margin} ${width} ${height}`}
      role="img"
      aria-labelledby="title description"
    >
      <title id="title">{title}</title>
      <desc id="description">{description}</desc>
      <style>{`${resolved(css, 'light')} @media (prefers-color-scheme: dark) { ${resolved(css, 'dark')} }`}</style>
      <rect class="chart-sheet" x={-margin} y={-margin} width={width} height={height} rx={12} />
      <ChartDrawing chart={chart} light={light ?? null} />
    </svg>,
  )
}
