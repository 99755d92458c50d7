// What a developer writes to be looked at. It is shown as it is, in every language.

/** Where an app's socket has to go: this page's own server. */
const server = (): string => `ws://${location.host || '127.0.0.1:PORT'}`

export const ownSnippet = (): string =>
  [
    "import { createCheckout } from 'antom-checkout-machine'",
    "import { connectInspector } from 'antom-checkout-machine/inspect'",
    '',
    `const inspector = connectInspector({ url: '${server()}', name: 'shop' })`,
    'const checkout = createCheckout({ inspect: inspector.inspect })',
    'inspector.control(checkout) // lets this page send it events',
  ].join('\n')

/** By itself an official sender tells everything: payloads, cards, messages. */
const official = (create: string, url: string): string =>
  [
    `import { ${create} } from '@statelyai/inspect'`,
    "import { createCheckout } from 'antom-checkout-machine'",
    "import { safely } from 'antom-checkout-machine/inspect'",
    '',
    `const { inspect } = ${create}({ url: '${url}' })`,
    'const checkout = createCheckout({ inspect: safely(inspect) })',
  ].join('\n')

export const officialSnippet = (): string => official('createWebSocketInspector', server())

export const windowSnippet = (): string => official('createBrowserInspector', `${location.origin}/`)

export const controlSnippet = 'inspector.control(checkout)'
