import type { WebSocket } from 'ws'
import type { ToPage } from '../protocol.ts'
import { createFifo } from './fifo.ts'
import type { Entry } from './history.ts'
import type { Limits } from './types.ts'

// Of one `antom.told`: large enough to be quick, small enough that the page can draw in between.
const BATCH_SIZE = 256 * 1024
const BATCH_LENGTH = 500

/** What is on its way to one page, in order. */
export interface Outbox {
  say(message: ToPage): void
  tell(connection: string, entry: Entry): void
}

interface Item extends Entry {
  /** The app that has told it; `undefined`: the text is a message by itself. */
  readonly connection: string | undefined
}

/** A page that does not keep up is let go: when it connects again, it is told anew what is kept. */
export const createOutbox = (socket: WebSocket, { waiting, buffered }: Limits): Outbox => {
  const queue = createFifo<Item>()
  let size = 0
  let isScheduled = false

  const take = (): Item => {
    const item = queue.take() as Item
    size -= item.size
    return item
  }
  const nextFrame = (): string => {
    const { text, size: sizeOfFirst, connection, index: first } = take()
    if (connection === undefined) return text
    const events = [text]
    let total = sizeOfFirst
    const isNext = (item?: Item): boolean => item?.connection === connection && item.index === first + events.length
    while (isNext(queue.peek()) && total < BATCH_SIZE && events.length < BATCH_LENGTH) {
      const item = take()
      events.push(item.text)
      total += item.size
    }
    // The texts are JSON already.
    const about = JSON.stringify({ type: 'antom.told', connection, first })
    return `${about.slice(0, -1)},"events":[${events.join()}]}`
  }
  const pump = (): void => {
    isScheduled = false
    while (queue.size > 0 && socket.readyState === socket.OPEN && socket.bufferedAmount < buffered) {
      socket.send(nextFrame(), schedule)
    }
  }
  // Not at once: what is told in a row goes in one piece.
  const schedule = (): void => {
    if (isScheduled || queue.size === 0) return
    isScheduled = true
    setImmediate(pump)
  }
  const push = (item: Item): void => {
    if (socket.readyState !== socket.OPEN) return
    queue.push(item)
    size += item.size
    if (size > waiting) socket.terminate()
    else schedule()
  }

  return {
    say(message) {
      const text = JSON.stringify(message)
      push({ index: 0, text, size: Buffer.byteLength(text), connection: undefined })
    },
    tell: (connection, entry) => push({ ...entry, connection }),
  }
}
