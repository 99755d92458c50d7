import type { OpenCheckout } from './desk.ts'
import { Export } from './Export.tsx'
import { MomentView } from './MomentView.tsx'
import { type Dock, dock, docks, type View, view } from './panels.ts'
import { Send } from './Send.tsx'
import type { TextName } from './texts.ts'
import { say } from './words.ts'

const contents: Readonly<Record<Dock, typeof MomentView>> = { moment: MomentView, send: Send, export: Export }

/** Arrows go from one tab to the next, as everywhere. */
const onTabKey = (event: KeyboardEvent): void => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const next = docks[(docks.indexOf(dock.value) + step + docks.length) % docks.length] ?? 'moment'
  dock.value = next
  document.getElementById(`tab-${next}`)?.focus()
}

/** What can be read, and done, below the chart. */
export const Docks = ({ checkout }: { readonly checkout: OpenCheckout }) => {
  const Content = contents[dock.value]
  return (
    <section class="docks panel" aria-label={say(dock.value)}>
      <div class="tabs bar" role="tablist" onKeyDown={onTabKey}>
        {docks.map((each) => (
          <button
            key={each}
            id={`tab-${each}`}
            type="button"
            role="tab"
            aria-selected={dock.value === each}
            aria-controls="dock"
            tabIndex={dock.value === each ? 0 : -1}
            onClick={() => (dock.value = each)}
          >
            {say(each)}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keys. */}
      <div id="dock" class="dock" role="tabpanel" aria-labelledby={`tab-${dock.value}`} tabIndex={0}>
        <Content checkout={checkout} />
      </div>
    </section>
  )
}

interface Place {
  readonly name: TextName
  readonly view: View
  readonly dock?: Dock
}

const places: readonly Place[] = [
  { name: 'timeline', view: 'timeline' },
  { name: 'chart', view: 'chart' },
  ...docks.map((each): Place => ({ name: each, view: 'dock', dock: each })),
]

const isHere = (place: Place): boolean =>
  place.view === view.value && (place.dock === undefined || place.dock === dock.value)

/** On a narrow page, the way from one part to the other. */
export const Places = () => (
  <nav class="places" aria-label={say('panels')}>
    {places.map((place) => (
      <button
        key={place.name}
        type="button"
        aria-current={isHere(place) ? 'true' : undefined}
        onClick={() => {
          view.value = place.view
          if (place.dock) dock.value = place.dock
        }}
      >
        {say(place.name)}
      </button>
    ))}
  </nav>
)
