import { useSignal } from '@preact/signals'
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import { drawnState } from '../../chart/lookups.ts'
import type { Chart, ChartEdge } from '../../chart/types.ts'
import { lang } from '../preferences.ts'
import { ChartDrawing } from './ChartDrawing.tsx'
import { ChartTools } from './ChartTools.tsx'
import { EdgeCard } from './EdgeCard.tsx'
import { directionOf, itemsOf, neighbourOf } from './neighbours.ts'
import { useView } from './use-view.ts'
import { nameOfEdge, namesOf, sayOf } from './wording.ts'
import './chart.css'
import './statechart.css'

interface Props {
  readonly chart: Chart
  /** Of the innermost state, its path in the machine. */
  readonly active: string
  /** The edges taken just now: `source>target`, by paths. */
  readonly taken: readonly string[]
  readonly visited: ReadonlySet<string>
  /** Somebody wants to see that state. */
  onPick(path: string): void
}

const step = 60

const isCard = (went?: EventTarget | null): boolean => went instanceof Element && went.closest('.edge-card') !== null

/** The statechart, to be looked at: the wheel, two fingers, a drag, a double click and keys move it. */
export const Statechart = ({ chart, active, taken, visited, onPick }: Props) => {
  const svg = useRef<SVGSVGElement>(null)
  const drawing = useRef<SVGGElement>(null)
  const pointed = useSignal<ChartEdge | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const id = useId()
  const items = useMemo(() => itemsOf(chart), [chart])
  const activeState = drawnState(chart, active)
  const { view, room } = useView(svg, drawing, chart, activeState)
  const language = lang.value
  const current = chosen ?? activeState?.path ?? null

  useEffect(() => {
    if (activeState) view?.reveal(activeState)
  }, [view, activeState])

  const choose = (id: string): void => {
    const item = items.find((candidate) => candidate.id === id)
    setChosen(id)
    pointed.value = chart.edges.find((edge) => edge.id === id) ?? null
    if (item) view?.reveal(item.box)
  }
  const focusOn = (id: string): void =>
    svg.current?.querySelector<SVGGElement>(`[data-item="${CSS.escape(id)}"]`)?.focus()
  /** The arrow keys: from one thing to the next within the chart; on the chart itself they move it. */
  const go = (key: string, target: EventTarget | null): boolean => {
    const direction = directionOf(key)
    if (!direction) return false
    const from = items.find((item) => item.id === (target as Element | null)?.getAttribute('data-item'))
    if (!from) view?.panBy({ x: -direction.x * step, y: -direction.y * step })
    const next = from && neighbourOf(items, from, direction)
    if (next) focusOn(next.id)
    return true
  }
  /** Whoever has read in it is then at what it tells of. */
  const putCardAway = (target: EventTarget | null): void => {
    if (isCard(target) && pointed.value) focusOn(pointed.value.id)
    pointed.value = null
  }
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // What is read is scrolled by the same keys.
    if (isCard(event.target) && event.key !== 'Escape') return
    const isKnown = (): boolean => {
      if (event.key === 'Escape' && pointed.value) putCardAway(event.target)
      else if (event.key === '+' || event.key === '=') view?.zoomBy(1.3)
      else if (event.key === '-' || event.key === '_') view?.zoomBy(1 / 1.3)
      else if (event.key === '0') view?.fit()
      else return go(event.key, event.target)
      return true
    }
    if (!isKnown()) return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what the chart within it does not take.
    <div
      class="statechart"
      onKeyDown={press}
      onFocusOut={({ relatedTarget }) => {
        // It stays while it is read; another edge brings its own.
        if (!isCard(relatedTarget)) pointed.value = null
      }}
    >
      {/* biome-ignore-start lint/a11y: an SVG has no elements for a group and for what keys move. Escape does what a click does. */}
      <svg
        ref={svg}
        class="chart"
        role="group"
        tabindex={0}
        aria-label={sayOf('chart', language)}
        aria-describedby={`${id}-hint`}
        onClick={() => {
          pointed.value = null
        }}
      >
        {/* biome-ignore-end lint/a11y: as above */}
        <desc id={`${id}-hint`}>{sayOf('hint', language)}</desc>
        <g ref={drawing}>
          <ChartDrawing
            chart={chart}
            light={{ active, taken, visited }}
            handling={{
              current,
              nameOfState: ({ path }) => namesOf(path),
              nameOfEdge: (edge) => nameOfEdge(edge, language),
              onPick,
              card: `${id}-card`,
              onPoint: (edge, went) => {
                // It can be read through with the pointer on it.
                if (edge || !isCard(went)) pointed.value = edge
              },
              onCurrent: choose,
            }}
          />
        </g>
      </svg>
      {view && (
        <>
          <EdgeCard id={`${id}-card`} pointed={pointed} view={view} room={room} />
          <ChartTools view={view} language={language} />
        </>
      )}
    </div>
  )
}
