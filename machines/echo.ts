import type { Channel } from '../src/boundary/types.ts'
import type { CheckoutContext, CheckoutEvent } from './checkout.types.ts'

/** What an action or a guard is given. */
export interface Scope {
  readonly context: CheckoutContext
  readonly event: CheckoutEvent
}

/** The code by which an event is known to a reader. */
export const codeOf = (event: CheckoutEvent): string => ('code' in event ? event.code : undefined) ?? event.type

export const channelOf = (event: CheckoutEvent): Channel | null =>
  ('channel' in event ? event.channel : undefined) ?? null

/** Callbacks come by a channel; an event without one is taken for the ordinary callback. */
const heardBy = (event: CheckoutEvent): Channel => channelOf(event) ?? 'onEventCallback'

/** The newest happening, and the channels that have told it. */
export type Heard = CheckoutContext['heard']

/**
 * Whether this is the happening that was heard last, told once more by another channel. The real SDK tells one failure
 * by `onError`, `onEventCallback` and a rejected promise, within milliseconds.
 */
export const isEchoOf = (heard: Heard, event: CheckoutEvent): boolean =>
  heard !== null && heard.code === codeOf(event) && !heard.channels.includes(heardBy(event))

export const isEcho = ({ context, event }: Scope): boolean => isEchoOf(context.heard, event)

/** What is heard from this event on: by another channel, the same code is its echo. */
export const hearing = (heard: Heard, event: CheckoutEvent): NonNullable<Heard> => ({
  code: codeOf(event),
  channels: [...(isEchoOf(heard, event) ? (heard?.channels ?? []) : []), heardBy(event)],
})

/** Ends every row. */
export const hear = ({ context, event }: Scope): Partial<CheckoutContext> => ({ heard: hearing(context.heard, event) })
