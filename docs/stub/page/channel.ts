import type { AppEvent, AppMessage, SdkMessage } from '../protocol.ts'

const address = new URLSearchParams(location.search)
const instanceId = address.get('instanceId') ?? ''

/** Loaded ahead, to warm the browser's cache: it has nobody to talk to. */
export const isPreload = address.get('isPreload') === 'true'
/** Only a popup has a button of the SDK's to close it. */
export const isPopup = address.get('displayType') === 'popup'
/** Which of Antom's regions the session belongs to. */
export const region = address.get('hostSign')
/** AMSCheckoutPage puts the session into the address, asks for nothing, and listens for bare events. */
export const embeddedSession = address.get('mode') === 'embed' ? address.get('sessionData') : null
/** The merchant's page. */
export const merchantUrl = address.get('refUrl') ?? ''

export const post = (message: unknown): void => window.parent.postMessage(message, '*')

export const emit = (event: AppEvent, data?: unknown, eventCallbackId?: string): void => {
  const context = { event, data, eventCallbackId }
  const message: AppMessage = { name: 'APP_TO_SDK', instanceId, context }
  const bare = event === 'onEventCallback' ? data : { context }
  post(JSON.stringify(embeddedSession === null ? message : bare))
}

/** Calls `hear` with each message of our own SDK object. */
export const listen = (hear: (message: SdkMessage) => void): void => {
  window.addEventListener('message', ({ data, source }) => {
    if (source !== window.parent || typeof data !== 'string') return
    const message = JSON.parse(data) as SdkMessage
    if (message.name === 'SDK_TO_APP' && message.instanceId === instanceId) hear(message)
  })
}
