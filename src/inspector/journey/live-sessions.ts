import { hearing } from '../../../machines/echo.ts'
import { allowWire } from '../../inspect/allowlist.ts'
import type { SafeContext, SafeEvent, SafeSnapshot, WireEvent } from '../../inspect/types.ts'
import type { JourneyStore } from './journey-store.ts'
import { keepNewest } from './keep-newest.ts'
import { lateMoment, snapshotMoment } from './live-moments.ts'
import { createResents } from './resents.ts'
import { toEvent, toState } from './state.ts'
import type { Moment, State } from './types.ts'

/** Where wire events come from: a connection of the server's, or another window. Session ids are only unique in it. */
export interface Source {
  readonly id: string
  /** What its journeys are called. */
  readonly name: string
  /** It may say again what it has said, as the official sender does to another window. By default not. */
  readonly resends?: boolean
}

/** One live checkout: what was told of it last. */
interface Session {
  readonly source: string
  /** `null`: nobody looks at it. */
  journey: string | null
  /** Its actor was announced, and that is told later than it was: what is known of it is not how it began. */
  isNew: boolean
  readonly startedAt: number
  t: number
  state: State
  snapshot: SafeSnapshot
  heard: SafeContext['heard']
}

export interface LiveSessions {
  /** Takes a message of the protocol of `@statelyai/inspect`, parsed. Takes anything, and never throws. */
  take(source: Source, message: unknown): void
  /** Nobody looks at that journey any more, or can. */
  leave(journey: string): void
}

const isOfCheckout = (snapshot: object): snapshot is SafeSnapshot => 'context' in snapshot

/** The checkouts of which wire events tell, as journeys in the store. */
export const createLiveSessions = (store: JourneyStore): LiveSessions => {
  const sessions = new Map<string, Session>()
  const resents = createResents()
  let begun = 0

  const begin = (source: Source, event: WireEvent, snapshot: SafeSnapshot): Session => {
    begun += 1
    const { sessionId } = event
    const startedAt = Number(event.createdAt)
    const state = toState(snapshot)
    const { heard, settings } = state.context
    const id = `${source.id}/${sessionId}/${begun}`
    store.add({
      ...{ id, name: source.name, source: 'live', submitButton: settings.submitButton, startedAt, first: state },
      session: { source: source.id, sessionId },
    })
    const isNew = event.type === '@xstate.actor'
    return { ...{ source: source.id, journey: id, isNew, startedAt, t: 0 }, ...{ state, snapshot, heard } }
  }

  const grow = (session: Session, moment: Moment | null): void => {
    if (!moment) return
    session.t = moment.t
    session.state = moment.after
    if (session.journey !== null) store.append(session.journey, [moment])
  }

  /** Time does not go back, whatever the sender's clock does. */
  const timeIn = ({ startedAt, t }: Session, { createdAt }: WireEvent): number =>
    Math.max(t, Number(createdAt) - startedAt)

  const tell = (session: Session, wire: WireEvent, event: SafeEvent, snapshot: SafeSnapshot): void => {
    const moment = snapshotMoment(timeIn(session, wire), event, snapshot, session.state)
    session.snapshot = snapshot
    session.isNew = false
    session.heard = snapshot.context.heard
    grow(session, moment)
  }

  /** An event is told before the machine has it, and again with what came of it: alone it counts only after the end. */
  const tellLate = (session: Session, wire: WireEvent, event: SafeEvent): void => {
    if (session.state.status !== 'done') return
    const moment = lateMoment(timeIn(session, wire), event, session.state, session.heard)
    if (moment) session.heard = hearing(session.heard, toEvent(event))
    grow(session, moment)
  }

  /** How it was when we began to look, where that is the first that was told of it but for its actor. */
  const correctFirst = (session: Session, snapshot: SafeSnapshot, isNew: boolean): void => {
    session.isNew = isNew
    session.snapshot = snapshot
    session.state = toState(snapshot)
    session.heard = snapshot.context.heard
    if (session.journey !== null) store.beginWith(session.journey, session.state)
  }

  const take = (source: Source, key: string, wire: WireEvent): void => {
    const session = sessions.get(key)
    if (source.resends && resents.has(source.id, wire)) return
    if (wire.type === '@xstate.event') {
      if (session) tellLate(session, wire, wire.event)
      return
    }
    const { snapshot } = wire
    if (!isOfCheckout(snapshot)) return
    if (session?.isNew) correctFirst(session, snapshot, wire.type === '@xstate.actor')
    else if (session && wire.type === '@xstate.snapshot' && wire.event.type !== 'xstate.init') {
      tell(session, wire, wire.event, snapshot)
    } else keepNewest(sessions, key, begin(source, wire, snapshot))
  }

  return {
    take(source, message) {
      const keyOf = (sessionId: string): string => `${source.id}\n${sessionId}`
      const wire = allowWire(message, (id) => sessions.get(keyOf(id))?.snapshot)
      if (wire) take(source, keyOf(wire.sessionId), wire)
    },
    leave(journey) {
      const all = [...sessions.values()]
      const left = all.find((session) => session.journey === journey)
      if (!left) return
      left.journey = null
      const { source } = left
      if (!all.some((session) => session.source === source && session.journey !== null)) resents.forget(source)
    },
  }
}
