import { outcomeOf } from './closing.ts'
import { gapsOf, gapTexts } from './gaps.ts'
import { stateAfter } from './state.ts'
import { testSteps } from './test-steps.ts'
import type { Waits } from './times.ts'
import type { Exported } from './to-ndjson.ts'
import type { Journey } from './types.ts'

/** A value as source text, out of which nothing breaks: JSON, and what ends a line in a script or cannot be seen, escaped. */
const source = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

// The player of the steps. The same in every exported test, so that nothing has to be installed for it.
const player = `
interface Step {
  readonly t: number
  readonly state?: string
  readonly via?: string
  readonly args?: readonly unknown[]
  readonly name?: string
  readonly call?: number
  readonly settled?: 'resolved' | 'rejected'
  readonly value?: unknown
  readonly sessionExpiresAt?: number
}

afterEach(() => {
  vi.useRealTimers()
})

test(title, async () => {
  const start = Date.UTC(2030, 0, 1)
  vi.useFakeTimers({ now: start })

  // The SDK, and the merchant's server: their promises settle when the recording says so.
  const calls = new Map<string, Record<'resolved' | 'rejected', (value: unknown) => void>>()
  const call = (key: string) => () =>
    new Promise<unknown>((resolved, rejected) => {
      calls.set(key, { resolved, rejected })
    })
  const moment = (t: number | undefined) => (t === undefined ? {} : { sessionExpiresAt: start + t })
  const checkout = createCheckout({
    ...settings,
    ...moment(sessionExpiresAt),
    ...(inquires && { inquire: call('inquire 0') }),
  })

  const act = ({ via, args = [], name, call: number = 0, settled = 'resolved', ...step }: Step): void => {
    const key = \`\${name} \${number}\`
    if (via === 'onEventCallback' || via === 'onError' || via === 'onClose') checkout.callbacks[via](...args)
    else if (via === 'promise') calls.get(key)?.[settled](step.value)
    else if (via === 'command' && name === 'unmount') checkout.close()
    else if (via === 'command') {
      calls.delete(key)
      if (name === 'mount') void checkout.mount(call(key), moment(step.sessionExpiresAt))
      else void checkout.submit(call(key))
    }
  }

  for (const [index, step] of steps.entries()) {
    await vi.advanceTimersByTimeAsync(start + step.t - Date.now())
    act(step)
    await vi.advanceTimersByTimeAsync(0)
    if (step.state) expect(checkout.getSnapshot().state, \`after step \${index}\`).toBe(step.state)
  }
  if (outcome) expect(checkout.close()).toMatchObject(outcome)
})
`

// As long as nobody gives it up, a question stays open.
const FOREVER = Number.MAX_SAFE_INTEGER

const wrapped = (text: string): string => text.replaceAll(/(?=\S)(.{1,114})(?: |$)/g, '// $1\n').trimEnd()

/**
 * The journey as a test for vitest, that imports nothing but it and this package: it calls the same callbacks at the same
 * times, and expects the same states and the same outcome. Names in it are quoted, and cannot do anything.
 */
export const toVitest = (journey: Journey): Exported => {
  const gaps = gapsOf(journey, 'test')
  const { submitButton, announcesForm, timeouts, inquiry, inquires } = journey.first.context.settings
  const isGivenUp = journey.moments.some(({ event }) => event?.type === 'server.silent')
  const budget = isGivenUp ? inquiry.budget : FOREVER
  const waits: Waits = { ...timeouts, asking: budget }
  const { steps, sessionExpiresAt, isWhole } = testSteps(journey, waits, gaps)
  const settings = {
    submitButton,
    ...(!announcesForm && { announcesForm }),
    timeouts,
    inquiry: { firstDelay: 0, maxDelay: 0, jitter: 0, budget },
  }
  const end = isWhole ? outcomeOf(stateAfter(journey, journey.moments.length - 1)) : null
  const outcome = end && {
    ...{ status: end.status, safeToPayAgain: end.safeToPayAgain },
    ...{ confirmedBy: end.confirmedBy, nextStep: end.nextStep },
  }
  const about = [
    'Exported from the inspector of antom-checkout-machine: the codes, statuses and times of one checkout. Whatever else',
    'the callbacks held is not in here.',
    ...gaps.map((gap) => gapTexts[gap].en),
    ...(isWhole ? [] : ['What cannot be known because of that is not expected below.']),
  ]
  const text = `import { createCheckout } from 'antom-checkout-machine'
import { afterEach, expect, test, vi } from 'vitest'

${wrapped(about.join(' '))}

const title = ${source(journey.name)}
const settings = ${source(settings)} as const
const inquires: boolean = ${inquires}
const sessionExpiresAt: number | undefined = ${sessionExpiresAt}

// What happened, in milliseconds, and the state of the checkout from then on.
const steps: readonly Step[] = [
${steps.map((step) => `  ${source(step)},\n`).join('')}]

const outcome: object | null = ${source(outcome)}
${player}`
  return { text, gaps }
}
