import { batch, effect, signal } from '@preact/signals'
import type { ConnectedInspector } from '../../../src/inspect/connect.ts'
import { createPlay, type Play, type PlayState } from '../component/play.ts'
import { createPlayClock } from '../component/play-clock.ts'
import { type ScenarioName, scenarioOf } from '../scenarios/scenarios.ts'
import { connectTo } from './inspector.ts'
import { addressWith, isHeldAtFirst, lang, scenarioName, speed } from './settings.ts'
import { afterWallet } from './wallet-answer.ts'

// The one run that is on the page, and the clock by which it goes.

export const clock = createPlayClock({
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (id) => clearTimeout(id as number),
})

export const isHeld = signal(false)
export const play = signal<Play | null>(null)
export const state = signal<PlayState | null>(null)

let inspector: ConnectedInspector | undefined

effect(() => clock.setSpeed(speed.value))
effect(() => (isHeld.value ? clock.hold() : clock.release()))

/** @param returning the id of the checkout to which the buyer comes back */
export const start = (name: ScenarioName, returning: string | null = null): void => {
  play.value?.stop()
  inspector?.close()
  clock.clear()
  const scenario = scenarioOf(name)
  inspector = connectTo(scenario.title[lang.value])
  const id = returning ?? crypto.randomUUID()
  const next = createPlay({
    scenario: returning === null ? scenario : afterWallet(scenario, returning),
    clock,
    isReturning: returning !== null,
    ...(inspector && { inspect: inspector.inspect }),
    // Only where the buyer leaves is there anything to be found again.
    ...(scenario.afterReturn && { storage: sessionStorage, id }),
    onLeave() {
      const address = addressWith({ returning: id })
      // The browser's own way back leads to the same checkout as the wallet's.
      history.replaceState(null, '', address)
      location.assign(`./wallet.html${address}`)
    },
  })
  inspector?.control(next.checkout)
  next.subscribe(() => {
    state.value = next.getState()
  })
  batch(() => {
    scenarioName.value = name
    play.value = next
    state.value = next.getState()
  })
  next.begin()
}

export const begin = (returning: string | null): void => {
  isHeld.value = isHeldAtFirst
  start(scenarioName.value, returning)
}

/** One thing, and then it stands still again. */
export const stepOn = (): void => {
  isHeld.value = true
  clock.toNext()
}
