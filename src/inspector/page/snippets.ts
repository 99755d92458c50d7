// What a developer writes to be looked at. It is shown as it is, in every language.

/** Where an app's socket has to go: this page's own server. */
const server = (): string => `ws://${location.host || '127.0.0.1:PORT'}`

export const ownSnippet = (): string =>
  [
    "import { connectInspector } from 'antom-checkout-machine/inspect'",
    '',
    `const inspector = connectInspector({ url: '${server()}', name: 'shop' })`,
    'const checkout = createCheckout({ inspect: inspector.inspect })',
    'inspector.control(checkout) // lets this page send it events',
  ].join('\n')

export const officialSnippet = (): string =>
  [
    "import { createWebSocketInspector } from '@statelyai/inspect'",
    '',
    `const { inspect } = createWebSocketInspector({ url: '${server()}' })`,
    'const checkout = createCheckout({ inspect })',
  ].join('\n')

export const windowSnippet = (): string =>
  [
    "import { createBrowserInspector } from '@statelyai/inspect'",
    '',
    `const { inspect } = createBrowserInspector({ url: '${location.origin}/' })`,
    'const checkout = createCheckout({ inspect })',
  ].join('\n')

export const controlSnippet = 'inspector.control(checkout)'
