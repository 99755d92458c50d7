import { createBrowserReceiver, createWebSocketReceiver, type StatelyInspectionEvent } from '@statelyai/inspect'
import type { OfficialReceiver } from '../official-handles.ts'

const events: StatelyInspectionEvent[] = []

const handle: OfficialReceiver = {
  receive(socket) {
    const receiver = socket === undefined ? createBrowserReceiver() : createWebSocketReceiver({ server: socket })
    receiver.subscribe((event) => void events.push(event))
  },
  events,
}
globalThis.officialReceiver = handle
