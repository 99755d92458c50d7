// Compiled by `npm run types`, never run: how `antom-checkout-machine/inspect` is used, and what must not compile.

import { createInspector, createWebSocketInspector } from '@statelyai/inspect'
import { WebSocket } from 'ws'
import { createActor } from 'xstate'
import { checkoutMachine, createCheckout } from '../../src/index.ts'
import {
  type allowCode,
  allowEvent,
  allowSnapshot,
  allowWire,
  type ConnectedInspector,
  type ConnectOptions,
  connectInspector,
  type SafeChildSnapshot,
  type SafeEvent,
  type SafelyOptions,
  type SafeSnapshot,
  safely,
  type toWire,
  type WireEvent,
} from '../../src/inspect/index.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
/** Compiles if its argument is `true`. */
const holds = <T extends true>(..._proof: readonly T[]): void => {}

type IsAny<T> = 0 extends 1 & T ? true : false
type AnyIn<T> = { [K in keyof T]-?: IsAny<T[K]> extends true ? K : never }[keyof T]

// No `any` in what a user sees.
holds<Equal<AnyIn<SafeEvent | SafeSnapshot | SafeChildSnapshot>, never>>()
holds<Equal<AnyIn<SafeSnapshot['context']>, never>>()
holds<Equal<AnyIn<WireEvent>, never>>()
holds<Equal<AnyIn<ConnectOptions>, never>>()
holds<Equal<AnyIn<ConnectedInspector>, never>>()
holds<Equal<AnyIn<SafelyOptions>, never>>()

// The official inspectors fit, and so do a checkout and a bare actor, without a cast.
const official = createWebSocketInspector({ url: 'ws://127.0.0.1:1' })
createCheckout({ inspect: safely(official.inspect) })
createCheckout({ inspect: safely(createInspector({ send: () => {} }).inspect, { budget: 100, onError: () => {} }) })
createActor(checkoutMachine, { inspect: safely({ next: (event) => event.type }) })
createActor(checkoutMachine, { inspect: safely(async (event) => event.rootId) })
// @ts-expect-error the inspector itself is no observer: its `inspect` is
safely(official)
// @ts-expect-error an inspector sees inspection events
safely((view: { state: string }) => view.state)
// @ts-expect-error a budget is milliseconds
safely(() => {}, { budget: '1 s' })

// A connection, with the WebSocket of `ws`.
const inspector = connectInspector({ url: 'ws://127.0.0.1:1', name: 'shop', WebSocket })
const checkout = createCheckout({ inspect: inspector.inspect })
createActor(checkoutMachine, { inspect: inspector.inspect })
export const endControl: () => void = inspector.control(checkout)
holds<Equal<typeof inspector.dropped, number>>()
// @ts-expect-error a bare actor has no callbacks to be called
inspector.control(createActor(checkoutMachine))
// @ts-expect-error somewhere it has to be
connectInspector({ name: 'shop' })
// @ts-expect-error it is counted there, not here
inspector.dropped = 0

// The allowlist takes anything.
holds<Equal<ReturnType<typeof allowCode>, string>>()
export const shown: [SafeEvent, SafeSnapshot | null, WireEvent | null] = [
  allowEvent(1n),
  allowSnapshot(null),
  allowWire(''),
]
export const again: SafeSnapshot | null = allowSnapshot({}, allowSnapshot({}))
// @ts-expect-error it may not have passed
allowSnapshot({}).status
// @ts-expect-error what is shown has no card
allowEvent({}).result?.cardPaymentResultInfo
// @ts-expect-error nor what the merchant's server is asked by
allowSnapshot({})?.context.settings.inquire
// @ts-expect-error what is shown is to be read
allowEvent({}).type = 'x'

/** Each message of the protocol can be told from the others. */
export const about = (event: WireEvent): string => {
  switch (event.type) {
    case '@xstate.actor':
      return event.name
    case '@xstate.event':
      return event.event.type
    case '@xstate.snapshot':
      return 'context' in event.snapshot ? event.snapshot.context.facts.doubt : event.snapshot.status
    default:
      return event satisfies never
  }
}
holds<Equal<ReturnType<typeof toWire>, WireEvent | null>>()
