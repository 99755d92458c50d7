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
  /** @returns the function that removes it */
  add(listener: (value: T) => void): () => void
  /** Tells them, if the value is another one than they were told last. */
  notify(): void
}

/** @param read the value that they listen to; the same object while nothing changed */
export const createListeners = <T>(read: () => T): Listeners<T> => {
  const listeners = new Set<(value: T) => void>()
  let told: T
  let isTelling = false

  /** `false`: one of them has changed the value, and the others are told the new one only. */
  const tellAll = (value: T): boolean => {
    told = value
    for (const listener of [...listeners]) {
      if (listeners.has(listener)) listener(value)
      if (read() !== value) return false
    }
    return true
  }

  return {
    add(listener) {
      if (listeners.size === 0) told = read()
      // A function of its own, so that one that is added twice is removed once.
      const added = guarded(listener)
      listeners.add(added)
      return () => {
        listeners.delete(added)
      }
    },
    notify() {
      if (isTelling || listeners.size === 0 || read() === told) return
      isTelling = true
      while (!tellAll(read()));
      isTelling = false
    },
  }
}
