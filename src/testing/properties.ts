import fc, { type IAsyncPropertyWithHooks } from 'fast-check'
import { eventCodes } from '../catalogue/event-codes.ts'
import { hostileJourney, wellBehavedJourney } from './arbitraries.ts'
import { drive, Violation } from './drive.ts'
import type { Journey, Step } from './journey.ts'
import type { Page } from './page.ts'

/** A property of a checkout page, for `fc.assert`. `createPage` makes a new page for each try. */
export type PageProperty = (createPage: () => Page) => IAsyncPropertyWithHooks<[Journey, ...unknown[]]>

const journey = () =>
  fc.oneof({ weight: 4, arbitrary: hostileJourney() }, { weight: 1, arbitrary: wellBehavedJourney() })

const insist = (holds: boolean, otherwise: string): void => {
  if (!holds) throw new Violation(otherwise)
}

const safeOutcomes: readonly unknown[] = ['failed', 'cancelled', 'errored']
const outcomes: readonly unknown[] = ['succeeded', 'unresolved', ...safeOutcomes]

/** Closed after any journey, the page has exactly one of the five outcomes, and nothing was thrown on the way. */
export const endsWell: PageProperty = (createPage) =>
  fc.asyncProperty(journey(), async ({ steps }) => {
    const { page, take } = drive(createPage())
    for (const step of steps) await take(step)
    page.close()
    insist(outcomes.includes(page.shows().outcome), `The closed page has no outcome: ${page.shows().outcome}.`)
    page.close()
  })

/** "Paid" is shown only after a success of the SDK, or of the merchant's server, whose payload agrees. */
export const noFalseSuccess: PageProperty = (createPage) =>
  fc.asyncProperty(journey(), async ({ steps }) => {
    const { page, referee, take } = drive(createPage())
    for (const step of steps) {
      await take(step)
      insist(
        !page.shows().paid || referee.isPaid,
        'The page shows "paid", and neither the SDK nor the server has said so.',
      )
    }
  })

/** Whatever follows a success changes nothing. */
export const successIsAbsorbing: PageProperty = (createPage) =>
  fc.asyncProperty(journey(), async ({ steps }) => {
    const { page, referee, take } = drive(createPage())
    for (const step of steps) {
      await take(step)
      insist(!referee.isPaid || page.shows().paid, 'The payment succeeded, and the page does not show it any more.')
    }
    page.close()
    insist(!referee.isPaid || page.shows().outcome === 'succeeded', 'The payment succeeded, and the outcome denies it.')
  })

const watchMoney = async (run: ReturnType<typeof drive>, step: Step): Promise<void> => {
  await run.take(step)
  run.insistOnOneSubmission()
  const { paid, offersToPay } = run.page.shows()
  insist(!(offersToPay && run.referee.isInFlight), 'The page offers to pay while a payment may be under way.')
  insist(!(offersToPay && (paid || run.referee.isPaid)), 'The page offers to pay what has been paid.')
}

const watchEnd = ({ page, referee }: ReturnType<typeof drive>): void => {
  page.close()
  const { outcome } = page.shows()
  insist(
    !(safeOutcomes.includes(outcome) && (referee.isInFlight || referee.isPaid)),
    `An open payment ended as ${outcome}.`,
  )
}

/** While a payment may be under way the page offers no other, and it ends neither as failed nor as cancelled. */
export const neverPaysTwice: PageProperty = (createPage) =>
  fc.asyncProperty(journey(), async ({ steps }) => {
    const run = drive(createPage())
    for (const step of steps) await watchMoney(run, step)
    watchEnd(run)
  })

/** Of any number of concurrent submits, interleaved with anything, one per attempt reaches the SDK. */
export const oneSubmissionAtATime: PageProperty = (createPage) =>
  fc.asyncProperty(journey(), fc.nat({ max: 9 }), fc.scheduler(), async ({ steps }, clicks, scheduler) => {
    const run = drive(createPage())
    const every: readonly Step[] = [...steps, ...Array.from({ length: clicks }, (): Step => ({ kind: 'submit' }))]
    scheduler.scheduleSequence(steps.slice(0, 3).map((step) => ({ builder: () => run.take(step), label: step.kind })))
    const rest = every
      .slice(3)
      .map((step) => scheduler.schedule(Promise.resolve(), step.kind).then(() => run.take(step)))
    await scheduler.waitIdle()
    await Promise.all(rest)
    run.insistOnOneSubmission()
  })

const other = { onEventCallback: 'onError', onError: 'onEventCallback' } as const

const codeOf = (step: Step): unknown =>
  step.kind === 'callback' ? (step.args[0] as { code?: unknown } | null | undefined)?.code : undefined

/** The same happening, told once more by the other callback. */
const echoOf = (step: Step): readonly Step[] => {
  const code = codeOf(step)
  return step.kind === 'callback' && typeof code === 'string' && Object.hasOwn(eventCodes, code)
    ? [{ ...step, channel: other[step.channel] }]
    : []
}

/** One failure that comes by `onError` and by `onEventCallback` does and counts what one of them does. */
export const isIdempotent: PageProperty = (createPage) =>
  fc.asyncProperty(journey(), async ({ steps }) => {
    const once = drive(createPage())
    const twice = drive(createPage())
    let last: unknown
    for (const step of steps) {
      // Of the same code again it could not be told whose echo it is.
      const code = codeOf(step)
      if (code !== undefined && code === last) continue
      last = code ?? last
      await once.take(step)
      for (const telling of [step, ...echoOf(step)]) await twice.take(telling)
      const [a, b] = [once.page.shows(), twice.page.shows()].map((showing) => JSON.stringify(showing))
      insist(a === b, `Told once: ${a}. Told twice: ${b}.`)
    }
  })

/** Left and loaded anew at any point, the page is not less careful than it would have been. */
export const survivesRedirect: PageProperty = (createPage) =>
  fc.asyncProperty(journey(), fc.nat({ max: 40 }), async ({ steps }, leavesAfter) => {
    const run = drive(createPage())
    const watch = async (step: Step): Promise<void> => {
      if (!run.referee.isPaid) await watchMoney(run, step)
    }
    for (const step of steps.slice(0, leavesAfter)) await watch(step)
    if (run.referee.isPaid) return
    run.reload()
    insist(!run.page.shows().offersToPay, 'The page offers to pay before it has mounted anything.')
    for (const step of steps.slice(leavesAfter)) await watch(step)
    if (!run.referee.isPaid) watchEnd(run)
  })

/** All of them, by name. */
export const properties: Readonly<Record<string, PageProperty>> = {
  endsWell,
  noFalseSuccess,
  successIsAbsorbing,
  neverPaysTwice,
  oneSubmissionAtATime,
  isIdempotent,
  survivesRedirect,
}
