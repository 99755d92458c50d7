import { isLeft, type Left } from 'fp-ts/lib/Either.js'
import type { InspectionEvent } from 'xstate'
import type { CheckoutSnapshot } from '../../machines/checkout.state.ts'
import type { CheckoutContext, CheckoutEvent, SubmitButton } from '../../machines/checkout.types.ts'
import { codeOf } from '../../machines/echo.ts'
import { decodeCallback } from '../boundary/decode-callback.ts'
import { decodePayload } from '../boundary/payload.ts'
import { readProperty } from '../boundary/read.ts'
import type { PaymentResult } from '../boundary/types.ts'
import { createCheckout } from '../controller/create-checkout.ts'
import type { Refusal } from '../controller/types.ts'
import { createToldServer, patience } from '../testing/told-server.ts'
import type { CheckoutView } from '../view/types.ts'
import { marksBetween } from './marks.ts'
import { nextTurn } from './next-turn.ts'
import { createRecordedClock } from './recorded-clock.ts'
import type { TraceLine } from './trace-line.ts'
import type { Ending, Mark, Step } from './types.ts'

type Command = Extract<TraceLine, { via: 'command' }>
type Settlement = Extract<TraceLine, { via: 'promise' }>
type Callback = Extract<TraceLine, { via: 'onEventCallback' | 'onError' | 'onClose' }>

/** A call that reached the SDK, whose promise the recording settles. */
interface Call {
  settle(line: Settlement): void
  /** When the checkout has heard of it. */
  readonly heard: Promise<unknown>
}

/** What a step was made of. Unlike the step, it holds what the page was told. */
export interface Witnessed {
  readonly step: Step
  /** `null`: it was time. */
  readonly line: TraceLine | null
  /** What the machine was sent, or would have been, had it not been over; `null`: nothing. */
  readonly event: CheckoutEvent | null
  /** The machine from then on. */
  readonly snapshot: CheckoutSnapshot
}

/** One trace, going through one checkout. */
export interface Replayer {
  /** Before anything has happened. */
  readonly first: CheckoutSnapshot
  /** What a line brings about: the deadlines that pass before it, and itself. */
  take(line: TraceLine): Promise<readonly Step[]>
  /** The end of the recording closes the checkout. */
  end(): Ending
}

const timesHeard = (heard: CheckoutContext['heard']): number => heard?.channels.length ?? 0

/** A moment before something happens. */
interface Moment {
  readonly view: CheckoutView
  readonly heard: CheckoutContext['heard']
}

const resultFacts = ({ paymentStatus, paymentResultCode }: PaymentResult = {}) => ({
  ...(paymentStatus !== undefined && { paymentStatus }),
  ...(paymentResultCode !== undefined && { paymentResultCode }),
})

const readCode = (value: unknown, key: string): string | undefined => {
  const code = readProperty(value, key, '', [])
  return typeof code === 'string' && code !== '' && code.length <= 128 ? code : undefined
}

/** The code that a promise itself brought. Payment Element answers `{ status, error?: { code } }`. */
const ownCode = (value: unknown): string | undefined =>
  readCode(value, 'code') ?? readCode(readProperty(value, 'error', '', []), 'code') ?? readCode(value, 'status')

/**
 * Takes the recorded lines of one trace to a checkout of its own, on a clock that goes as they do.
 *
 * @param witness told of each step, as it is made
 */
