import { assign, fromCallback, sendParent, setup } from 'xstate'
import { decodePayload } from '../src/boundary/payload.ts'
import type { PaymentResult } from '../src/boundary/types.ts'
import { contradictsFailure, contradictsSuccess } from './agreement.ts'
import { type AlarmInput, alarm } from './alarm.ts'
import { attention, isOnline, isSeen, type Woken } from './attention.ts'
import { now } from './clock.ts'
import type { InquiryInput, ServerAnswer } from './inquiry.types.ts'

export interface InquiryContext extends InquiryInput {
  readonly attempt: number
  /** The budget was over when this question was begun: there is no other after it. */
  readonly isLast: boolean
}

const isOver = ({ endsAt }: InquiryContext, time: number): boolean => endsAt !== null && endsAt <= time

const silence: ServerAnswer = { type: 'server.silent' }

/** What the server's answer says. Anything but a definite and consistent status is `server.silent`: ask again. */
export const readAnswer = (answer: unknown): ServerAnswer => {
  const { result, issues } = decodePayload(answer)
  const statement = { result, issues }
  const said = (type: Exclude<ServerAnswer['type'], 'server.silent'>, contradicted: boolean): ServerAnswer =>
    contradicted ? silence : { type, result: result as PaymentResult, channel: 'server' }
  switch (result?.paymentStatus) {
    case 'SUCCESS':
      return said('server.succeeded', contradictsSuccess(statement))
    case 'FAIL':
      return said('server.failed', contradictsFailure(statement))
    case 'CANCELLED':
      return said('server.cancelled', contradictsFailure(statement))
    default:
      return silence
  }
}

type InquiryEvent =
  | { readonly type: 'answered'; readonly answer: ServerAnswer }
  | { readonly type: 'budget.spent' }
  | Woken

/** One question. Whatever goes wrong with it, it was a try; an answer that comes after it was stopped is not heard. */
const question = fromCallback<InquiryEvent, InquiryContext>(({ input, sendBack }) => {
  const controller = new AbortController()
  const ask = async (): Promise<ServerAnswer> =>
    readAnswer(await input.inquire?.({ signal: controller.signal, attempt: input.attempt }))
  void ask()
    .catch(() => silence)
    .then((answer) => sendBack({ type: 'answered', answer }))
  return () => controller.abort()
})

/**
 * Asks at once, then after growing pauses, until the answer is definite or the budget is spent. A buyer who comes back
 * to the page (from a wallet's app) does not wait for the end of a pause; nor for nothing, if the budget was spent
 * meanwhile: one more question is asked.
 */
export const inquiryMachine = setup({
  types: {} as { context: InquiryContext; input: InquiryInput; events: InquiryEvent },
  actors: { alarm, attention, question },
  delays: {
    pause: ({ context: { limits, attempt } }) =>
      Math.min(limits.firstDelay * 2 ** (attempt - 1), limits.maxDelay) *
      (1 - Math.min(limits.jitter, 1) * Math.random()),
  },
  guards: {
    isDefinite: ({ event }) => event.type === 'answered' && event.answer !== silence,
    isLast: ({ context }) => context.isLast,
    isOver: ({ context, event }) => event.type === 'woken' && isOver(context, event.at),
    isOnline,
    isSeen,
  },
  actions: {
    countQuestion: assign({ attempt: ({ context }) => context.attempt + 1 }),
    grantLastQuestion: assign(({ context, system }) => {
      const time = now(system)
      return isOver(context, time) ? { isLast: true, endsAt: time + context.limits.maxDelay } : {}
    }),
    tellParent: sendParent(({ event }) => (event.type === 'answered' ? event.answer : silence)),
  },
}).createMachine({
  id: 'inquiry',
  context: ({ input }) => ({ ...input, attempt: 0, isLast: false }),
  invoke: { src: 'attention' },
  initial: 'trying',
  states: {
    trying: {
      id: 'trying',
      // Begun when the budget is over, by a restored checkout or for a buyer who was away, it is for one question.
      entry: 'grantLastQuestion',
      invoke: {
        src: 'alarm',
        input: ({ context }): AlarmInput => ({ at: context.endsAt, event: { type: 'budget.spent' } }),
      },
      on: { 'budget.spent': [{ guard: 'isSeen', target: 'answered' }, { target: 'missed' }] },
      initial: 'connecting',
      states: {
        // While the browser is offline nobody is asked.
        connecting: { always: { guard: 'isOnline', target: 'asking' }, on: { woken: '#trying' } },
        asking: {
          entry: 'countQuestion',
          invoke: { src: 'question', input: ({ context }) => context },
          on: {
            answered: [
              { guard: 'isDefinite', target: '#answered' },
              { guard: 'isLast', target: '#answered' },
              { target: 'pausing' },
            ],
            // Any other question goes on: never two at a time. This one is from before the page was frozen.
            woken: { guard: 'isOver', target: '#trying' },
          },
        },
        pausing: { after: { pause: 'connecting' }, on: { woken: '#trying' } },
      },
    },
    // The budget was spent while nobody looked.
    missed: { on: { woken: { guard: 'isSeen', target: 'trying' } } },
    // Not final: the parent stops it, and may have ended itself by then.
    answered: { id: 'answered', entry: 'tellParent' },
  },
})
