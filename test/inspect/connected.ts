import { vi } from 'vitest'
import { SimulatedClock } from 'xstate'
import { type ConnectOptions, connectInspector, type WireEvent } from '../../src/inspect/index.ts'
import { createNetwork } from './sockets.ts'

/** An inspector's connection, on a network and a clock on which nothing happens by itself. */
export const connect = (options: Partial<ConnectOptions> = {}) => {
  const network = createNetwork()
  const clock = new SimulatedClock()
  const onError = vi.fn()
  const inspector = connectInspector({
    url: 'ws://inspector',
    name: 'shop',
    WebSocket: network.WebSocket,
    clock,
    onError,
    ...options,
  })
  return { network, clock, onError, inspector }
}

export type Message = { type: string; name?: string; sessionId?: string; isAllowed?: boolean } | WireEvent
/** What was sent. */
export const read = (sent: readonly string[]): readonly Message[] => sent.map((text) => JSON.parse(text))
/** The types of the events among it. */
export const codesOf = (messages: readonly Message[]): readonly string[] =>
  messages.flatMap((message) => (message.type === '@xstate.event' && 'event' in message ? [message.event.type] : []))
