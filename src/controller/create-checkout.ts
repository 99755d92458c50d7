import { type Either, isLeft, left, right } from 'fp-ts/lib/Either.js'
import { createActor, type InspectionEvent } from 'xstate'
import { conclusion } from '../../machines/checkout.actions.ts'
import { checkoutMachine, isListed } from '../../machines/checkout.machine.ts'
import { toSaved } from '../../machines/checkout.saved.ts'
import type { CheckoutSnapshot } from '../../machines/checkout.state.ts'
import type { CheckoutEvent, Claim } from '../../machines/checkout.types.ts'
import { type CheckoutClock, calendarNow, onCalendar } from '../../machines/clock.ts'
import { codeOf } from '../../machines/echo.ts'
import {
  type Answer,
  decodeAnswer,
  decodeMountRejection,
  decodeSubmitRejection,
  isFailedMount,
} from '../boundary/answer.ts'
import { decodeCallback, FOREIGN } from '../boundary/decode-callback.ts'
import type { Channel } from '../boundary/types.ts'
import { createTabs, type Tabs } from '../tabs/create-tabs.ts'
import { isOnlooker, standingOf } from '../tabs/standing.ts'
import { toView } from '../view/to-view.ts'
import type { CheckoutView } from '../view/types.ts'
import { createLateEvents } from './late-events.ts'
import { createListeners, guarded, report } from './listeners.ts'
import { refusalOf } from './refusal.ts'
import { createKeeper, nameOf } from './storage.ts'
import type { Checkout, CheckoutOptions, Refusal, Rejection } from './types.ts'

const platformClock: CheckoutClock = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (id) => clearTimeout(id),
}

/** An inspector cannot disturb the checkout: one that throws is told, and let go. */
const harmless = (inspect: NonNullable<CheckoutOptions['inspect']>): ((event: InspectionEvent) => void) => {
  let observe: ((event: InspectionEvent) => void) | undefined =
    typeof inspect === 'function' ? inspect : (event) => inspect.next?.(event)
  return (event) => {
    try {
      observe?.(event)
    } catch (error) {
      observe = undefined
      report(error)
    }
  }
}

const close = { type: 'checkout.close' } as const
const mountFailed = { type: 'SDK_CREATECOMPONENT_ERROR', channel: 'promise' } as const

/**
 * One checkout, wired to the SDK, for any UI layer: spread `callbacks` into the SDK's options, call the SDK through
 * `mount` and `submit`, show what `getSnapshot` says.
 *
 * Throws nothing, and starts no work before it is called; `close` ends its timers, but for a second in which the other
 * tabs hear of a payment.
 *
 * @example
 * const checkout = createCheckout({ submitButton: 'merchant' })
 * const sdk = new AMSCashierPayment({ environment: 'sandbox', locale: 'en_US', ...checkout.callbacks })
 * await checkout.mount(() => sdk.mountComponent({ sessionData }, '#box'))
 * payButton.onclick = () => checkout.submit(() => sdk.submit())
 * checkout.subscribe((view) => render(view))
 */
