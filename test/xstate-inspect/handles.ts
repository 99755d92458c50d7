import type { Checkout, Outcome } from 'antom-checkout-machine'

// How a test talks to the two pages.

/** A moment, as either side sees it: the state, and every state of the machine that it matches, by path. */
export interface Moment {
  readonly value: unknown
  readonly tags: readonly string[]
  readonly matched: readonly string[]
  readonly isDone: boolean
}

/** One message of `@xstate/inspect`, as XState 4 in the viewer understands it. */
export type Heard = { readonly sessionId: string } & (
  | { readonly type: 'service.register'; readonly machine: string; readonly moment: Moment }
  | { readonly type: 'service.state'; readonly moment: Moment; readonly cause: string }
  | { readonly type: 'service.event'; readonly event: string }
  | { readonly type: 'service.stop' }
)

export interface Viewer {
  readonly heard: readonly Heard[]
  /** The messages as they came, as JSON. */
  readonly raw: readonly string[]
  /** What it could not understand. */
  readonly failures: readonly string[]
  /** Sends that to the checkout that it heard of first. */
  send(event: { readonly type: string }): void
}

export interface App {
  readonly moments: readonly Moment[]
  /** What was told where a page's errors are told. */
  readonly reported: readonly string[]
  readonly checkout: Pick<Checkout, 'callbacks' | 'getSnapshot'> & { close(): Outcome }
  /** Another checkout of the same page. */
  add(): void
  /** Mounts the SDK's component. */
  mount(sessionData: string): void
  inspect(where: 'iframe' | 'popup', url: string): void
  /** Takes the iframe out of the page. */
  removeViewer(): void
}

declare global {
  /** In the app's page. */
  var inspectedApp: App
  /** In the viewer's page. */
  var xstate4Viewer: Viewer
}
