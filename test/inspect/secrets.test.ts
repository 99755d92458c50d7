import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createActor, SimulatedClock } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import type { CheckoutEvent, CheckoutInput, SavedCheckout } from '../../machines/checkout.types.ts'
import { drive } from '../../src/testing/drive.ts'
import {
  callback,
  checkoutPage,
  eventCode,
  foreignCode,
  hostileJourney,
  type Step,
  wellBehavedJourney,
} from '../../src/testing/index.ts'
import { hostileArguments, hostilePayload } from '../boundary/hostile-values.ts'
import { cardNumber, plant, secretsIn, secretTexts } from './secrets.ts'
import { createWitnesses, type Witnesses } from './witnesses.ts'

// Whatever the SDK, the merchant or his server put into a checkout: what any inspector was sent has none of it.

const secret = () => fc.constantFrom(...secretTexts)

/** Options with secrets in every place that takes anything. */
const options = (text: string): CheckoutInput =>
  ({
    submitButton: 'merchant',
    timeouts: { loading: cardNumber, submitting: 1_000, [text]: 1 },
    inquiry: { budget: cardNumber, firstDelay: 1, jitter: 0.4111111111111111, note: text },
    sessionExpiresAt: cardNumber,
    sessionData: text,
    [text]: text,
  }) as CheckoutInput

/** A callback, a promise's answer or a server's, with secrets in it; some with a secret for a code or a status. */
const planted = (step: Step, text: string, at: number): Step => {
  if (step.kind === 'callback') {
    const args = step.args.map((arg) => plant(arg, text))
    const asCode = [{ code: text, message: text }, text, { code: text, result: { paymentStatus: text } }]
    const asResult = { code: 'SDK_PAYMENT_FAIL', result: { paymentStatus: text, paymentResultCode: text } }
    return { ...step, args: at % 5 === 0 ? [asCode[at % 3], text] : at % 7 === 0 ? [asResult] : [...args, text] }
  }
  if (step.kind !== 'settle' && step.kind !== 'server') return step
  const answers = [
    Object.assign(new Error(text), { code: text, status: text }),
    { status: 'FAIL', error: { code: text } },
    text,
  ]
  return { ...step, value: at % 4 === 0 ? answers[at % 3] : plant(step.value, text) }
}

const expectNoSecrets = async (witnesses: Witnesses): Promise<void> => {
  const found = Object.entries(await witnesses.all()).map(([name, texts]) => [
    name,
    [...new Set([...new Set(texts)].flatMap(secretsIn))],
  ])
  expect(Object.fromEntries(found)).toEqual({ safely: [], official: [], wire: [], socket: [], xstate4: [] })
}

const anyJourney = () => fc.oneof(hostileJourney(), wellBehavedJourney())

describe('what an inspector is sent has no secrets', () => {
  test('of a checkout that is driven through any journey, and beyond its end', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyJourney(),
        fc.array(callback(), { maxLength: 3 }),
        secret(),
        async ({ steps }, late, text) => {
          const witnesses = createWitnesses()
          const { page, take } = drive(checkoutPage({ ...options(text), inspect: witnesses.inspect }))
          for (const [at, step] of steps.entries()) await take(planted(step, text, at))
          page.close()
          for (const [at, step] of late.entries()) await take(planted(step, text, at))
          await expectNoSecrets(witnesses)
        },
      ),
    )
  })

  test('of a checkout whose callbacks bring anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileArguments(), { minLength: 1, maxLength: 6 }), async (calls) => {
        const witnesses = createWitnesses()
        const { page } = drive(checkoutPage({ inspect: witnesses.inspect }))
        for (const { make } of calls) page.callbacks.onEventCallback(...make())
        for (const { make } of calls) page.callbacks.onError(...make())
        page.close()
        await expectNoSecrets(witnesses)
      }),
    )
  })

  test('of a bare actor that is sent events which nobody has checked', async () => {
    const type = fc.oneof(
      eventCode(),
      foreignCode(),
      secret(),
      fc.constantFrom('checkout.mount', 'checkout.submit', 'tab.claim'),
    )
    const event = fc.tuple(type, hostilePayload(), fc.boolean())
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 20 }), secret(), async (events, text) => {
        const witnesses = createWitnesses()
        const saved = {
          state: 'dismissed',
          doubt: text,
          cause: text,
          decline: { nextStep: text },
          counts: { attempts: cardNumber },
        }
        const actor = createActor(checkoutMachine, {
          input: { ...options(text), ...(events.length % 2 === 0 && { saved: saved as unknown as SavedCheckout }) },
          clock: new SimulatedClock(),
          inspect: witnesses.inspect,
        })
        actor.subscribe({ error: () => {} })
        actor.start()
        for (const [name, payload, isNumber] of events) {
          if (actor.getSnapshot().status !== 'active') break
          const stray = isNumber ? cardNumber : text
          const payloads = { result: payload.make(), ticket: stray, claim: stray, sessionExpiresAt: stray }
          const more = {
            message: text,
            code: isNumber ? name : text,
            channel: text,
            issues: [{ path: text, received: text }],
          }
          actor.send({ type: name, ...payloads, ...more, [text]: text } as unknown as CheckoutEvent)
        }
        actor.stop()
        await expectNoSecrets(witnesses)
      }),
    )
  })

  test('and yet what there is to see is seen: states, codes, statuses, and how it ended', async () => {
    const witnesses = createWitnesses()
    const { page } = drive(checkoutPage({ inspect: witnesses.inspect }))
    const result = {
      paymentStatus: 'FAIL',
      paymentResultCode: 'FRAUD_REJECT',
      cardPaymentResultInfo: { holdName: 'Tom Jay' },
    }
    page.callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
    page.callbacks.onEventCallback({ code: 'SDK_PAYMENT_FAIL', result })
    page.close()
    for (const [name, texts] of Object.entries(await witnesses.all())) {
      const text = texts.join('\n')
      for (const word of ['SDK_END_OF_LOADING', 'FRAUD_REJECT', 'ready', 'declined', 'failed', 'contact-support']) {
        expect(text, name).toContain(word)
      }
    }
  })
})
