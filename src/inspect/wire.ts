import type { InspectionEvent } from 'xstate'
import { definitionOfCheckout } from './definition.ts'
import { isCheckout } from './live.ts'
import type { SafeActor } from './safe-actor.ts'
import { strip } from './strip.ts'
import type { SafeChildSnapshot, SafeEvent, SafeSnapshot, WireEvent } from './types.ts'

/** Whose protocol it is: that of `@statelyai/inspect`, in this version. */
const VERSION = '0.7.2'

/**
 * What an actor's inspection tells, as one message of the protocol of `@statelyai/inspect`, stripped to what may be
 * shown. `null`: nothing of it goes over the wire. Never throws.
 *
 * @example
 * const checkout = createCheckout({
 *   inspect(event) {
 *     const told = toWire(event)
 *     if (told) socket.send(JSON.stringify(told))
 *   },
 * })
 */
export const toWire = (event: InspectionEvent): WireEvent | null => {
  const shown = strip(event)
  if (!shown) return null
  const actor = shown.actorRef as unknown as SafeActor
  const { sessionId } = actor
  const base = { sessionId, rootId: shown.rootId, createdAt: `${Date.now()}`, id: null, _version: VERSION }
  switch (shown.type) {
    case '@xstate.actor':
      return {
        ...base,
        type: shown.type,
        name: actor.id,
        parentId: actor._parent?.sessionId,
        definition: isCheckout(event.actorRef) ? definitionOfCheckout() : undefined,
        snapshot: actor.getSnapshot(),
      }
    case '@xstate.event':
      return { ...base, type: shown.type, sourceId: shown.sourceRef?.sessionId, event: shown.event as SafeEvent }
    case '@xstate.snapshot': {
      const snapshot = shown.snapshot as unknown as SafeSnapshot | SafeChildSnapshot
      return { ...base, type: shown.type, event: shown.event as SafeEvent, snapshot }
    }
    default:
      return null
  }
}
