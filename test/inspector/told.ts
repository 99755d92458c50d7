import type { InspectionEvent } from 'xstate'
import type { Checkout } from '../../src/controller/types.ts'
import { createCheckout } from '../../src/index.ts'
import type { WireEvent } from '../../src/inspect/types.ts'
import type { Connection, ToPage } from '../../src/inspector/protocol.ts'

// What an app tells of a checkout as the official senders do: with everything that there is, unstripped.

const about = { id: null, _version: '0.7.2', createdAt: '1750000000000', rootId: 'x:0' }

export type Message = Readonly<Record<string, unknown>>

/** The messages of one checkout's life. */
export const lifeOf = (sessionId: string, live: (checkout: Checkout) => void = () => {}): readonly Message[] => {
  const messages: Message[] = []
  const inspect = (told: InspectionEvent): void => {
    // Its timers are actors as well.
    if (told.actorRef.sessionId !== told.rootId) return
    if (told.type === '@xstate.event') {
      messages.push({ ...about, type: told.type, sessionId, sourceId: undefined, event: told.event })
    } else if (told.type === '@xstate.snapshot') {
      messages.push({ ...about, type: told.type, sessionId, event: told.event, snapshot: told.snapshot })
    }
  }
  const checkout = createCheckout({ inspect })
  messages.unshift({
    ...{ ...about, type: '@xstate.actor', name: 'checkout', sessionId, parentId: undefined, definition: '{}' },
    snapshot: checkout.actor.getSnapshot(),
  })
  live(checkout)
  checkout.close()
  return JSON.parse(JSON.stringify(messages))
}

/** All that a page was told of one app, in order. */
export const eventsOf = (received: readonly ToPage[], connection: string): readonly WireEvent[] =>
  received.flatMap((message) =>
    message.type === 'antom.told' && message.connection === connection ? message.events : [],
  )

/** Which of all that one app has told these were. */
export const numbersOf = (received: readonly ToPage[], connection: string): readonly number[] =>
  received.flatMap((message) =>
    message.type === 'antom.told' && message.connection === connection
      ? message.events.map((_, at) => message.first + at)
      : [],
  )

/** The newest word of each app, in the order in which they came. */
export const appsIn = (received: readonly ToPage[]): readonly Connection[] => {
  const apps = new Map<string, Connection>()
  for (const message of received) if (message.type === 'antom.connection') apps.set(message.connection, message)
  return [...apps.values()]
}

export const connectionIn =
  (isIt: (connection: Connection) => boolean) =>
  (received: readonly ToPage[]): Connection | undefined =>
    appsIn(received).find(isIt)
