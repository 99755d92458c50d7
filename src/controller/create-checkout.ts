import { type Either, isLeft, left, right } from 'fp-ts/lib/Either.js'
import { createActor, getNextSnapshot, type InspectionEvent } from 'xstate'
import { isEcho, note } from '../../machines/checkout.actions.ts'
import { checkoutMachine, isListed } from '../../machines/checkout.machine.ts'
import { toSaved } from '../../machines/checkout.saved.ts'
import type { CheckoutEvent, SubmitAnswer } from '../../machines/checkout.types.ts'
import { type CheckoutClock, onCalendar } from '../../machines/clock.ts'
import { decodeAnswer, decodeMountRejection, decodeSubmitRejection } from '../boundary/answer.ts'
import { decodeCallback } from '../boundary/decode-callback.ts'
import type { Channel, SdkEvent } from '../boundary/types.ts'
import { toView, withLate } from '../view/to-view.ts'
import type { CheckoutView, DiagnosticList, Outcome } from '../view/types.ts'
import { createListeners, guarded, report } from './listeners.ts'
import { refusalOf } from './refusal.ts'
import { createKeeper } from './storage.ts'
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

/**
 * One checkout, wired to the SDK, for any UI layer: spread `callbacks` into the SDK's options, call the SDK through
 * `mount` and `submit`, show what `getSnapshot` says.
 *
 * Throws nothing, and starts no work before it is called; `close` ends its timers.
 *
 * @example
 * const checkout = createCheckout({ submitButton: 'merchant' })
 * const sdk = new AMSCashierPayment({ environment: 'sandbox', locale: 'en_US', ...checkout.callbacks })
 * await checkout.mount(() => sdk.mountComponent({ sessionData }, '#box'))
 * payButton.onclick = () => checkout.submit(() => sdk.submit())
 * checkout.subscribe((view) => render(view))
 */
