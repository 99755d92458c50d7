import { type EventObject, fromCallback } from 'xstate'
import { now } from './clock.ts'

/** What of the browser is used here. Node, React Native and workers have no page, or only a part of it. */
interface Platform {
  readonly navigator?: { readonly onLine?: boolean }
  readonly document?: { readonly visibilityState?: string }
  addEventListener?(type: string, listener: Listener, capture: boolean): void
  removeEventListener?(type: string, listener: Listener, capture: boolean): void
}
type Listener = (event: { readonly type: string; readonly persisted?: boolean }) => void

const platform = globalThis as Platform

/** Where nobody knows, the browser is taken to be online. */
export const isOnline = (): boolean => platform.navigator?.onLine !== false

/** No other tab or app is before the buyer's eyes, as far as is known. */
export const isSeen = (): boolean => platform.document?.visibilityState !== 'hidden'

/** The browser came online, or the buyer came back to the page. */
export interface Woken {
  readonly type: 'woken'
  /** Milliseconds on the actor's clock: a frozen page slept through its alarms, and hears of them later than of this. */
  readonly at: number
}

const causes = ['online', 'visibilitychange', 'pageshow']

/** Says `woken` whenever the page has a reason to look again at once. Without a page it says nothing. */
export const attention = fromCallback<EventObject>(({ sendBack, system }) => {
  const hear: Listener = ({ type, persisted }) => {
    // The page's first `pageshow` is no return, and a page that is left is not looked at.
    const isReason = type === 'pageshow' ? persisted : type === 'online' || isSeen()
    if (isReason) sendBack({ type: 'woken', at: now(system) } satisfies Woken)
  }
  // Captured: in older browsers `visibilitychange` does not bubble from the document.
  for (const cause of causes) platform.addEventListener?.(cause, hear, true)
  return () => {
    for (const cause of causes) platform.removeEventListener?.(cause, hear, true)
  }
})
