import type { InspectionEvent } from 'xstate'
import { allowId } from './ids.ts'
import { eventOf, snapshotOf } from './live.ts'
import { safeActorOf } from './safe-actor.ts'

/**
 * An inspection event in XState's own shape, with nothing in it but what may be shown. `null`: it is not shown at all.
 * What XState tells of its inner steps has everything in it, and says no more than the others.
 */
export const strip = (event: InspectionEvent): InspectionEvent | null => {
  const base = { actorRef: safeActorOf(event.actorRef), rootId: allowId(event.rootId) ?? '' }
  switch (event.type) {
    case '@xstate.actor':
      return { ...base, type: event.type }
    case '@xstate.event':
      return {
        ...base,
        type: event.type,
        sourceRef: event.sourceRef && safeActorOf(event.sourceRef),
        event: eventOf(event.actorRef, event.event),
      }
    case '@xstate.snapshot': {
      const snapshot = snapshotOf(event.actorRef, event.snapshot)
      const told = eventOf(event.actorRef, event.event)
      return snapshot && ({ ...base, type: event.type, event: told, snapshot } as unknown as InspectionEvent)
    }
    default:
      return null
  }
}
