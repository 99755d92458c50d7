/** What a listener of the page throws is the page's business: told where the platform tells errors, and no further. */
export const report = (error: unknown): void => {
  const { reportError } = globalThis as { reportError?: (error: unknown) => void }
  if (reportError) reportError(error)
  // biome-ignore lint/suspicious/noConsole: the last place left where there is no reportError (Node, React Native).
  else console.error(error)
}

/** Runs code of the page's inside ours: it cannot stop us, and what it throws is not lost. */
export const guarded = <A extends readonly unknown[]>(run: (...args: A) => void) => {
  return (...args: A): void => {
    try {
      run(...args)
    } catch (error) {
      report(error)
    }
  }
}

export interface Listeners<T> {
  add(listener: (value: T) => void): () => void
  notify(value: T): void
  readonly size: number
}

export const createListeners = <T>(): Listeners<T> => {
  const listeners = new Set<(value: T) => void>()
  return {
    add(listener) {
      // A function of its own, so that one that is added twice is removed once.
      const added = guarded(listener)
      listeners.add(added)
      return () => {
        listeners.delete(added)
      }
    },
    notify(value) {
      for (const listener of [...listeners]) listener(value)
    },
    get size() {
      return listeners.size
    },
  }
}
