import { useSignalEffect } from '@preact/signals'
import { nameOf } from '../journey/state.ts'
import { ChartPanel } from './ChartPanel.tsx'
import { Checkouts } from './Checkouts.tsx'
import { Docks, Places } from './Docks.tsx'
import { checkouts, selected, stateAt } from './desk.ts'
import { isDragging } from './drop.ts'
import { Header } from './Header.tsx'
import { Problems } from './Problems.tsx'
import { chartShare, timelineShare, view } from './panels.ts'
import { SourcesDialog, Welcome } from './Sources.tsx'
import { Splitter } from './Splitter.tsx'
import { Stepper } from './Stepper.tsx'
import { Timeline } from './Timeline.tsx'
import { say, shown } from './words.ts'

/** `confirming · shop – Checkout inspector`: of the moment that is looked at. */
const titleNow = (): string => {
  const checkout = selected.value
  const journey = checkout?.journey.value
  if (!checkout || !journey) return say('title')
  const state = nameOf(stateAt(journey, checkout.position.value).path)
  return `${state} · ${shown(checkout.name.value)} – ${say('title')}`
}

export const App = () => {
  useSignalEffect(() => {
    document.title = titleNow()
  })
  const checkout = selected.value
  return (
    <div class="app" data-dragging={isDragging.value ? '' : undefined}>
      <Header />
      {checkouts.value.length === 0 ? (
        <main id="main" tabIndex={-1}>
          <Welcome />
        </main>
      ) : (
        <div class="desk">
          <Checkouts />
          {checkout && (
            <main
              id="main"
              tabIndex={-1}
              key={checkout.id}
              data-view={view.value}
              style={{ '--timeline': `${timelineShare.value}%` }}
            >
              <Timeline checkout={checkout} />
              <Splitter name="width" orientation="vertical" share={timelineShare} />
              <div class="moment-side" style={{ '--chart': `${chartShare.value}%` }}>
                <Problems checkout={checkout} />
                <ChartPanel checkout={checkout} />
                <Splitter name="height" orientation="horizontal" share={chartShare} />
                <Stepper checkout={checkout} />
                <Docks checkout={checkout} />
              </div>
            </main>
          )}
          <Places />
        </div>
      )}
      <SourcesDialog />
      {isDragging.value && <div class="drop-veil">{say('dropHere')}</div>}
    </div>
  )
}
