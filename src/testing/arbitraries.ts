import fc, { type Arbitrary } from 'fast-check'
import type { EventCode } from '../catalogue/event-codes.ts'
import { type Journey, type Step, toJourney } from './journey.ts'
import {
  agreeingResult,
  definiteAnswer,
  eventCode,
  foreignCode,
  resultFor,
  serverAnswer,
  submitAnswer,
} from './payloads.ts'

const channel = (): Arbitrary<'onEventCallback' | 'onError'> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant('onEventCallback') }, { weight: 1, arbitrary: fc.constant('onError') })

const told = (via: 'onEventCallback' | 'onError', code: string, result: unknown): Step => ({
  kind: 'callback',
  channel: via,
  args: [{ code, ...(result !== undefined && { result }) }],
})

// Results are what most depends on.
const toldCode = (): Arbitrary<EventCode> =>
  fc.oneof(
    { weight: 4, arbitrary: eventCode() },
    { weight: 1, arbitrary: fc.constantFrom('SDK_PAYMENT_SUCCESSFUL', 'SDK_PAYMENT_FAIL') },
  )

/** The SDK tells a code of the catalogue, its payload agreeing, contradicting or missing. */
export const callback = (): Arbitrary<Step> =>
  fc.tuple(channel(), toldCode()).chain(([via, code]) => resultFor(code).map((result) => told(via, code, result)))

/** The SDK calls back with what it should never send: foreign codes, no code, JSON of any shape. */
export const hostileCallback = (): Arbitrary<Step> =>
  fc.oneof(
    fc.tuple(channel(), foreignCode()).map(([via, code]) => told(via, code, undefined)),
    fc.tuple(channel(), eventCode(), fc.jsonValue()).map(([via, code, result]) => told(via, code, result)),
    fc.tuple(channel(), fc.array(fc.jsonValue(), { maxLength: 2 })).map(
      ([via, args]): Step => ({
        kind: 'callback',
        channel: via,
        args,
      }),
    ),
  )

const settle = (): Arbitrary<Step> =>
  fc
    .tuple(fc.constantFrom('mount', 'submit'), fc.constantFrom('resolved', 'rejected'), submitAnswer())
    .map(([name, settled, value]) => ({ kind: 'settle', name, settled, value }) as const)

const server = (): Arbitrary<Step> =>
  fc.oneof(
    { weight: 4, arbitrary: serverAnswer().map((value): Step => ({ kind: 'server', settled: 'resolved', value })) },
    { weight: 1, arbitrary: serverAnswer().map((value): Step => ({ kind: 'server', settled: 'rejected', value })) },
  )

/** The buyer, the merchant, his server and the clock. */
export const action = (): Arbitrary<Step> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Step>({ kind: 'submit' }) },
    { weight: 2, arbitrary: fc.constant<Step>({ kind: 'mount' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'dismiss' }) },
    { weight: 2, arbitrary: settle() },
    { weight: 3, arbitrary: server() },
    {
      weight: 2,
      arbitrary: fc.constantFrom(1, 500, 20_000, 60_000, 600_000).map((ms): Step => ({ kind: 'wait', ms })),
    },
  )

const code = (name: EventCode): Step => told('onEventCallback', name, undefined)

const load: readonly Step[] = [{ kind: 'mount' }, code('SDK_START_OF_LOADING'), code('SDK_END_OF_LOADING')]

/** The SDK says how the payment ended. */
const result = (): Arbitrary<readonly Step[]> =>
  fc
    .constantFrom('SDK_PAYMENT_SUCCESSFUL', 'SDK_PAYMENT_FAIL')
    .chain((end) => agreeingResult(end as 'SDK_PAYMENT_FAIL').map((payload) => [told('onEventCallback', end, payload)]))

/** The SDK does not know, and the merchant's server does in the end. */
const confirmation = (): Arbitrary<readonly Step[]> =>
  fc
    .tuple(fc.array(server(), { maxLength: 2 }), definiteAnswer())
    .map(([tries, value]) => [
      code('SDK_PAYMENT_PROCESSING'),
      ...tries,
      { kind: 'server', settled: 'resolved', value } as const,
    ])

/** A checkout as the SDK means it: loaded, filled in, perhaps challenged, and ended with a result, or by the server. */
export const wellBehavedJourney = (): Arbitrary<Journey> =>
  fc
    .tuple(
      fc.array(fc.constant(code('SDK_FORM_VERIFICATION_FAILED')), { maxLength: 2 }),
      fc.boolean(),
      fc.array(fc.constantFrom(code('SDK_PAYMENT_CHALLENGE'), code('SDK_CALL_URL_SUCCESS')), { maxLength: 2 }),
      fc.oneof({ weight: 2, arbitrary: result() }, { weight: 1, arbitrary: confirmation() }),
    )
    .map(([invalid, presses, detours, end]) =>
      toJourney([...load, ...invalid, ...(presses ? [{ kind: 'submit' } as const] : []), ...detours, ...end]),
    )

/** @see hostileJourney */
export interface JourneyConstraints {
  /** How many steps follow the loading at most. Default: 40. */
  readonly maxLength?: number
}

/** Any codes in any order, by several channels, with odd payloads, commands, answers and time in between. */
export const hostileJourney = ({ maxLength = 40 }: JourneyConstraints = {}): Arbitrary<Journey> =>
  fc
    .tuple(
      // Half of them get as far as the form, so that not every one is lost in the loading.
      fc.constantFrom<readonly Step[]>([], load),
      fc.array(
        fc.oneof(
          { weight: 6, arbitrary: callback() },
          { weight: 2, arbitrary: hostileCallback() },
          { weight: 4, arbitrary: action() },
        ),
        { maxLength },
      ),
    )
    .map(([start, steps]) => toJourney([...start, ...steps]))
