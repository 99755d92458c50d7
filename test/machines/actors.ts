import { type ActorRefFrom, createActor, SimulatedClock } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import type { CheckoutInput } from '../../machines/checkout.types.ts'
import { toView } from '../../src/view/to-view.ts'
import type { CheckoutView } from '../../src/view/types.ts'

export interface Running {
  readonly actor: ActorRefFrom<typeof checkoutMachine>
  readonly clock: SimulatedClock
  view(): CheckoutView
  /** Sends the SDK's codes, one after the other. */
  tell(...codes: readonly string[]): CheckoutView
}

/** A checkout on a simulated clock, which starts at 0. */
export const run = (input: CheckoutInput = {}): Running => {
  const clock = new SimulatedClock()
  const actor = createActor(checkoutMachine, { input, clock }).start()
  const view = (): CheckoutView => toView(actor.getSnapshot())
  return {
    actor,
    clock,
    view,
    tell(...codes) {
      for (const type of codes) actor.send({ type: type as 'SDK_PAYMENT_WARN' })
      return view()
    },
  }
}

export const LOADED = ['SDK_START_OF_LOADING', 'SDK_END_OF_LOADING'] as const
