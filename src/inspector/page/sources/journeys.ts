import { batch } from '@preact/signals'
import { createJourneys } from '../../journey/journeys.ts'
import type { OpenCheckout } from '../desk.ts'

// What is known of all that lies open. The model keeps it, and bounds it; the desk shows it.

/** Milliseconds. Of thousands of moments a second, nobody sees more than this. */
const PAUSE = 100

const shownAs = new Map<string, OpenCheckout>()

/** Told of journeys that are shown as nothing yet, and of those that the model has let go. */
interface Listener {
  began(id: string): void
  wentAway(checkout: OpenCheckout): void
}
let listener: Listener | undefined

const show = (id: string): void => {
  const journey = journeys.get(id)
  const checkout = shownAs.get(id)
  if (!journey) {
    shownAs.delete(id)
    if (checkout) listener?.wentAway(checkout)
  } else if (checkout) checkout.journey.value = journey
  else listener?.began(id)
}

const changed = new Set<string>()
let timer: ReturnType<typeof setTimeout> | undefined
let shownAt = Number.NEGATIVE_INFINITY

/** Shows what has changed, all of it at once. */
export const showChanges = (): void => {
  clearTimeout(timer)
  timer = undefined
  const ids = [...changed]
  changed.clear()
  batch(() => ids.forEach(show))
  shownAt = performance.now()
}

export const journeys = createJourneys({
  onChange(id) {
    changed.add(id)
    timer ??= setTimeout(showChanges, Math.max(0, shownAt + PAUSE - performance.now()))
  },
})

/** Shows the journey as that checkout, from now on. */
export const showAs = (checkout: OpenCheckout, id: string): void => {
  shownAs.set(id, checkout)
  checkout.journey.value = journeys.get(id) ?? null
}

export const listenToJourneys = (to: Listener): void => {
  listener = to
}

/** Nobody looks at that checkout any more. */
export const letGoOf = (checkout: OpenCheckout): void => {
  const id = checkout.journey.peek()?.id
  if (id === undefined) return
  shownAs.delete(id)
  journeys.remove(id)
}
