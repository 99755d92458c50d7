import { createCheckout } from '../../../src/controller/create-checkout.ts'
import type { Checkout, CheckoutOptions, CheckoutView } from '../../../src/index.ts'
import { declined } from '../../stub/results.ts'
import { type NaiveName, naiveHandlers, naiveNames } from '../naive/handlers.ts'
import type { Truth } from '../naive/judge.ts'
import { atFirst } from '../naive/ordinary.ts'
import type { Seen, Shown } from '../naive/types.ts'
import { submitSettles, succeeds, tells } from '../scenarios/steps.ts'
import type { Line, Money, Scenario, Step } from '../scenarios/types.ts'
import { well } from '../scenarios/well.ts'
import { answerTo, booksAfter } from './answers.ts'
import { createComponent, type Drawn, drawnAfter } from './component.ts'
import type { PlayClock } from './play-clock.ts'

type NaivePages = Readonly<Record<NaiveName, Shown>>

/** The playground at one moment. */
export interface PlayState {
  /** What the buyer's page has, with this package. */
  readonly view: CheckoutView
  readonly drawn: Drawn
  /** What the naive pages would show, having seen the same. */
  readonly naive: NaivePages
  readonly truth: Truth
  readonly played: number
  readonly steps: number
}

export interface PlayOptions {
  readonly scenario: Scenario
  readonly clock: PlayClock
  readonly inspect?: CheckoutOptions['inspect']
  /** Where the checkout is found again, and by which name. */
  readonly storage?: CheckoutOptions['storage']
  readonly id?: string
  /** The buyer is back from another page. */
  readonly isReturning?: boolean
  readonly onLeave?: () => void
}

/** One checkout that goes through one scenario. */
export interface Play {
  /** Its callbacks are those that the simulated SDK calls: whoever calls them is seen by the naive pages as well. */
  readonly checkout: Checkout
  begin(): void
  getState(): PlayState
  subscribe(listener: () => void): () => void
  /** The buyer presses Pay. */
  pay(): void
  /** The buyer answers the bank. */
  answerBank(isMe: boolean): void
  /** The buyer presses "Try again". */
  tryAgain(): void
  /** A person has the SDK say something that is not in the scenario. */
  send(line: Line, money?: Money): void
  /** The page is left for good. */
  stop(): void
}

const allSee = (pages: NaivePages, seen: Seen): NaivePages =>
  Object.fromEntries(
    naiveNames.map((name) => [name, naiveHandlers[name].handle(pages[name], seen)]),
  ) as unknown as NaivePages

const freshPages = Object.fromEntries(naiveNames.map((name) => [name, atFirst])) as unknown as NaivePages

const isPaying = (line: Line | undefined): boolean =>
  (line?.via === 'command' && line.name === 'submit') || (line?.via === 'buyer' && line.does === 'pays')

const notMe = tells(900, 'SDK_PAYMENT_FAIL', declined('USER_PAYMENT_VERIFICATION_FAILED'), 'refused')
const settledAndPaid: readonly Step[] = [submitSettles(900, { code: 'SUCCESS' }), succeeds(300)]