export const createReplayer = (submitButton: SubmitButton, witness?: (witnessed: Witnessed) => void): Replayer => {
  const clock = createRecordedClock()
  // What the machine was told last: of a promise and of a timer nothing else says it.
  let told: CheckoutEvent | undefined
  // After the end it is sent nothing, and what came is shown all the same.
  let late: CheckoutEvent | undefined
  const inspect = (inspection: InspectionEvent): void => {
    if (inspection.type !== '@xstate.event' || inspection.actorRef.sessionId !== inspection.rootId) return
    if (inspection.actorRef.getSnapshot().status === 'active') told = inspection.event as CheckoutEvent
    else late = inspection.event as CheckoutEvent
  }
  // Its question is open for as long as there is something to ask: when it was asked, and when it was given up, the
  // recording knows better. One that holds no answers is replayed as if nobody could be asked.
  const server = createToldServer()
  const checkout = createCheckout({ submitButton, clock, inspect, inquire: server.inquire, inquiry: patience })
  const calls = new Map<string, Call>()
  const refused = new Set<string>()

  const now = (): Moment => {
    told = undefined
    late = undefined
    return { view: checkout.getSnapshot(), heard: checkout.actor.getSnapshot().context.heard }
  }

  const stepSince = (
    { view: before }: Moment,
    about: Pick<Step, 't' | 'channel' | 'code' | 'happening' | 'paymentStatus' | 'paymentResultCode'>,
    marks: readonly Mark[] = marksBetween(before, checkout.getSnapshot()),
  ): Step => {
    const { state: to, submission, nextStep } = checkout.getSnapshot()
    return { ...about, from: before.state, to, submission, nextStep, marks }
  }

  /** The same, where nothing came of it because another channel had told it already. */
  const toldSince = (before: Moment, about: Parameters<typeof stepSince>[1]): Step => {
    const step = stepSince(before, about)
    const { heard } = checkout.actor.getSnapshot().context
    const isHeardAgain = heard?.code === before.heard?.code && timesHeard(heard) > timesHeard(before.heard)
    // After the end, whatever is news is noted as late.
    const isEcho = step.from === step.to && step.marks.length === 0 && (isHeardAgain || before.view.final)
    return isEcho ? { ...step, marks: ['echo'] } : step
  }

  const witnessed = (step: Step, line: TraceLine | null): Step => {
    witness?.({ step, line, event: told ?? late ?? null, snapshot: checkout.actor.getSnapshot() })
    return step
  }

  /** The deadlines that pass by then. A timer that changes nothing is no step. */
  const pass = (until: number): readonly Step[] => {
    const steps: Step[] = []
    for (;;) {
      const before = now()
      const t = clock.next(until)
      if (t === null) return steps
      if (told && checkout.getSnapshot() !== before.view) {
        const about = { t, channel: 'timer', code: codeOf(told), happening: codeOf(told) } as const
        steps.push(witnessed(stepSince(before, about), null))
      }
    }
  }

  const callback = ({ t, via: channel, args }: Callback): Step => {
    const before = now()
    const decoded = decodeCallback(...args)
    checkout.callbacks[channel](...args)
    if (channel === 'onClose') {
      return toldSince(before, { t, channel, code: 'checkout.dismiss', happening: 'checkout.dismiss' })
    }
    if (isLeft(decoded)) {
      return toldSince(before, { t, channel, code: 'checkout.undecodable', happening: 'checkout.undecodable' })
    }
    const { type, result } = decoded.right
    return toldSince(before, { t, channel, code: codeOf(decoded.right), happening: type, ...resultFacts(result) })
  }

  const command = async ({ t, name, call }: Command): Promise<Step> => {
    const before = now()
    const about = { t, channel: 'command', code: name, happening: `${name} called` } as const
    if (name === 'unmount') {
      checkout.close()
      return stepSince(before, about, [])
    }
    let settle: Call['settle'] | undefined
    const heard = checkout[name](
      () =>
        new Promise((resolve, reject) => {
          settle = ({ settled, value }) => (settled === 'resolved' ? resolve(value) : reject(value))
        }),
    )
    const key = `${name} ${call}`
    if (settle) {
      refused.delete(key)
      calls.set(key, { settle, heard })
      return stepSince(before, about, [])
    }
    calls.delete(key)
    refused.add(key)
    const answer = await heard
    // The SDK was not called: it can be nothing else.
    const { left } = answer as Left<Refusal>
    return stepSince(before, { ...about, happening: `checkout.${name}` }, [`refused: ${left.reason}`])
  }

  const newestOf = (name: string): string =>
    [...calls.keys()].reverse().find((key) => key.startsWith(`${name} `)) ?? name

  const promise = async (line: Settlement): Promise<Step> => {
    const { t, name, call, settled, value } = line
    const before = now()
    const happening = `${name} ${settled}`
    const about = { t, channel: 'promise', code: ownCode(value) ?? happening, happening } as const
    const key = call === undefined ? newestOf(name) : `${name} ${call}`
    const pending = calls.get(key)
    if (!pending) {
      // Of an unmount nothing is promised that the machine would want to know.
      if (name === 'unmount') return stepSince(before, about, [])
      return stepSince(before, about, [refused.delete(key) ? 'not-called' : 'unknown-call'])
    }
    calls.delete(key)
    pending.settle(line)
    await pending.heard
    if (!told) return settled === 'rejected' ? toldSince(before, about) : stepSince(before, about)
    const facts = 'result' in told ? resultFacts(told.result) : {}
    return toldSince(before, { ...about, happening: told.type, ...facts })
  }

  /** What the merchant's server said. The promise is not the SDK's: nobody called for it by a command. */
  const answer = async ({ t, settled, value }: Settlement): Promise<Step> => {
    const before = now()
    const isHeard = server.answer(settled, value)
    if (isHeard) await nextTurn()
    const happening = told?.type ?? `inquire ${settled}`
    const facts = settled === 'resolved' ? resultFacts(decodePayload(value).result) : {}
    const about = { t, channel: 'promise', code: happening, happening, ...facts } as const
    return isHeard ? stepSince(before, about) : stepSince(before, about, ['not-asked'])
  }

  const stepOf = (line: Exclude<TraceLine, { via: 'onLog' }>): Step | Promise<Step> => {
    if (line.via === 'command') return command(line)
    if (line.via !== 'promise') return callback(line)
    return line.name === 'inquire' ? answer(line) : promise(line)
  }

  return {
    first: checkout.actor.getSnapshot(),
    async take(line) {
      const passed = pass(line.t)
      // The SDK's own log: nothing that a page acts on.
      return line.via === 'onLog' ? passed : [...passed, witnessed(await stepOf(line), line)]
    },
    end() {
      const { final, state } = checkout.getSnapshot()
      return { outcome: checkout.close(), closedIn: final ? null : state }
    },
  }
}
