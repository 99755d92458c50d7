import type { Writable } from 'node:stream'
import cliProgress from 'cli-progress'

/** How far the input has been read. */
export interface Progress {
  advance(size: number): void
  /** Makes room for a line of text on the same terminal. */
  clear(): void
  stop(): void
}

export const noProgress: Progress = { advance: () => {}, clear: () => {}, stop: () => {} }

/** A bar on a terminal, for an input of that size. */
export const createProgress = (terminal: Writable, total: number): Progress => {
  const bar = new cliProgress.SingleBar(
    {
      stream: terminal as NodeJS.WritableStream,
      format: '{bar} {percentage}% | {eta_formatted}',
      barsize: 40,
      hideCursor: true,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  )
  bar.start(total, 0)
  return {
    advance: (size) => bar.increment(size),
    clear: () => void terminal.write('\r\u001B[K'),
    stop: () => bar.stop(),
  }
}
