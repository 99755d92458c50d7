/** A lock of the platform's: one tab of the browser has it at a time, and it ends with that tab, however that ends. */
export interface TabLock {
  readonly isHeld: boolean
  /** Takes it, unless another tab has it. */
  take(): Promise<boolean>
  /** Waits in line for it. Resolves to `false` if the waiting was given up meanwhile. */
  waitInLine(): Promise<boolean>
  /** Gives it back, or leaves the line. */
  leave(): void
}

/** The platform's `navigator.locks`, as far as we need it. */
export interface LockManager {
  request(name: string, options: object, granted: (lock: object | null) => unknown): Promise<unknown>
}

export const createTabLock = (locks: LockManager, name: string): TabLock => {
  let release: (() => void) | undefined
  let line: AbortController | undefined
  let taking: Promise<boolean> | undefined

  /** Resolves to whether we have it: also where the platform has locks and gives none. That is a single tab, then. */
  const request = (options: object): Promise<boolean> =>
    new Promise((resolve) => {
      const granted = (lock: object | null): unknown => {
        resolve(lock !== null)
        if (!lock) return undefined
        return new Promise<void>((done) => {
          release = done
        })
      }
      locks
        .request(name, options, granted)
        .catch((error: unknown) => resolve((error as { name?: unknown } | null)?.name !== 'AbortError'))
    })

  const leave = (): void => {
    line?.abort()
    release?.()
    release = undefined
  }

  return {
    get isHeld() {
      return release !== undefined
    },
    async take() {
      if (release) return true
      // Our own place in line would be in our way.
      line?.abort()
      taking ??= request({ ifAvailable: true }).finally(() => {
        taking = undefined
      })
      return taking
    },
    async waitInLine() {
      if (release || line) return false
      line = new AbortController()
      const isOurs = await request({ signal: line.signal })
      line = undefined
      return isOurs
    },
    leave,
  }
}
