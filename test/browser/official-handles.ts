import type { StatelyInspectionEvent } from '@statelyai/inspect'
import type { Outcome } from '../../src/index.ts'
import type { SafeSnapshot } from '../../src/inspect/index.ts'

/** A page with a checkout, looked at by @statelyai/inspect: how a test uses it. */
export interface OfficialApp {
  /** Makes a sender, and a checkout that it looks at. */
  inspect(how: 'popup' | 'iframe' | 'websocket', url: string): void
  /** Goes through a payment. */
  tellStory(): void
  outcome(): Outcome | null
  sessionId(): string
  /** What may be shown of the checkout as it is now. */
  shown(): SafeSnapshot | null
}

/** The page that the official receiver is on. */
export interface OfficialReceiver {
  /** Begins to listen: to the window that has opened this one, or to a WebSocket. */
  receive(socket?: string): void
  readonly events: StatelyInspectionEvent[]
}

declare global {
  var officialApp: OfficialApp
  var officialReceiver: OfficialReceiver
}
