import type { InspectionEvent } from 'xstate'
import type { CheckoutClock } from '../../machines/clock.ts'
import { guarded, report } from '../controller/listeners.ts'
import type { Control, FromApp } from '../inspector/protocol.ts'
import { type Controlled, intervene } from './intervene.ts'
import { createNewest } from './newest.ts'
import { createQueue } from './queue.ts'
import {
  type InspectorSocket,
  type InspectorSocketConstructor,
  letNodeEnd,
  letNodeEndWith,
  platformSocket,
} from './socket.ts'
import { read } from './values.ts'
import { toWire } from './wire.ts'

/** Where an inspector is, and who is looked at. */
export interface ConnectOptions {
  /** `ws://127.0.0.1:…`, as `antom-checkout inspect` prints it. */
  readonly url: string
  /** Your own word for this app, at most 80 characters: it is shown as it is. */
  readonly name?: string | undefined
  /** Default: the platform's. Node 20 has none: give that of the package `ws`. */
  readonly WebSocket?: InspectorSocketConstructor | undefined
  /** Timers for connecting again. Default: the platform's. */
  readonly clock?: Pick<CheckoutClock, 'setTimeout' | 'clearTimeout'> | undefined
  /** Is told what is wrong, once. Default: where the platform tells errors. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** A connection to an inspector. It opens itself again when it breaks. */
export interface ConnectedInspector {
  /** For `createCheckout({ inspect })`, or for a bare actor; one of them for any number of checkouts. */
  readonly inspect: (event: InspectionEvent) => void
  /**
   * Lets whoever looks at the inspector's page do to this checkout what the SDK does, and close it. Returns the function
   * that ends it. A checkout that is over still takes what comes late, until control of another one is given: then it is
   * let go.
   */
  control(checkout: Controlled): () => void
  /** Ends the connection for good. */
  close(): void
  /** How many messages were dropped because too much was waiting for a connection. */
  readonly dropped: number
}

// In characters: some hundreds of moments.
const MOST_WAITING = 1_000_000
/** So much may be on its way. With more, the network is slower than the checkout: what is new waits here. */
const MOST_ON_ITS_WAY = 250_000
const LONGEST_MESSAGE = 4_096

// Milliseconds.
const LOOK_AGAIN = 100
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

const platformClock: Pick<CheckoutClock, 'setTimeout' | 'clearTimeout'> = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer),
}

/**
 * Shows checkouts to an inspector: this package's own (`npx antom-checkout inspect`), or whatever else receives the
 * protocol of `@statelyai/inspect` at a WebSocket. It tells states, codes, statuses, counts and times, and nothing else.
 *
 * Never throws. Nobody has to be there: what is told meanwhile waits, the newest megabyte of it. After a break it says
 * how each checkout is, and goes on from there. For development and tests: do not ship it to buyers.
 *
 * @example
 * const inspector = connectInspector({ url: 'ws://127.0.0.1:4711', name: 'my shop' })
 * const checkout = createCheckout({ inspect: inspector.inspect })
 * inspector.control(checkout) // where the inspector's page may send it events
 */
export const connectInspector = ({
  url,
  name = '',
  WebSocket: Socket = platformSocket(),
  clock = platformClock,
  onError = report,
}: ConnectOptions): ConnectedInspector => {
  const queue = createQueue(MOST_WAITING)
  const newest = createNewest()
  const controlled = new Map<string, Controlled>()
  const tellError = guarded(onError)
  let socket: InspectorSocket | undefined
  let isOpen = false
  let isEnded = false
  let pause = FIRST_PAUSE
  let timer: unknown

  const later = (run: () => void, ms: number): void => {
    clock.clearTimeout(timer as never)
    timer = clock.setTimeout(run, ms)
    letNodeEnd(timer)
  }

  const send = (message: FromApp): void => socket?.send(JSON.stringify(message))

  const flush = (): void => {
    while (socket && isOpen && socket.bufferedAmount < MOST_ON_ITS_WAY) {
      const text = queue.shift()
      if (text === undefined) return
      socket.send(text)
    }
    if (isOpen) later(flush, LOOK_AGAIN)
  }

  const controlOf = (sessionId: string): Control => ({
    type: 'antom.control',
    sessionId,
    isAllowed: controlled.has(sessionId),
  })

  const letGo = (sessionId: string): void => {
    if (controlled.delete(sessionId) && isOpen) send(controlOf(sessionId))
  }

  const opened = (): void => {
    isOpen = true
    pause = FIRST_PAUSE
    send({ type: 'antom.hello', name })
    for (const { actor } of controlled.values()) send(controlOf(actor.sessionId))
    flush()
  }

  const lost = (): void => {
    const wasOpen = isOpen
    socket = undefined
    isOpen = false
    if (wasOpen) {
      // Whoever answers next has heard nothing.
      queue.clear()
      for (const event of newest.all()) queue.push(JSON.stringify(event))
    }
    later(open, pause)
    pause = Math.min(2 * pause, LONGEST_PAUSE)
  }

  const heard = (data: unknown): void => {
    if (typeof data !== 'string' || data.length > LONGEST_MESSAGE) return
    let message: unknown
    try {
      message = JSON.parse(data)
    } catch {
      return
    }
    const sessionId = read(message, 'sessionId')
    const checkout = typeof sessionId === 'string' ? controlled.get(sessionId) : undefined
    if (checkout && read(message, 'type') === 'antom.send') intervene(checkout, read(message, 'intervention'))
  }

  /** Without any more words, where it can come to nothing. */
  const giveUp = (error: unknown): void => {
    isEnded = true
    queue.clear()
    tellError(error)
  }

  const open = (): void => {
    if (isEnded) return
    if (!Socket) {
      giveUp(new Error('There is no WebSocket here for connectInspector. Give it that of "ws".'))
      return
    }
    try {
      const opening = new Socket(url)
      socket = opening
      const ifPresent = (run: (event: object) => void): ((event: object) => void) =>
        guarded((event: object) => {
          if (socket === opening) run(event)
        })
      opening.addEventListener(
        'open',
        ifPresent(() => {
          letNodeEndWith(opening)
          opened()
        }),
      )
      opening.addEventListener(
        'message',
        ifPresent((event) => heard(read(event, 'data'))),
      )
      // Each is followed by a close.
      opening.addEventListener('error', () => {})
      opening.addEventListener('close', ifPresent(lost))
    } catch (error) {
      giveUp(error)
    }
  }
  open()

  return {
    inspect: guarded((event: InspectionEvent) => {
      const told = isEnded ? null : toWire(event)
      if (!told) return
      newest.note(told)
      queue.push(JSON.stringify(told))
      if (isOpen) flush()
    }),
    control(checkout) {
      for (const [id, { actor }] of controlled) if (actor.getSnapshot().status !== 'active') letGo(id)
      const { sessionId } = checkout.actor
      controlled.set(sessionId, checkout)
      if (isOpen) send(controlOf(sessionId))
      return () => letGo(sessionId)
    },
    close() {
      if (isEnded) return
      if (isOpen) flush()
      isEnded = true
      isOpen = false
      clock.clearTimeout(timer as never)
      const closing = socket
      socket = undefined
      closing?.close()
    },
    get dropped() {
      return queue.dropped
    },
  }
}
