import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Connection, Intervention } from '../../protocol.ts'
import { createOpenCheckout, isWatchedToItsEnd, layOpen, type OpenCheckout, putAway, type Sending } from '../desk.ts'
import { journeys, letGoOf, listenToJourneys, showAs } from './journeys.ts'

/** The apps that have connected to the server, by their connection. */
const apps = signal<ReadonlyMap<string, Connection>>(new Map())
/** Sends it to the server, if there is a connection. */
let sendTo: ((connection: string, sessionId: string, intervention: Intervention) => void) | undefined

/** Of the apps that report by `postMessage`. */
export const WINDOW = 'window'

export const hearOfApp = (connection: Connection): void => {
  apps.value = new Map(apps.value).set(connection.connection, connection)
}

export const nameOfApp = (connection: string): string => apps.value.get(connection)?.name || 'app'

export const sendBy = (send: typeof sendTo): void => {
  sendTo = send
}

/** A server that was started anew knows nothing of the apps of the one before: those that are there connect again. */
export const forgetApps = (): void => {
  apps.value = new Map([...apps.value].map(([id, app]) => [id, { ...app, isOpen: false, controlled: [] }]))
}

const sendingOf = (source: string, sessionId: string): ReadonlySignal<Sending> =>
  computed(() => {
    if (source.startsWith(WINDOW)) return 'noSendWindow'
    const app = apps.value.get(source)
    if (!app?.isOpen) return 'noSendGone'
    return app.controlled.includes(sessionId) ? 'allowed' : 'noSendControl'
  })

/** Lays open each checkout that an app tells of. */
export const layLiveCheckouts = (): void =>
  listenToJourneys({
    began(id) {
      const journey = journeys.get(id)
      if (!journey?.session) return
      const { source, sessionId } = journey.session
      const checkout: OpenCheckout = createOpenCheckout(journey.name, {
        ...{ id, kind: 'live', from: sessionId },
        sending: sendingOf(source, sessionId),
        send: (intervention) => sendTo?.(source, sessionId, intervention),
        onClose: () => letGoOf(checkout),
      })
      showAs(checkout, id)
      // Who has followed one to its end follows the next: another order, or the same after a reload.
      layOpen(checkout, isWatchedToItsEnd())
    },
    wentAway: putAway,
  })
