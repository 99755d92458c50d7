// A user's TypeScript file, compiled against the packed declarations (package.test.ts).
import { type CheckoutView, createCheckout, decodeCallback, describeEvent, eventCodes } from 'antom-checkout-machine'
import { connectInspector, safely, toWire, type WireEvent } from 'antom-checkout-machine/inspect'
import * as testing from 'antom-checkout-machine/testing'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

const checkout = createCheckout({ submitButton: 'merchant', sessionExpiresAt: Date.now() + 3_600_000 })
const unsubscribe: () => void = checkout.subscribe(() => {
  const view: CheckoutView = checkout.getSnapshot()
  // @ts-expect-error the states are a closed set
  if (view.state === 'no such state') unsubscribe()
})

const event = decodeCallback({ code: 'SDK_PAYMENT_SUCCESSFUL' })
if (E.isRight(event)) checkout.callbacks.onEventCallback(event.right)

const entry = describeEvent('SDK_PAYMENT_SUCCESSFUL')
export const advice: string = O.isSome(entry) ? entry.value.advice.zh : eventCodes.SDK_PAYMENT_SUCCESSFUL.advice.en
// @ts-expect-error the codes are a closed set
export const missing = eventCodes.SDK_NO_SUCH_CODE

export const mounted: Promise<boolean> = checkout.mount(async () => 42).then((answer) => E.isRight(answer))
// @ts-expect-error what it resolves to is typed: there is no `any` to hide behind
export const outcome: number = checkout.close()
export const names: string[] = Object.keys(testing)

// The platform's WebSocket fits; Node 20 has none.
const inspector = connectInspector({ url: 'ws://127.0.0.1:1', name: 'shop', WebSocket })
createCheckout({ inspect: safely(inspector.inspect, { budget: 100 }) })
createCheckout({
  inspect: (told) => {
    const event: WireEvent | null = toWire(told)
    // @ts-expect-error it may not be shown
    event.sessionId satisfies string
  },
})
