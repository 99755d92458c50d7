import type { Chart, ChartEdge, ChartState } from './types.ts'

// From the machine's paths to what is drawn of them.

const parentOf = (path: string): string | null => (path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : null)

/** The innermost state of the chart that a path of the machine is in; `null` for a path that is not the machine's. */
export const drawnState = ({ states }: Pick<Chart, 'states'>, path: string): ChartState | null => {
  for (let at: string | null = path; at !== null; at = parentOf(at)) {
    const found = states.find((state) => state.path === at)
    if (found) return found
  }
  return null
}

/** The edge that stands for a transition from one path of the machine to another. */
export const edgeOf = (chart: Pick<Chart, 'states' | 'edges'>, source: string, target: string): ChartEdge | null => {
  const exact = chart.edges.find(({ id }) => id === `${source}>${target}`)
  if (exact) return exact
  const [from, to] = [drawnState(chart, source)?.path, drawnState(chart, target)?.path]
  return chart.edges.find(({ id }) => id === `${from}>${to}`) ?? null
}

/** A state and all that it is in, outermost last. */
export const withAncestors = (path: string): readonly string[] => {
  const parent = parentOf(path)
  return parent === null ? [path] : [path, ...withAncestors(parent)]
}