export const createCheckout = (options: CheckoutOptions = {}): Checkout => {
  const { storage, id, tabs: sharesTabs = true, inspect: observer, clock = platformClock, ...input } = options
  const inspect = observer && harmless(observer)
  const keeper = storage && id !== undefined ? createKeeper(storage, id, () => calendarNow(clock)) : undefined
  const late = createLateEvents()
  let tabs: Tabs | undefined
  let tickets = 0

  // Listeners are called when the actor has come to rest: what they ask for is answered at once, not queued.
  let depth = 0
  const batched = <T>(work: () => T): T => {
    depth += 1
    try {
      return work()
    } finally {
      depth -= 1
      if (depth === 0) listeners.notify()
    }
  }

  const actor = createActor(checkoutMachine, {
    input: { ...input, saved: keeper?.load() },
    clock: {
      setTimeout: (run, ms) => clock.setTimeout(() => batched(run), ms),
      clearTimeout: (timer) => clock.clearTimeout(timer),
      ...(clock.now && { now: () => clock.now?.() }),
    } as CheckoutClock,
    ...(inspect && { inspect }),
  })
  const snapshot = (): CheckoutSnapshot => actor.getSnapshot()
  const isOver = (): boolean => snapshot().status !== 'active'
  const getSnapshot = (): CheckoutView => late.addTo(toView(snapshot()))
  const listeners = createListeners(getSnapshot)

  actor.subscribe((current) => {
    // Who only looks on leaves the entry to the tab whose payment it is.
    if (!isOnlooker(current)) keeper?.save(toSaved(current, (time) => onCalendar(actor.system, time)))
    tabs?.update(standingOf(current))
    // The server's answers come by themselves.
    if (depth === 0) queueMicrotask(() => listeners.notify())
  })
  actor.start()

  const post = (event: CheckoutEvent): void =>
    batched(() => {
      if (!isOver()) {
        actor.send(event)
        return
      }
      late.note(event, snapshot().context.heard)
      // The actor does not hear of it, so XState tells nobody.
      inspect?.({ type: '@xstate.event', actorRef: actor, rootId: actor.sessionId, sourceRef: undefined, event })
    })

  if (id !== undefined && sharesTabs) {
    const readLeft = (): Claim => keeper?.readClaim() ?? 'none'
    tabs = createTabs({ name: nameOf(id), clock, standing: standingOf(snapshot()), post, readLeft })
  }

  const receive = (channel: Channel): ((...args: unknown[]) => void) =>
    guarded((...args: unknown[]) => {
      const decoded = decodeCallback(...args)
      if (isLeft(decoded)) post({ type: 'checkout.undecodable', channel })
      // XState remembers every event type that it was ever sent: of foreign ones it only sees this one.
      else post({ ...decoded.right, channel, type: isListed(decoded.right.type) ? decoded.right.type : FOREIGN })
    })

  /** Sends a command and calls the SDK in the same step, before any listener can come between. */
  const give = async <T>(
    command: CheckoutEvent,
    isAccepted: () => boolean,
    call: () => T,
  ): Promise<{ readonly called: T } | null> => {
    const attempt = (): { readonly called: T } | null => (isAccepted() ? { called: call() } : null)
    const before = snapshot()
    const done = batched(() => {
      if (!isOver()) post(command)
      return attempt()
    })
    if (done || isOver() || snapshot() !== before) return done
    // Called by an observer of the actor itself, in the middle of another event: the command waits behind it.
    await Promise.resolve()
    return batched(attempt)
  }

  const perform = async <T>(
    name: Refusal['command'],
    command: CheckoutEvent,
    mayPay: boolean,
    isAccepted: () => boolean,
    call: () => T,
    tell: { resolved(value: unknown): void; rejected(error: unknown): void },
  ): Promise<Either<Refusal | Rejection, Awaited<T>>> => {
    let value: Awaited<T>
    try {
      const run = () => give(command, isAccepted, call)
      // What may lead to a payment is given while no other tab of the browser may give it.
      const done = await (tabs && mayPay ? tabs.alone(run) : run())
      if (!done) return left(refusalOf(name, snapshot()))
      value = await done.called
    } catch (error) {
      tell.rejected(error)
      return left({ kind: 'rejection', command: name, error })
    }
    tell.resolved(value)
    return right(value)
  }

  /** An answer counts while its attempt is the present one and unanswered; later, only success does. */
  const answer = (ticket: number, event: Answer): void => {
    if (!event) return
    const isPresent = snapshot().matches({ live: 'flight' }) && snapshot().context.submitTicket === ticket
    if (isPresent || isOver() || event.type === 'SDK_PAYMENT_SUCCESSFUL') post(event)
    else post({ ...event, type: 'answer.late', code: codeOf(event), ticket })
  }

  return {
    actor,
    callbacks: {
      onEventCallback: receive('onEventCallback'),
      onError: receive('onError'),
      onClose: guarded(() => post({ type: 'checkout.dismiss', channel: 'onClose' })),
    },

    mount(call, options) {
      tickets += 1
      const ticket = tickets
      const isMine = (): boolean => snapshot().context.mountTicket === ticket
      const failed = (event: CheckoutEvent | null): void => {
        if (!isMine()) return
        // Without a code it is the failure that a callback has named, if one has.
        if (event) post(event)
        else if (!snapshot().matches({ live: { resting: 'broken' } })) post(mountFailed)
      }
      return perform(
        'mount',
        { type: 'checkout.mount', sessionExpiresAt: options?.sessionExpiresAt ?? null, ticket },
        // The SDK's own button does not ask us.
        getSnapshot().canMount && snapshot().context.settings.submitButton === 'sdk',
        () => isMine() && snapshot().matches({ live: { preparing: 'loading' } }),
        call,
        {
          // That it resolves says nothing else: it does before the form is there, and after errors too.
          resolved(value) {
            if (isFailedMount(value)) failed(null)
          },
          rejected: (error) => failed(decodeMountRejection(error, isListed)),
        },
      )
    },

    submit(call) {
      tickets += 1
      const ticket = tickets
      return perform(
        'submit',
        { type: 'checkout.submit', ticket },
        getSnapshot().canSubmit,
        () => snapshot().context.submitTicket === ticket && snapshot().matches({ live: { flight: 'submitting' } }),
        call,
        {
          resolved: (value) => answer(ticket, decodeAnswer(value, isListed)),
          rejected: (error) => answer(ticket, decodeSubmitRejection(error, isListed)),
        },
      )
    },

    close() {
      if (!isOver()) post(close)
      const { output } = snapshot()
      if (output) return output
      // Called by an observer of the actor itself: the close waits behind what else is queued, and that is not known.
      return conclusion(snapshot().context, close, 'unresolved')
    },

    getSnapshot,
    subscribe: listeners.add,
  }
}
