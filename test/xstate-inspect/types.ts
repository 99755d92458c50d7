import type { InspectorOptions } from '@xstate/inspect'
import type { XState4DevTools, XState4Service, XState4State } from 'antom-checkout-machine/inspect'
import type { AnyInterpreter, AnyStateConfig, MachineConfig, SCXML } from 'xstate'

// Our own words for the types of XState 4, held against theirs: what does not fit does not compile.

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T
declare const given: {
  devTools: XState4DevTools
  service: XState4Service
  state: XState4State
  definition: Writable<XState4Service['machine']['definition']>
}

export const devTools: InspectorOptions['devTools'] = given.devTools
export const services: Set<XState4Service> = given.devTools.services
export const register = (interpreter: AnyInterpreter): void => given.devTools.register(interpreter)

/** What `inspect` reads of a service. */
export const service: Pick<AnyInterpreter, 'sessionId' | 'id'> = given.service
export const onStop: (listener: () => void) => unknown = given.service.onStop
export const send: (event: SCXML.Event<{ type: string }>) => void = given.service.send

/** What `State.create` reads, but for the parts that never are in the JSON: the nodes, and a Set of tags. */
type InJson = Omit<AnyStateConfig, 'configuration' | 'tags'>
export const state: InJson = given.state as Writable<XState4State>

export const definition: MachineConfig<unknown, never, { type: string }> = given.definition