export const createCheckout = (options: CheckoutOptions = {}): Checkout => {
  const { storage, id, inspect, clock = platformClock, ...input } = options
  const keeper = storage && id !== undefined ? createKeeper(storage, id) : undefined
  const listeners = createListeners<CheckoutView>()
  let late: DiagnosticList = { count: 0, last: [] }
  let view: CheckoutView
  let told: CheckoutView | undefined
  let tickets = 0

  // Listeners are called when the actor has come to rest: what they ask for is answered at once, not queued.
  let depth = 0
  const settled = <T>(work: () => T): T => {
    depth += 1
    try {
      return work()
    } finally {
      depth -= 1
      if (depth === 0) notify()
    }
  }

  const actor = createActor(checkoutMachine, {
    input: { ...input, saved: keeper?.load() },
    clock: {
      setTimeout: (run, ms) => clock.setTimeout(() => settled(run), ms),
      clearTimeout: (timer) => clock.clearTimeout(timer),
      ...(clock.now && { now: () => clock.now?.() }),
    } as CheckoutClock,
    ...(inspect && { inspect: harmless(inspect) }),
  })

  const getSnapshot = (): CheckoutView => {
    const current = toView(actor.getSnapshot())
    if (late.count === 0) view = current
    else if (view.diagnostics.late !== late) view = withLate(current, late)
    return view
  }
  const notify = (): void => {
    if (listeners.size === 0 || getSnapshot() === told) return
    told = view
    listeners.notify(view)
  }

  actor.subscribe((snapshot) => {
    keeper?.save(toSaved(snapshot, (time) => onCalendar(actor.system, time)))
    // The server's answers come by themselves.
    if (depth === 0) queueMicrotask(notify)
  })
  actor.start()
  view = toView(actor.getSnapshot())

  const isOver = (): boolean => actor.getSnapshot().status !== 'active'
  const post = (event: CheckoutEvent): void =>
    settled(() => {
      if (!isOver()) actor.send(event)
      else if (!isEcho({ context: actor.getSnapshot().context, event })) late = note(late, event, 'late')
    })

  const receive = (channel: Channel): ((...args: unknown[]) => void) =>
    guarded((...args: unknown[]) => {
      const decoded = decodeCallback(...args)
      post(isLeft(decoded) ? { type: 'checkout.undecodable', channel } : { ...decoded.right, channel })
    })

  /** Sends a command and calls the SDK in the same step, before any listener can come between. */
  const attempt = <T>(command: CheckoutEvent, isAccepted: () => boolean, call: () => T): { called: T } | null =>
    settled(() => {
      if (!isOver()) post(command)
      return isAccepted() ? { called: call() } : null
    })

  const perform = async <T>(
    name: Refusal['command'],
    command: CheckoutEvent,
    isAccepted: () => boolean,
    call: () => T,
    tell: { resolved(value: unknown): void; rejected(error: unknown): void },
  ): Promise<Either<Refusal | Rejection, Awaited<T>>> => {
    try {
      const before = actor.getSnapshot()
      let done = attempt(command, isAccepted, call)
      if (!done && !isOver() && actor.getSnapshot() === before) {
        // Called by an observer of the actor itself, in the middle of another event: the command waits behind it.
        await Promise.resolve()
        done = settled(() => (isAccepted() ? { called: call() } : null))
      }
      if (!done) return left(refusalOf(name, getSnapshot()))
      const value = await done.called
      tell.resolved(value)
      return right(value)
    } catch (error) {
      tell.rejected(error)
      return left({ kind: 'rejection', command: name, error })
    }
  }

  /** An answer counts while its attempt is the present one and unanswered; later, only success does. */
  const answer = (ticket: number, event: SdkEvent | SubmitAnswer | null): void => {
    if (!event) return
    const snapshot = actor.getSnapshot()
    const isPresent = snapshot.matches({ live: 'flight' }) && snapshot.context.submitTicket === ticket
    if (isPresent || isOver() || event.type === 'SDK_PAYMENT_SUCCESSFUL') post(event)
    else post({ ...event, type: 'answer.late', code: event.code ?? event.type, ticket })
  }

  return {
    actor,
    callbacks: {
      onEventCallback: receive('onEventCallback'),
      onError: receive('onError'),
      onClose: guarded(() => post({ type: 'checkout.dismiss', channel: 'onClose' })),
    },

    mount(call, { sessionExpiresAt } = {}) {
      tickets += 1
      const ticket = tickets
      const isMine = (): boolean => actor.getSnapshot().context.mountTicket === ticket
      return perform(
        'mount',
        { type: 'checkout.mount', sessionExpiresAt: sessionExpiresAt ?? null, ticket },
        () => isMine() && actor.getSnapshot().matches({ live: { open: 'loading' } }),
        call,
        {
          // It resolves before the form is there, and after errors too.
          resolved: () => {},
          rejected: (error) => {
            if (isMine()) post(decodeMountRejection(error, isListed))
          },
        },
      )
    },

    submit(call) {
      tickets += 1
      const ticket = tickets
      return perform(
        'submit',
        { type: 'checkout.submit', ticket },
        () => {
          const snapshot = actor.getSnapshot()
          return snapshot.context.submitTicket === ticket && snapshot.matches({ live: { flight: 'submitting' } })
        },
        call,
        {
          resolved: (value) => answer(ticket, decodeAnswer(value, isListed)),
          rejected: (error) => answer(ticket, decodeSubmitRejection(error, isListed)),
        },
      )
    },

    close() {
      if (!isOver()) post(close)
      // Still open: called by an observer of the actor itself, in the middle of another event. The close is queued.
      return (
        actor.getSnapshot().output ?? (getNextSnapshot(checkoutMachine, actor.getSnapshot(), close).output as Outcome)
      )
    },

    getSnapshot,
    subscribe(listener) {
      if (listeners.size === 0) told = getSnapshot()
      return listeners.add(listener)
    },
  }
}
