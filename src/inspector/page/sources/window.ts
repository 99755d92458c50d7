import { mayBeApp } from '../../admission.ts'
import type { PageConfig } from '../../protocol.ts'
import { WINDOW } from './apps.ts'
import { journeys } from './journeys.ts'
import { createNumbers } from './numbers.ts'

/** The pages that may have opened this one, or hold it. */
const others = (): readonly Window[] =>
  [window.opener as Window | null, window.parent].filter((other): other is Window => other !== null && other !== window)

// An opener and a parent may well be of one origin, and their checkouts have the same ids.
const numberOf = createNumbers()

/**
 * Hears what `createBrowserInspector` tells: only the page that has opened this one or holds it, and only of this
 * machine or of an origin that the server was told to allow.
 */
export const listenToWindow = ({ allowedOrigins }: PageConfig): void => {
  addEventListener('message', ({ source, origin, data }) => {
    const other = others().find((one) => one === source)
    if (!other || !mayBeApp(origin, allowedOrigins)) return
    const id = `${WINDOW} ${numberOf(other)} ${origin}`
    journeys.take({ id, name: new URL(origin).host, resends: true }, data)
  })
  // Whoever it is learns only that there is an inspector, which it has opened itself. The official sender looks for the
  // window in its frame when that is loaded; what it had to tell before would be lost to one that speaks earlier.
  const speak = (): void => {
    for (const other of others()) other.postMessage({ type: '@statelyai.connected' }, { targetOrigin: '*' })
  }
  const speakSoon = (): unknown => setTimeout(speak)
  if (document.readyState === 'complete') speakSoon()
  else addEventListener('load', speakSoon, { once: true })
}
