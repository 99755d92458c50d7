import type { CommandName, RecordedLine } from '../merchant.ts'

/** Writes down what reaches the page and what the page does, with the time since the SDK was constructed. */
export interface Recorder {
  readonly lines: RecordedLine[]
  /** Counts from now. */
  start(): void
  /** The same callback, with its calls written down first. */
  callback(via: string, callback: (...args: unknown[]) => void): (...args: unknown[]) => void
  /** Writes down a command of the merchant's; answers which call of that name it is. */
  command(name: CommandName, method: string): number
  /** The same call of the SDK, with what became of its promise written down. */
  settling<T>(name: CommandName, call: number, ask: () => T): () => T
  /** The same question to the merchant's server, with its answer written down, unless nobody waits for that any more. */
  inquiring(ask: (signal: AbortSignal) => Promise<unknown>): (signal: AbortSignal) => Promise<unknown>
}

/** What crosses a page's border as data; an error by its words. */
const plain = (value: unknown): unknown => {
  if (value instanceof Error) return { name: value.name, message: value.message }
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

export const createRecorder = (): Recorder => {
  const lines: RecordedLine[] = []
  const calls: Record<CommandName, number> = { mount: 0, submit: 0, unmount: 0 }
  let from = performance.now()
  const write = (via: string, rest: Readonly<Record<string, unknown>>): void => {
    lines.push({ t: Math.max(0, Math.round(performance.now() - from)), via, ...rest })
  }
  return {
    lines,
    start() {
      from = performance.now()
    },
    callback:
      (via, callback) =>
      (...args) => {
        write(via, { args: args.map(plain) })
        callback(...args)
      },
    command(name, method) {
      calls[name] += 1
      write('command', { name, method, call: calls[name] })
      return calls[name]
    },
    settling: (name, call, ask) => () => {
      const settle = (settled: string) => (value: unknown) =>
        write('promise', { name, call, settled, value: plain(value) })
      try {
        const asked = ask()
        Promise.resolve(asked).then(settle('resolved'), settle('rejected'))
        return asked
      } catch (error) {
        settle('rejected')(error)
        throw error
      }
    },
    inquiring: (ask) => async (signal) => {
      const settle = (settled: string, value?: unknown): void => {
        if (!signal.aborted) write('promise', { name: 'inquire', settled, value: plain(value) })
      }
      try {
        const answer = await ask(signal)
        settle('resolved', answer)
        return answer
      } catch (error) {
        settle('rejected')
        throw error
      }
    },
  }
}
