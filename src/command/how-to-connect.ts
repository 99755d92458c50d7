/** For the person who has started the inspector: where it is, and how an app connects. */
export const howToConnect = (origin: string): string => {
  const socket = origin.replace(/^http/, 'ws')
  return `The inspector is at ${origin}

An app connects with one of these, in development only:
  connectInspector({ url: '${socket}' })          of antom-checkout-machine/inspect
  createWebSocketInspector({ url: '${socket}' })  of @statelyai/inspect
  createBrowserInspector({ url: '${origin}' })  of @statelyai/inspect, in a page
The latter two tell everything, cards too: createCheckout({ inspect: safely(inspect) }).
Only this machine can reach it. Ctrl-C ends it.
`
}
