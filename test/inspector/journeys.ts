import { SimulatedClock } from 'xstate'
import { createCheckout } from '../../src/controller/create-checkout.ts'
import type { Checkout, CheckoutOptions } from '../../src/controller/types.ts'
import { toWire } from '../../src/inspect/wire.ts'
import { createJourneys, type Journeys } from '../../src/inspector/journey/journeys.ts'
import type { Source } from '../../src/inspector/journey/live-sessions.ts'
import { linesOf, type ReplayTraceOptions, replayTrace } from '../../src/inspector/journey/replay-trace.ts'
import { nameOf } from '../../src/inspector/journey/state.ts'
import type { Journey, Problem } from '../../src/inspector/journey/types.ts'
import type { Page } from '../../src/testing/page.ts'
import { createToldServer, patience } from '../../src/testing/told-server.ts'

/** Replays a text of recorded lines, and gives the journeys of its traces. */
export const replayed = async (text: string, options: Partial<ReplayTraceOptions> = {}) => {
  const journeys = createJourneys()
  const problems: Problem[] = []
  const found = await replayTrace(linesOf(text), {
    onJourney: journeys.add,
    onMoments: journeys.append,
    onProblem: (problem) => void problems.push(problem),
    ...options,
  })
  return { journeys: journeys.list(), problems, found }
}

/** The journey of a text that has one trace. */
export const replayedOne = async (text: string, options: Partial<ReplayTraceOptions> = {}): Promise<Journey> => {
  const [journey] = (await replayed(text, options)).journeys
  if (!journey) throw new Error('There is no trace in it.')
  return journey
}

export const asLines = (lines: readonly object[]): string => lines.map((line) => JSON.stringify(line)).join('\n')

/** The state after each moment. */
export const statesOf = ({ moments }: Journey): readonly string[] => moments.map(({ after }) => nameOf(after.path))

/** A live checkout whose wire events are kept, and can be told to an inspector. */
export interface LiveCheckout {
  readonly checkout: Checkout
  readonly clock: SimulatedClock
  /** All that it has told, as JSON. */
  readonly told: unknown[]
}

export const liveCheckout = (options: CheckoutOptions = {}): LiveCheckout => {
  const clock = new SimulatedClock()
  const told: unknown[] = []
  const checkout = createCheckout({
    clock,
    inspect(event) {
      const wire = toWire(event)
      // The time is the clock's, so that nothing depends on how long the test takes.
      if (wire) told.push(JSON.parse(JSON.stringify({ ...wire, createdAt: `${clock.now()}` })))
    },
    ...options,
  })
  return { checkout, clock, told }
}

/** A page with a live checkout, for the journeys of the harness. It asks its server again at once. */
export const livePage = (options: CheckoutOptions = {}): LiveCheckout & { readonly page: Page } => {
  const { inquire, answer } = createToldServer()
  const { checkout, clock, told } = liveCheckout({ inquire, inquiry: patience, ...options })
  const page: Page = {
    callbacks: checkout.callbacks,
    mount: (sdk) => void checkout.mount(sdk),
    pay: (sdk) => void checkout.submit(sdk),
    answer(settled, value) {
      clock.increment(0)
      return answer(settled, value)
    },
    wait: (ms) => clock.increment(ms),
    close: () => void checkout.close(),
    shows: () => ({ paid: false, offersToPay: false, outcome: checkout.getSnapshot().outcome?.status ?? null }),
  }
  return { page, checkout, clock, told }
}

export const app: Source = { id: 'app-1', name: 'my shop' }
/** One that says again what it has said. */
export const otherWindow: Source = { id: 'window 1', name: 'my shop', resends: true }

/** What an inspector makes of what was told. */
export const heardOf = (
  told: readonly unknown[],
  journeys: Journeys = createJourneys(),
  source: Source = app,
): readonly Journey[] => {
  for (const event of told) journeys.take(source, event)
  return journeys.list()
}

export const onlyJourney = (told: readonly unknown[], source: Source = app): Journey => {
  const [journey, ...others] = heardOf(told, createJourneys(), source)
  if (!journey || others.length > 0) throw new Error('It is not one journey.')
  return journey
}

/** What the SDK never answers. */
export const call = (): Promise<never> => new Promise(() => {})

/** A checkout that was paid by the merchant's own button. */
export const paid = () => {
  const live = liveCheckout({ submitButton: 'merchant' })
  const { checkout, clock } = live
  const { onEventCallback } = checkout.callbacks
  void checkout.mount(call)
  clock.increment(1_000)
  onEventCallback({ code: 'SDK_END_OF_LOADING' })
  void checkout.submit(call)
  clock.increment(2_000)
  onEventCallback({ code: 'SDK_PAYMENT_SUCCESSFUL', result: { paymentStatus: 'SUCCESS' } })
  return live
}
