import type { Heartbeat, Limits } from './types.ts'

const MB = 2 ** 20

export const defaultLimits: Limits = {
  message: 2 * MB,
  history: 8 * MB,
  histories: 32 * MB,
  waiting: 48 * MB,
  buffered: MB,
  apps: 64,
  pages: 8,
  gone: 32,
}

/** Connections in all: a page has some for its files and traces besides its socket. */
export const MOST_CONNECTIONS = 256

// In milliseconds. Who has not answered by the next beat is gone.
const BEAT = 30_000

export const everyHalfMinute: Heartbeat = (beat) => {
  const timer = setInterval(beat, BEAT)
  return () => clearInterval(timer)
}
