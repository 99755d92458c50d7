import type { Writable } from 'node:stream'

/** A stream that may be closed by whoever reads it (`| head`), at any time. */
export interface Output {
  /** Returns a promise where the reader is slow: the next piece has to wait for it. */
  write(text: string): Promise<void> | undefined
  /** Nobody reads any more. */
  readonly isClosed: boolean
  /** Why it broke, where that was not its reader's doing: a full disk. */
  readonly failure: Error | undefined
}

export const createOutput = (stream: Writable): Output => {
  let isClosed = false
  let failure: Error | undefined
  let wake = (): void => {}
  stream.on('drain', () => wake())
  stream.on('close', () => {
    isClosed = true
    wake()
  })
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') failure ??= error
    isClosed = true
    wake()
  })
  return {
    write(text) {
      if (isClosed || stream.write(text)) return undefined
      return new Promise((resolve) => {
        wake = resolve
      })
    },
    get isClosed() {
      return isClosed
    },
    get failure() {
      return failure
    },
  }
}
