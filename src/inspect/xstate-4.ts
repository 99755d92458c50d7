import type { InspectionEvent } from 'xstate'
import { guarded, report } from '../controller/listeners.ts'
import type { Controlled } from './intervene.ts'
import { isCheckout } from './live.ts'
import { safeActorOf } from './safe-actor.ts'
import { type SafelyOptions, safely } from './safely.ts'
import type { SafeEvent, SafeSnapshot } from './types.ts'
import { createRegistry } from './xstate-4-registry.ts'
import { createReceiver } from './xstate-4-sending.ts'
import { type Shown, showAsService } from './xstate-4-service.ts'
import type { XState4DevTools } from './xstate-4-types.ts'

export type { XState4DevTools, XState4Service, XState4State } from './xstate-4-types.ts'

/** What `createXState4DevTools` makes. */
export interface XState4Bridge {
  /** For `inspect({ devTools })` of `@xstate/inspect`. */
  readonly devTools: XState4DevTools
  /** For `createCheckout({ inspect })`, or for a bare actor; one of them for any number of checkouts. */
  readonly inspect: (event: InspectionEvent) => void
  /**
   * Lets the viewer send this checkout the SDK's codes, and close it. Returns the function that ends it.
   *
   * `@xstate/inspect` takes what is sent from any window that can post a message to the page, the payment's iframe
   * included: never where buyers pay.
   */
  control(checkout: Controlled): () => void
}

/**
 * Shows checkouts in the inspectors of XState 4: `@xstate/inspect` 0.8, which knows nothing of XState 5. Each checkout is
 * one service, with the states, codes, statuses and counts that an inspector may be shown, and nothing else.
 *
 * Throws nothing. Needs neither `@xstate/inspect` nor XState 4: docs/xstate-inspect.md says how to use it, and what of
 * XState 5 cannot be shown.
 *
 * @example
 * const { devTools, inspect: observe } = createXState4DevTools()
 * inspect({ devTools, iframe: false, url: 'http://127.0.0.1:8000/viewer.html' }) // from '@xstate/inspect'
 * const checkout = createCheckout({ inspect: observe })
 */
export const createXState4DevTools = (options: SafelyOptions = {}): XState4Bridge => {
  const onError = guarded(options.onError ?? report)
  const devTools = createRegistry(onError)
  // By what stands for an actor behind the allowlist.
  const shown = new WeakMap<object, Shown>()
  const controlled = new WeakMap<object, Controlled>()

  const begin = (actor: InspectionEvent['actorRef'], snapshot: SafeSnapshot, event: SafeEvent): Shown => {
    const receive = createReceiver(() => controlled.get(actor), onError)
    // XState 4 numbers its own services the same way.
    const begun = showAsService(`checkout:${actor.sessionId}`, snapshot, event, receive, onError)
    shown.set(actor, begun)
    devTools.register(begun.service)
    return begun
  }

  const inspect = safely((told) => {
    const { actorRef: actor } = told
    const known = shown.get(actor)
    // An actor is told of before it has a state: its service begins with its first one.
    if (told.type === '@xstate.event') known?.tellEvent(told.event as SafeEvent)
    if (told.type !== '@xstate.snapshot' || !isCheckout(actor)) return
    const [snapshot, event] = [told.snapshot as unknown as SafeSnapshot, told.event as SafeEvent]
    known?.tellState(snapshot, event)
    const present = known ?? begin(actor, snapshot, event)
    if (snapshot.status !== 'active') present.stop()
  }, options)

  return {
    devTools,
    inspect,
    control(checkout) {
      const actor = safeActorOf(checkout.actor)
      controlled.set(actor, checkout)
      return () => void controlled.delete(actor)
    },
  }
}
