import type { SafeEvent, SafeSnapshot } from './types.ts'
import { checkoutDefinition, nextEventsOf } from './xstate-4-machine.ts'
import type { XState4Listener, XState4Service, XState4State, XState4Value } from './xstate-4-types.ts'

/** A checkout that is shown as a service of XState 4. */
export interface Shown {
  readonly service: XState4Service
  /** It was sent this event. Of one that is over: it came too late. */
  tellEvent(event: SafeEvent): void
  /** This event has led to this moment. */
  tellState(snapshot: SafeSnapshot, event: SafeEvent): void
  stop(): void
}

/** Is told why an inspector was let go. Does not throw. */
export type OnError = (error: unknown) => void

/** Calls each of them. One that throws is told, and let go. */
export const callEach = <T>(listeners: Set<(value: T) => void>, value: T, onError: OnError): void => {
  for (const listener of [...listeners]) {
    try {
      listener(value)
    } catch (error) {
      listeners.delete(listener)
      onError(error)
    }
  }
}

const hasChanged = (state: XState4State, { value, context }: SafeSnapshot): boolean =>
  JSON.stringify([state.value, state.context]) !== JSON.stringify([value, context])

const toState = (sessionId: string, snapshot: SafeSnapshot, event: SafeEvent, before?: XState4State): XState4State => ({
  value: snapshot.value as XState4Value,
  context: snapshot.context,
  event,
  _event: { name: event.type, data: event, $$type: 'scxml', type: 'external' },
  _sessionid: sessionId,
  ...(before && { changed: hasChanged(before, snapshot) }),
  done: snapshot.status === 'done',
  tags: snapshot.tags,
  nextEvents: snapshot.status === 'active' ? nextEventsOf(snapshot.value as XState4Value) : [],
  actions: [],
  activities: {},
  events: [],
  transitions: [],
  children: {},
})

/** @param receive what somebody else sends to the service: the viewer of an inspector */
export const showAsService = (
  sessionId: string,
  snapshot: SafeSnapshot,
  event: SafeEvent,
  receive: (event: unknown) => void,
  onError: OnError,
): Shown => {
  const initialState = toState(sessionId, snapshot, event)
  const listeners = new Set<(state: XState4State) => void>()
  const stopListeners = new Set<(stopped: undefined) => void>()
  let state = initialState
  let told: SafeEvent | undefined

  const send = (sent: unknown): void => {
    if (sent !== told) receive(sent)
  }
  const service: XState4Service = {
    sessionId,
    id: 'checkout',
    machine: { definition: checkoutDefinition() },
    initialState,
    get state() {
      return state
    },
    send,
    subscribe(listener: XState4Listener<XState4State>) {
      // A function of its own: what is added twice is removed once.
      const next = (current: XState4State): void =>
        typeof listener === 'function' ? listener(current) : listener.next?.(current)
      listeners.add(next)
      next(state)
      return { unsubscribe: () => void listeners.delete(next) }
    },
    onStop(listener) {
      stopListeners.add(() => listener())
      return service
    },
  }

  return {
    service,
    tellEvent(sent) {
      told = sent
      try {
        // There is no other way to tell it: an inspector listens by putting itself in the place of `send`.
        service.send(sent)
      } catch (error) {
        service.send = send
        onError(error)
      }
    },
    tellState(next, cause) {
      state = toState(sessionId, next, cause, state)
      callEach(listeners, state, onError)
    },
    stop: () => callEach(stopListeners, undefined, onError),
  }
}
