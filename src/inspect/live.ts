import type { AnyActorRef, InspectionEvent } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { allowChildEvent, allowEvent } from './allow-event.ts'
import { allowChildSnapshot, allowSnapshot } from './allow-snapshot.ts'
import { allowName } from './states.ts'
import type { SafeChildSnapshot, SafeEvent, SafeSnapshot } from './types.ts'
import { isObject, read } from './values.ts'

// The same allowlist for actors that run here. A checkout is known by its machine: it may be anybody's child, and one
// that was given other actors by `provide` is a checkout all the same.

export type LiveActor = InspectionEvent['actorRef'] | AnyActorRef

export const isCheckout = (actor: LiveActor): boolean => read(read(actor, 'logic'), 'config') === checkoutMachine.config

/** What the actor is: `checkout`, or one of its parts, or `other`. */
export const nameOf = (actor: LiveActor): string => (isCheckout(actor) ? 'checkout' : allowName(read(actor, 'id')))

/** What the snapshots of XState have become: it makes a new one when something changes, and shows it several times. */
const stripped = new WeakMap<object, SafeSnapshot | SafeChildSnapshot>()

/** A snapshot of this actor, as far as it may be shown; the same object for the same snapshot. `null`: it may not. */
export const snapshotOf = (actor: LiveActor, snapshot: unknown): SafeSnapshot | SafeChildSnapshot | null => {
  const known = isObject(snapshot) ? stripped.get(snapshot) : undefined
  if (known) return known
  // In its constructor an actor has no snapshot yet.
  const isThere = isCheckout(actor) && snapshot !== undefined
  const safe = isThere ? allowSnapshot(snapshot) : allowChildSnapshot(snapshot)
  if (isObject(snapshot) && safe) stripped.set(snapshot, safe)
  // Stripped twice, it remains the same.
  if (safe) stripped.set(safe, safe)
  return safe
}

/** An event for this actor, as far as it may be shown: of one that is no checkout, the type alone. */
export const eventOf = (actor: LiveActor, event: unknown): SafeEvent =>
  (isCheckout(actor) ? allowEvent : allowChildEvent)(event)
