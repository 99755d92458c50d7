import type { WireEvent } from '../inspect/types.ts'

// What is said over the inspector's WebSockets, as JSON. An app that is looked at speaks the protocol of
// `@statelyai/inspect` (`WireEvent`), and no more than these two messages besides.

/**
 * App to server, once, first. The official senders do not say it: their app has no name, and takes no events. The name
 * is the developer's own word for the app, at most 80 characters; it is never taken from the page by itself.
 */
export interface Hello {
  readonly type: 'antom.hello'
  readonly name: string
}

/** App to server: this checkout takes events from the inspector's page, or does not any more. */
export interface Control {
  readonly type: 'antom.control'
  readonly sessionId: string
  readonly isAllowed: boolean
}

/** What a person does to a live checkout from the inspector's page: what the SDK or the merchant could do. */
export type Intervention =
  | {
      readonly via: 'onEventCallback' | 'onError'
      readonly code: string
      readonly paymentStatus?: string
      readonly paymentResultCode?: string
    }
  | { readonly via: 'onClose' }
  | { readonly via: 'close' }

/** Page to server, and server to the app whose checkout it is. To the app without `connection`. */
export interface Send {
  readonly type: 'antom.send'
  readonly connection: string
  readonly sessionId: string
  readonly intervention: Intervention
}

/** Server to page: an app has connected, has gone, or lets a checkout be sent events. */
export interface Connection {
  readonly type: 'antom.connection'
  readonly connection: string
  readonly name: string
  readonly isOpen: boolean
  /** The checkouts of this app that take events: their session ids. */
  readonly controlled: readonly string[]
}

/**
 * Server to page: what an app has told, in order, stripped by the server before it was kept. A page that connects is
 * told all that is kept, from its beginning: after a reconnect, too. So it goes by their numbers what it has heard
 * already; where numbers are left out, those events are not kept any more.
 */
export interface Told {
  readonly type: 'antom.told'
  readonly connection: string
  /** Which of all that this app has told the first of them is, counted from 0; the others follow it without a gap. */
  readonly first: number
  readonly events: readonly WireEvent[]
}

export type FromApp = Hello | Control | WireEvent
export type ToApp = Omit<Send, 'connection'>
export type FromPage = Send
export type ToPage = Connection | Told

/** `GET /traces`: the traces that were given on the command line. */
export interface TraceEntry {
  /** `GET /traces/<id>` answers its moments, as NDJSON: see `src/inspector/journey`. */
  readonly id: string
  readonly name: string
}

/** `GET /config`: whom the page may hear by `postMessage`, besides loopback origins. */
export interface PageConfig {
  readonly allowedOrigins: readonly string[]
}
