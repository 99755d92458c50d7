import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Filter, filterMoments } from '../journey/filter.ts'
import type { Journey, Moment, State } from '../journey/types.ts'
import { lastPosition, type OpenCheckout } from './desk.ts'

export type ChannelName = Moment['channel']

/** What the timeline is narrowed to. */
export const search = signal('')
export const channel = signal<ChannelName | null>(null)
export const onlyMarked = signal(false)

const filter = computed<Filter | null>(() => {
  const text = search.value.trim()
  if (text === '' && channel.value === null && !onlyMarked.value) return null
  return { text, channel: channel.value, onlyMarked: onlyMarked.value }
})

/** What was found, and how far it was looked. */
interface Found {
  readonly filter: Filter
  readonly first: State
  readonly positions: readonly number[]
  readonly until: number
}

const findMore = (journey: Journey, filter: Filter, known: Found | null): Found => {
  const { first, dropped } = journey
  const last = lastPosition(journey)
  // Where the beginning was cut off, it is looked through anew.
  const isUsable = known?.filter === filter && known.first === first && known.until <= last
  const { positions, until } = isUsable ? known : { positions: [], until: dropped }
  const more = filterMoments(journey, filter, until - dropped).map((index) => dropped + index + 1)
  return { filter, first, positions: more.length === 0 ? positions : [...positions, ...more], until: last }
}

/** The positions that the timeline shows; `null`: all of them. What was looked through is not looked through again. */
export const findRows = (checkout: OpenCheckout): ReadonlySignal<readonly number[] | null> => {
  let known: Found | null = null
  return computed(() => {
    const journey = checkout.journey.value
    known = journey && filter.value ? findMore(journey, filter.value, known) : null
    return known?.positions ?? null
  })
}
