import { createBrowserInspector, createWebSocketInspector } from '@statelyai/inspect'
import { type Checkout, createCheckout } from 'antom-checkout-machine'
import { allowSnapshot, safely } from '../../../src/inspect/index.ts'
import { tellStory } from '../../inspect/story.ts'
import type { OfficialApp } from '../official-handles.ts'

let checkout: Checkout

const senders = {
  popup: (url: string) => createBrowserInspector({ url }),
  iframe: (url: string) =>
    createBrowserInspector({ url, iframe: document.querySelector('#receiver') as HTMLIFrameElement }),
  websocket: (url: string) => createWebSocketInspector({ url }),
}

const handle: OfficialApp = {
  inspect(how, url) {
    checkout = createCheckout({ submitButton: 'merchant', inspect: safely(senders[how](url).inspect) })
  },
  tellStory: () => tellStory(checkout),
  outcome: () => checkout.getSnapshot().outcome,
  sessionId: () => checkout.actor.sessionId,
  shown: () => allowSnapshot(checkout.actor.getSnapshot()),
}
globalThis.officialApp = handle
