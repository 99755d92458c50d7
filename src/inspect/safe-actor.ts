import type { InspectionEvent } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { allowId } from './ids.ts'
import { isCheckout, nameOf, snapshotOf } from './live.ts'
import type { SafeChildSnapshot, SafeSnapshot } from './types.ts'
import { read } from './values.ts'

type ActorRef = InspectionEvent['actorRef']

/** An actor as an inspector sees it: the live one has in its hands what nobody may see, and takes events. */
export interface SafeActor {
  readonly id: string
  readonly sessionId: string
  readonly _parent: { readonly sessionId: string } | undefined
  readonly logic: { readonly config?: typeof checkoutMachine.config }
  getSnapshot(): SafeSnapshot | SafeChildSnapshot
}

const facades = new WeakMap<object, ActorRef>()

const present = (actor: ActorRef): SafeSnapshot | SafeChildSnapshot => {
  try {
    return snapshotOf(actor, actor.getSnapshot()) ?? { status: 'active' }
  } catch {
    return { status: 'active' }
  }
}

const create = (actor: ActorRef): SafeActor => {
  const parentId = allowId(read(read(actor, '_parent'), 'sessionId'))
  return {
    id: nameOf(actor),
    sessionId: allowId(actor.sessionId) ?? '',
    _parent: parentId === undefined ? undefined : { sessionId: parentId },
    logic: isCheckout(actor) ? { config: checkoutMachine.config } : {},
    getSnapshot: () => present(actor),
  }
}

/** What an inspector is given for an actor: always the same object for the same actor. */
export const safeActorOf = (actor: ActorRef): ActorRef => {
  const known = facades.get(actor)
  if (known) return known
  const facade = create(actor) as unknown as ActorRef
  facades.set(actor, facade)
  // Stripped twice, it remains the same.
  facades.set(facade, facade)
  return facade
}
