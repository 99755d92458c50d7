import { assign, fromCallback, sendParent, setup } from 'xstate'
import { decodePayload } from '../src/boundary/payload.ts'
import type { PaymentResult } from '../src/boundary/types.ts'
import { contradictsFailure, contradictsSuccess } from './agreement.ts'
import { type AlarmInput, alarm } from './alarm.ts'
import type { InquiryInput, ServerAnswer } from './inquiry.types.ts'

export interface InquiryContext extends InquiryInput {
  readonly attempt: number
}

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

type InquiryEvent = { readonly type: 'answered'; readonly answer: ServerAnswer } | { readonly type: 'budget.spent' }

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

/** Asks at once, then after growing pauses, until the answer is definite or the budget is spent. */
export const inquiryMachine = setup({
  types: {} as { context: InquiryContext; input: InquiryInput; events: InquiryEvent },
  actors: { alarm, question },
  delays: {
    pause: ({ context: { limits, attempt } }) => Math.min(limits.firstDelay * 2 ** (attempt - 1), limits.maxDelay),
  },
  guards: {
    isDefinite: ({ event }) => event.type === 'answered' && event.answer !== silence,
  },
  actions: {
    countQuestion: assign({ attempt: ({ context }) => context.attempt + 1 }),
    tellParent: sendParent(({ event }) => (event.type === 'answered' ? event.answer : silence)),
  },
}).createMachine({
  id: 'inquiry',
  context: ({ input }) => ({ ...input, attempt: 0 }),
  invoke: {
    src: 'alarm',
    input: ({ context }): AlarmInput => ({ at: context.endsAt, event: { type: 'budget.spent' } }),
  },
  on: { 'budget.spent': '.answered' },
  initial: 'asking',
  states: {
    asking: {
      entry: 'countQuestion',
      invoke: { src: 'question', input: ({ context }) => context },
      on: { answered: [{ guard: 'isDefinite', target: 'answered' }, { target: 'pausing' }] },
    },
    pausing: { after: { pause: 'asking' } },
    // Not final: the parent stops it, and may have ended itself by then.
    answered: { entry: 'tellParent' },
  },
})
