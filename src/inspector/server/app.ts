import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { WireEvent } from '../../inspect/types.ts'
import type { Connection, Send, ToApp } from '../protocol.ts'
import { createHistory, type History } from './history.ts'
import { readControl, readHello } from './messages.ts'
import { createStrip } from './strip.ts'
import type { Limits } from './types.ts'

// Of one app. More checkouts than that are on no page.
const MOST_CONTROLLED = 64

/** An app that is looked at, or was. */
export interface App {
  readonly id: string
  readonly history: History
  connection(): Connection
  /** Takes what the app says of itself. Returns whether it was that, and whether the page has to know. */
  hears(message: unknown): 'news' | 'nothing' | 'not-mine'
  /** What may be shown of what it tells; `null`: nothing. */
  strip(message: unknown): WireEvent | null
  /** Hands an intervention on, where the app allows it. */
  send(message: Send): void
  leave(): void
}

export const createApp = (socket: WebSocket, { history: size, buffered }: Limits): App => {
  // Unlike those of a server that was here before: a page may have seen both.
  const id = randomUUID()
  const history = createHistory(size)
  const controlled = new Set<string>()
  let name = ''
  let hasSpoken = false
  let isOpen = true

  const isType = (message: unknown, type: string): boolean =>
    typeof message === 'object' && message !== null && 'type' in message && message.type === type

  return {
    id,
    history,
    connection: () => ({ type: 'antom.connection', connection: id, name, isOpen, controlled: [...controlled] }),
    hears(message) {
      const isFirst = !hasSpoken
      hasSpoken = true
      if (isType(message, 'antom.hello')) {
        const hello = isFirst ? readHello(message) : undefined
        name = hello ?? name
        return hello ? 'news' : 'nothing'
      }
      if (!isType(message, 'antom.control')) return 'not-mine'
      const control = readControl(message)
      if (!control || control.isAllowed === controlled.has(control.sessionId)) return 'nothing'
      if (!control.isAllowed) controlled.delete(control.sessionId)
      else if (controlled.size < MOST_CONTROLLED) controlled.add(control.sessionId)
      else return 'nothing'
      return 'news'
    },
    strip: createStrip(),
    send({ type, sessionId, intervention }) {
      if (!isOpen || socket.readyState !== socket.OPEN || !controlled.has(sessionId)) return
      if (socket.bufferedAmount > buffered) {
        socket.terminate()
        return
      }
      const message: ToApp = { type, sessionId, intervention }
      socket.send(JSON.stringify(message))
    },
    leave() {
      isOpen = false
      controlled.clear()
    },
  }
}
