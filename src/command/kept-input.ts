import type { Readable } from 'node:stream'
import { Unreadable } from '../replay/read-lines.ts'

/** In bytes. What comes after that is not read. */
export const MOST_KEPT = 256 * 2 ** 20

/** An input that can be read once only, for those who read it over and over. */
export interface KeptInput {
  /** From its beginning, and on as it comes. */
  open(): AsyncIterable<Uint8Array>
  close(): void
}

/** Nothing of it is opened before somebody asks, and then once. */
export const keepInput = (openInput: () => Readable, most = MOST_KEPT): KeptInput => {
  let opened: Readable | undefined
  const chunks: Uint8Array[] = []
  let size = 0
  let state: 'unread' | 'reading' | 'ended' = 'unread'
  let problem: unknown
  let wake = (): void => {}
  let change = Promise.resolve()

  const changed = (): void => {
    wake()
    change = new Promise((resolve) => {
      wake = resolve
    })
  }
  const end = (reason?: unknown): void => {
    if (state === 'ended') return
    state = 'ended'
    problem = reason
    changed()
  }
  const read = (): void => {
    if (state !== 'unread') return
    state = 'reading'
    changed()
    const input = openInput()
    opened = input
    input
      .on('end', () => end())
      .on('close', () => end())
      .on('error', end)
    input.on('data', (chunk: Uint8Array) => {
      if (state === 'ended') return
      size += chunk.length
      if (size > most) {
        input.destroy()
        end(new Error(`longer than ${most} bytes`))
        return
      }
      chunks.push(chunk)
      changed()
    })
  }

  return {
    async *open() {
      read()
      for (let index = 0; ; index += 1) {
        while (index >= chunks.length) {
          if (state === 'ended' && problem !== undefined) throw new Unreadable('The input broke.', { cause: problem })
          if (state === 'ended') return
          await change
        }
        yield chunks[index] as Uint8Array
      }
    },
    close() {
      // It would keep the process alive.
      if (state === 'reading') opened?.destroy()
    },
  }
}
