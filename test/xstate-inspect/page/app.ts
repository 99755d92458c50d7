import { AMSCashierPayment } from '@alipay/ams-checkout'
import { inspect } from '@xstate/inspect'
import { checkoutMachine, createCheckout } from 'antom-checkout-machine'
import { createXState4DevTools } from 'antom-checkout-machine/inspect'
import type { App, Moment } from '../handles.ts'

// A shop's page with the real SDK and our XState 5, which is inspected by @xstate/inspect with its own XState 4.

interface Node {
  readonly path: readonly string[]
  readonly states: Readonly<Record<string, Node>>
}

const pathsIn = (node: Node): readonly string[] =>
  Object.values(node.states).flatMap((state) => [state.path.join('.'), ...pathsIn(state)])
const paths = pathsIn(checkoutMachine.root)

const tools = createXState4DevTools()
const checkout = createCheckout({ submitButton: 'merchant', inspect: tools.inspect })
if (new URLSearchParams(location.search).has('control')) tools.control(checkout)

const moments: Moment[] = []
const reported: string[] = []
window.addEventListener('error', ({ message }) => reported.push(message))

type Snapshot = ReturnType<typeof checkout.actor.getSnapshot>
const note = (snapshot: Snapshot): void => {
  moments.push({
    value: snapshot.value,
    tags: [...snapshot.tags].sort(),
    matched: paths.filter((path) => snapshot.matches(path as never)).sort(),
    isDone: snapshot.status === 'done',
  })
}
note(checkout.actor.getSnapshot())
checkout.actor.subscribe(note)

const iframe = document.querySelector('#viewer') as HTMLIFrameElement

const app: App = {
  moments,
  reported,
  checkout,
  add: () => void createCheckout({ inspect: tools.inspect }),
  mount(sessionData) {
    const sdk = new AMSCashierPayment({ environment: 'sandbox', locale: 'en_US', ...checkout.callbacks })
    void checkout.mount(() => sdk.mountComponent({ sessionData }, '#checkout'))
  },
  inspect: (where, url) => void inspect({ devTools: tools.devTools, url, iframe: where === 'iframe' && iframe }),
  removeViewer: () => iframe.remove(),
}
Object.assign(window, { inspectedApp: app })
