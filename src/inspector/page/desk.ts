import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Journey, Moment, Problem, State } from '../journey/types.ts'
import type { Intervention } from '../protocol.ts'
import type { TextName } from './texts.ts'

// What lies open: each checkout that is looked at, and which moment of it.

/** How far a trace has been read. */
export interface Progress {
  /** From 0 to 1; `null`: nobody knows. */
  readonly share: number | null
  cancel(): void
}

/** Why a checkout takes no events from here; `allowed`: it does. */
export type Sending = 'allowed' | 'noSendTrace' | 'noSendGone' | 'noSendWindow' | 'noSendControl'

export interface OpenCheckout {
  readonly id: string
  readonly name: Signal<string>
  readonly kind: Journey['source']
  /** Where it comes from. */
  readonly from: string | TextName
  /** `null`: nothing is known of it yet. A new object whenever something of it has changed. */
  readonly journey: Signal<Journey | null>
  readonly progress: Signal<Progress | null>
  readonly problems: Signal<{ readonly count: number; readonly first: readonly Problem[] }>
  /** It could not be opened, and why. */
  readonly failure: Signal<TextName | null>
  readonly sending: ReadonlySignal<Sending>
  /** The moment that was chosen, counted from the checkout's beginning; `null`: the newest, whichever it is. */
  readonly chosen: Signal<number | null>
  /** The newest moment is looked at, and the next when it comes. Not while a trace is being read: it would only flicker. */
  readonly isFollowing: ReadonlySignal<boolean>
  /** The moment that is looked at. */
  readonly position: ReadonlySignal<number>
  /** Called when somebody looks at it. */
  onOpen?(): void
  onClose?(): void
  send?(intervention: Intervention): void
}

export const firstPosition = (journey: Journey): number => journey.dropped
export const lastPosition = (journey: Journey): number => journey.dropped + journey.moments.length

/** Of the journey's moments; -1: before the first of them. */
export const indexOf = (journey: Journey, position: number): number => position - journey.dropped - 1

/** What happened last at that position; `null` at the beginning. */
export const momentAt = (journey: Journey, position: number): Moment | null =>
  journey.moments[indexOf(journey, position)] ?? null

export const stateAt = (journey: Journey, position: number): State =>
  momentAt(journey, position)?.after ?? journey.first

type Given = Pick<OpenCheckout, 'id' | 'kind' | 'from'> &
  Partial<Pick<OpenCheckout, 'sending' | 'onOpen' | 'onClose' | 'send'>>

export const createOpenCheckout = (name: string, given: Given): OpenCheckout => {
  const journey = signal<Journey | null>(null)
  const progress = signal<Progress | null>(null)
  const chosen = signal<number | null>(null)
  const isFollowing = computed(() => chosen.value === null && progress.value === null)
  const position = computed(() => {
    const present = journey.value
    if (!present) return 0
    const [first, last] = [firstPosition(present), lastPosition(present)]
    return isFollowing.value ? last : Math.min(Math.max(chosen.value ?? first, first), last)
  })
  return {
    sending: signal<Sending>('noSendTrace'),
    ...given,
    name: signal(name),
    journey,
    progress,
    isFollowing,
    problems: signal({ count: 0, first: [] }),
    failure: signal(null),
    chosen,
    position,
  }
}

export const checkouts = signal<readonly OpenCheckout[]>([])
const chosenId = signal<string | null>(null)

/** The checkout that is looked at. */
export const selected = computed<OpenCheckout | null>(
  () => checkouts.value.find(({ id }) => id === chosenId.value) ?? null,
)

/** The one that is looked at runs, and nothing more will come of it: nobody has gone back in it, and it is over. */
export const isWatchedToItsEnd = (): boolean => {
  const checkout = selected.value
  const journey = checkout?.journey.value
  if (!checkout || !journey || checkout.kind !== 'live' || checkout.chosen.value !== null) return false
  return checkout.sending.value === 'noSendGone' || stateAt(journey, lastPosition(journey)).status !== 'active'
}

export const select = (checkout: OpenCheckout): void => {
  chosenId.value = checkout.id
  checkout.onOpen?.()
}

/** Lays it on the desk; the first that comes is looked at. */
export const layOpen = (checkout: OpenCheckout, isWanted = false): void => {
  const live = checkouts.value.filter(({ kind }) => kind === 'live')
  const recorded = checkouts.value.filter(({ kind }) => kind === 'trace')
  // What runs comes before what was recorded.
  checkouts.value = checkout.kind === 'live' ? [...live, checkout, ...recorded] : [...live, ...recorded, checkout]
  if (isWanted || selected.value === null) select(checkout)
}

export const putAway = (checkout: OpenCheckout): void => {
  const all = checkouts.value
  const place = all.indexOf(checkout)
  if (place < 0) return
  const wasSelected = selected.value === checkout
  checkout.onClose?.()
  checkouts.value = all.filter((other) => other !== checkout)
  const neighbour = checkouts.value[Math.min(place, checkouts.value.length - 1)]
  if (wasSelected && neighbour) select(neighbour)
}

/** Goes to a moment. At the newest one it stays with the newest. */
export const goTo = (checkout: OpenCheckout, position: number): void => {
  const journey = checkout.journey.value
  if (!journey) return
  checkout.chosen.value = position >= lastPosition(journey) ? null : Math.max(position, firstPosition(journey))
}