export const createPlay = (options: PlayOptions): Play => {
  const { scenario, clock, isReturning = false } = options
  let steps: readonly Step[] = isReturning ? (scenario.afterReturn ?? []) : scenario.steps
  let played = 0
  let timer: unknown
  let questions = 0
  let drawn: Drawn = 'nothing'
  let naive = isReturning ? scenario.steps.reduce(allSee, freshPages) : freshPages
  let money: Money = isReturning ? 'open' : 'none'
  let ends: Truth['ends'] = scenario.ends
  let isSessionOver = false
  let state: PlayState | undefined
  const listeners = new Set<() => void>()

  const publish = (): void => {
    state = undefined
    for (const listener of [...listeners]) listener()
  }
  const see = (seen: Seen): void => {
    naive = allSee(naive, seen)
    if (seen.via !== 'server' && seen.via !== 'return') drawn = drawnAfter(drawn, seen)
  }
  const setMoney = (to: Money | undefined): void => {
    if (to === undefined) return
    money = to
    isSessionOver = to === 'refused' && scenario.endsSession === true
  }

  const inquire: CheckoutOptions['inquire'] = ({ signal }) =>
    new Promise((resolve, reject) => {
      const said = answerTo(scenario, questions, money)
      questions += 1
      const arrives = clock.setTimeout(() => {
        setMoney(booksAfter(said))
        see({ via: 'server', paymentStatus: said.answer?.paymentStatus ?? null })
        if (said.answer) resolve(said.answer)
        else reject(new Error('the server does not answer'))
        publish()
      }, said.after)
      signal.addEventListener('abort', () => clock.clearTimeout(arrives))
    })

  const { submitButton = 'merchant' } = scenario
  const real = createCheckout({
    clock,
    submitButton,
    inquire,
    // No chance: the same scenario is always the same.
    inquiry: { jitter: 0, ...(scenario.inquiryBudget !== undefined && { budget: scenario.inquiryBudget }) },
    ...(scenario.timeouts && { timeouts: scenario.timeouts }),
    ...(options.storage && { storage: options.storage }),
    ...(options.id !== undefined && { id: options.id }),
    ...(options.inspect && { inspect: options.inspect }),
  })
  const heard = (via: 'onEventCallback' | 'onError' | 'onClose') => {
    return (...args: unknown[]): void => {
      see({ via, args })
      real.callbacks[via](...args)
      publish()
    }
  }
  const callbacks = { onEventCallback: heard('onEventCallback'), onError: heard('onError'), onClose: heard('onClose') }
  const component = createComponent(callbacks)
  real.subscribe(publish)

  /** @param whenCalled the machine has let it pass, and the SDK is called */
  const command = (name: 'mount' | 'submit', whenCalled: () => void = () => {}): void => {
    see({ via: 'command', name })
    const { sessionLasts } = scenario
    const call = (): Promise<unknown> => {
      whenCalled()
      return name === 'mount' ? component.mountComponent() : component.submit()
    }
    const ends = sessionLasts === undefined ? {} : { sessionExpiresAt: clock.now() + sessionLasts }
    void (name === 'mount' ? real.mount(call, ends) : real.submit(call)).then(publish)
  }

  const happen = (line: Line): void => {
    if (line.via === 'leave') options.onLeave?.()
    else if (line.via === 'command') command(line.name)
    else if (line.via === 'buyer' || line.via === 'time') see(line)
    else component.play(line)
    if (line.via === 'time') isSessionOver ||= scenario.sessionLasts !== undefined
    publish()
  }

  const runNext = (): void => {
    const step = steps[played]
    if (!step) return
    played += 1
    setMoney(step.money)
    happen(step)
    schedule()
  }
  const schedule = (): void => {
    const step = steps[played]
    if (step) timer = clock.setTimeout(runNext, step.after)
  }
  const runNow = (): void => {
    clock.clearTimeout(timer)
    runNext()
  }

  /** What a buyer does who goes on by hand: it goes well. Promises are those of the calls to come. */
  const append = (more: readonly Step[]): void => {
    clock.clearTimeout(timer)
    const calls = component.calls()
    steps = [
      ...steps.slice(0, played),
      ...more.map((step) => (step.via === 'promise' ? { ...step, call: step.call + calls[step.name] } : step)),
    ]
    schedule()
  }

  const getState = (): PlayState => {
    const view = real.getSnapshot()
    const isOver = played === steps.length && !view.busy
    state ??= {
      view,
      drawn,
      naive,
      truth: { money, ends, isSessionOver, isOver },
      played,
      steps: steps.length,
    }
    return state
  }

  return {
    checkout: { ...real, callbacks },
    begin() {
      if (isReturning) see({ via: 'return' })
      schedule()
      publish()
    },
    getState,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    pay() {
      if (isPaying(steps[played])) return runNow()
      if (submitButton === 'sdk') return
      command('submit', () => {
        money = 'open'
        if (played === steps.length) append(settledAndPaid)
      })
      publish()
    },
    answerBank(isMe) {
      const next = steps[played]
      if (isMe && next?.via === 'buyer' && next.does === 'answers') return runNow()
      ends = isMe ? 'paid' : 'not-paid'
      append([isMe ? succeeds() : notMe])
      publish()
    },
    tryAgain() {
      money = 'none'
      ends = 'paid'
      isSessionOver = false
      append(well.success.steps)
      runNow()
    },
    send(line, to) {
      if (to !== undefined) ends = 'unknown'
      setMoney(to)
      // What the scenario says of its session does not go for a story of the visitor's own.
      isSessionOver = false
      happen(line)
    },
    stop() {
      listeners.clear()
      clock.clearTimeout(timer)
      real.close()
    },
  }
}
