import type { ActorOptions, ActorSystem, AnyActorLogic } from 'xstate'

// XState does not export the type by its name.
type Clock = NonNullable<ActorOptions<AnyActorLogic>['clock']>

/** XState's clock, which may tell the time as well: milliseconds, like `Date.now()`. XState's own type has no `now`. */
export interface CheckoutClock extends Clock {
  now?(): number
}

// biome-ignore lint/suspicious/noExplicitAny: XState's own name for "whatever actors this system has".
type System = Pick<ActorSystem<any>, '_clock'>

/** The clock on which the actor runs. XState gives an actor no other way to it than this field of its system. */
export const clockOf = (system: System): CheckoutClock => system._clock

/** The time in milliseconds, on the actor's clock. */
export const now = (system: System): number => clockOf(system).now?.() ?? Date.now()

// In 1973. A time below it was not read from a calendar.
const CALENDAR = 100_000_000_000

/**
 * A moment of the calendar (epoch milliseconds), on the actor's clock. A clock that does not count from the epoch, as
 * XState's `SimulatedClock`, which starts at 0, is mapped here, once for each moment.
 */
export const onClock = (system: System, moment: number): number => {
  const time = now(system)
  return moment >= CALENDAR && time < CALENDAR ? moment - Date.now() + time : moment
}

/** The same for whatever a merchant gives as a moment; `null` for what is none. */
export const momentOn = (system: System, moment: number | Date | null | undefined): number | null =>
  moment === null || moment === undefined || Number.isNaN(Number(moment)) ? null : onClock(system, Number(moment))

/** The present moment of the calendar, in epoch milliseconds, on whatever clock this is. */
export const calendarNow = (clock: CheckoutClock): number => {
  const present = clock.now?.() ?? Date.now()
  return present < CALENDAR ? Date.now() : present
}

/** The other way: a time on the actor's clock as a moment of the calendar, which means something on another page. */
export const onCalendar = (system: System, time: number): number => time - now(system) + calendarNow(clockOf(system))
