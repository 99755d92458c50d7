import type { SafeContext, SafeEvent } from './types.ts'

// What `@xstate/inspect` 0.8 and the receivers of its messages look at, in words of our own: no XState 4 is needed to
// compile against this package. The fixture in `test/xstate-inspect` checks them against XState 4's own types.

export interface XState4Named {
  readonly type: string
  readonly params?: unknown
}

export interface XState4Transition {
  /** `#` and the id of a state: XState 4 resolves no other target in the same way everywhere. */
  readonly target?: string
  readonly cond?: XState4Named
  readonly actions?: readonly XState4Named[]
  /** Whether the source stays entered. */
  readonly internal: boolean
}

/** A state of the machine, as `createMachine` of XState 4 takes it. Functions are there by name only. */
export interface XState4Definition {
  readonly id: string
  readonly type: 'atomic' | 'compound' | 'final' | 'history' | 'parallel'
  readonly initial?: string
  readonly states?: Readonly<Record<string, XState4Definition>>
  readonly on?: Readonly<Record<string, readonly XState4Transition[]>>
  readonly always?: readonly XState4Transition[]
  readonly entry?: readonly XState4Named[]
  readonly exit?: readonly XState4Named[]
  readonly invoke?: readonly { readonly id: string; readonly src: string }[]
  readonly tags?: readonly string[]
  /** Of the root only. Without it XState 4 warns. */
  readonly predictableActionArguments?: true
}

/** An event in the envelope of XState 4. */
export interface XState4Envelope {
  readonly name: string
  readonly data: SafeEvent
  readonly $$type: 'scxml'
  readonly type: 'external'
}

export type XState4Value = string | { readonly [state: string]: XState4Value }

/** A state that `State.create` of XState 4 can read, after it was JSON. */
export interface XState4State {
  readonly value: XState4Value
  readonly context: SafeContext
  readonly event: SafeEvent
  readonly _event: XState4Envelope
  readonly _sessionid: string
  /** Not told of the first state. */
  readonly changed?: boolean
  readonly done: boolean
  /** XState 4 has a set of them, which would be an empty object as JSON. */
  readonly tags: readonly string[]
  readonly nextEvents: readonly string[]
  // What a state of XState 4 has besides. Of ours nothing is told there.
  readonly actions: readonly []
  readonly activities: Readonly<Record<string, never>>
  readonly events: readonly []
  readonly transitions: readonly []
  readonly children: Readonly<Record<string, never>>
}

export interface XState4Subscription {
  unsubscribe(): void
}

export type XState4Listener<T> = ((value: T) => void) | { readonly next?: (value: T) => void }

/** A running checkout, as far as an inspector of XState 4 looks at it. */
export interface XState4Service {
  readonly sessionId: string
  readonly id: string
  readonly machine: { readonly definition: XState4Definition }
  readonly state: XState4State
  readonly initialState: XState4State
  /** The inspector puts itself in its place: what is sent here is told to its viewer first. */
  send: (event: unknown, payload?: unknown) => void
  /** Calls the listener at once, as XState 4 does. */
  subscribe(listener: XState4Listener<XState4State>): XState4Subscription
  onStop(listener: () => void): unknown
}

/**
 * The `devTools` for `inspect({ devTools })`. Each service in it is an `XState4Service`, or an interpreter of XState 4 that
 * the page has registered: `never` is what fits both, whose types have private parts that none of ours can have.
 *
 * @example
 * const services: Set<XState4Service> = devTools.services
 */
export interface XState4DevTools {
  readonly services: Set<never>
  register(service: { readonly sessionId: string; onStop(listener: () => void): unknown }): void
  unregister(service: { readonly sessionId: string }): void
  onRegister(listener: (service: never) => void): XState4Subscription
}
