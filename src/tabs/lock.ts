/** A lock of the platform's: one tab of the browser has it at a time, and it ends with that tab, however that ends. */
export interface TabLock {
  readonly isHeld: boolean
  /** The platform has locks and gives none, as in a page without an origin: each tab is alone, then. */
  readonly isBroken: boolean
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
  let isBroken = false

  /** Resolves to whether we have it. */
  const request = (options: object): Promise<boolean> =>
    new Promise((resolve) => {
      const granted = (lock: object | null): unknown => {
        resolve(lock !== null)
        if (!lock) return undefined
        return new Promise<void>((done) => {
          release = done
        })
      }
      // A platform's stand-in may throw at once.
      Promise.resolve()
        .then(() => locks.request(name, options, granted))
        .catch((error: unknown) => {
          isBroken ||= (error as { name?: unknown } | null)?.name !== 'AbortError'
          resolve(false)
        })
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
    get isBroken() {
      return isBroken
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
