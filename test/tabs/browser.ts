import { SimulatedClock } from 'xstate'
import { createCheckout } from '../../src/controller/create-checkout.ts'
import type { Checkout, CheckoutOptions } from '../../src/controller/types.ts'
import { memory } from '../controller/helpers.ts'

// A browser with several tabs, in one process: its locks and its channels are those of the platform's standards, as far
// as the package uses them, and nothing of them happens before a test lets it.

type Granted = (lock: object | null) => unknown
interface Waiting {
  readonly tab: string
  readonly granted: Granted
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

const aborted = (): DOMException => new DOMException('aborted', 'AbortError')

/** Web Locks: one holder by name, a line behind it, and what a tab holds ends with it. */
const createLocks = (schedule: (work: () => void) => unknown) => {
  const holders = new Map<string, { readonly tab: string }>()
  const lines = new Map<string, Waiting[]>()

  const grant = (name: string, { tab, granted, resolve, reject }: Waiting): void => {
    const holder = { tab }
    holders.set(name, holder)
    schedule(() => {
      if (holders.get(name) !== holder) return
      const end = (): void => {
        if (holders.get(name) === holder) free(name)
      }
      Promise.resolve(granted({ name })).then(
        (value) => {
          end()
          resolve(value)
        },
        (error) => {
          end()
          reject(error)
        },
      )
    })
  }
  const free = (name: string): void => {
    holders.delete(name)
    const next = lines.get(name)?.shift()
    if (next) grant(name, next)
  }

  return {
    holderOf: (name: string): string | undefined => holders.get(name)?.tab,
    of: (tab: string) => ({
      request: (name: string, options: { ifAvailable?: boolean; signal?: AbortSignal }, granted: Granted) =>
        new Promise<unknown>((resolve, reject) => {
          const request = { tab, granted, resolve, reject }
          const line = lines.get(name) ?? []
          lines.set(name, line)
          if (!holders.has(name) && line.length === 0) return grant(name, request)
          if (options.ifAvailable) return schedule(() => resolve(granted(null)))
          line.push(request)
          options.signal?.addEventListener('abort', () => {
            if (!line.includes(request)) return
            line.splice(line.indexOf(request), 1)
            reject(aborted())
          })
        }),
    }),
    /** The tab is closed, crashes, or is navigated away. */
    drop(tab: string): void {
      for (const line of lines.values()) {
        for (const { tab: waiting } of [...line]) {
          const at = line.findIndex((request) => request.tab === tab)
          if (waiting === tab && at >= 0) line.splice(at, 1)
        }
      }
      for (const [name, holder] of [...holders]) if (holder.tab === tab) free(name)
    },
  }
}

interface Listening {
  readonly tab: string
  readonly name: string
  onmessage: ((event: { data: unknown }) => void) | null
}

export interface TestTab {
  readonly name: string
  readonly checkout: Checkout
  readonly clock: SimulatedClock
  /** How often the SDK's submit was called in this tab. */
  submits: number
  submit(): ReturnType<Checkout['submit']>
  mount(): ReturnType<Checkout['mount']>
  tell(...codes: readonly string[]): void
}

export type Kind = 'lock' | 'word'

export interface TestBrowser {
  /** Opens the checkout in a tab; one of the same name is a reload. */
  open(name: string, options?: CheckoutOptions): Promise<TestTab>
  /** The tab is closed, crashes or is navigated away: it says nothing any more. `abruptly`: what it said is on its way. */
  leave(name: string, abruptly?: 'abruptly'): Promise<void>
  /** Everything that is under way arrives. */
  rest(): Promise<void>
  /** One thing arrives, the oldest of its kind: a browser's processes do not wait for each other. */
  step(kind: Kind | 'none'): Promise<void>
  /** Somebody takes the lock who says nothing. Returns what gives it back. */
  hold(): () => void
  /** What went over the channel. */
  readonly words: readonly unknown[]
  holder(): string | undefined
}

const ID = 'order-1'
const NAME = `antom-checkout-machine:${ID}`

/** A part of the platform is not there, or there and of no use. */
export interface Platform {
  readonly locks?: 'none' | 'throw' | 'reject'
  readonly channels?: 'none' | 'throw'
}

export const createBrowser = (platform: Platform = {}): TestBrowser => {
  const work: { readonly kind: Kind; readonly run: () => unknown }[] = []
  const locks = createLocks((run) => work.push({ kind: 'lock', run }))
  const channels = new Set<Listening>()
  const words: unknown[] = []
  const storage = memory()
  const live = new Map<string, symbol>()

  const rest = async (): Promise<void> => {
    for (let quiet = 0; quiet < 24; ) {
      await Promise.resolve()
      const next = work.shift()
      next?.run()
      quiet = next ? 0 : quiet + 1
    }
  }

  /** The globals of a tab, for as long as something in it is being set up. */
  const within = <T>(tab: string, run: () => T): T => {
    const generation = live.get(tab)
    class TabChannel implements Listening {
      readonly tab = tab
      onmessage: Listening['onmessage'] = null
      constructor(readonly name: string) {
        if (platform.channels === 'throw') throw new DOMException('insecure', 'SecurityError')
        channels.add(this)
      }
      postMessage(message: unknown): void {
        const data = structuredClone(message)
        words.push(data)
        for (const other of channels) {
          if (other === this || other.name !== this.name) continue
          work.push({
            kind: 'word',
            run: () => channels.has(other) && other.onmessage?.({ data: structuredClone(data) }),
          })
        }
      }
      close(): void {
        channels.delete(this)
      }
    }
    const useless = {
      none: undefined,
      throw: {
        request: () => {
          throw new Error('not here')
        },
      },
      reject: { request: () => Promise.reject(new DOMException('insecure', 'SecurityError')) },
    }
    const navigator = { locks: platform.locks ? useless[platform.locks] : locks.of(`${tab} ${String(generation)}`) }
    const before = ['navigator', 'BroadcastChannel'].map((name) => Object.getOwnPropertyDescriptor(globalThis, name))
    const define = (name: string, descriptor: PropertyDescriptor | undefined): void => {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor)
      else Reflect.deleteProperty(globalThis, name)
    }
    define('navigator', { value: navigator, configurable: true })
    define('BroadcastChannel', { value: platform.channels === 'none' ? undefined : TabChannel, configurable: true })
    try {
      return run()
    } finally {
      define('navigator', before[0])
      define('BroadcastChannel', before[1])
    }
  }

  const step = async (kind: Kind | 'none'): Promise<void> => {
    const at = work.findIndex((next) => next.kind === kind)
    if (at >= 0) work.splice(at, 1)[0]?.run()
    for (let turn = 0; turn < 24; turn += 1) await Promise.resolve()
  }

  const leave: TestBrowser['leave'] = async (name, abruptly) => {
    if (!abruptly) await rest()
    const tab = `${name} ${String(live.get(name))}`
    for (const channel of [...channels]) if (channel.tab === name) channels.delete(channel)
    live.delete(name)
    locks.drop(tab)
    if (!abruptly) await rest()
  }

  return {
    async open(name, options) {
      if (live.has(name)) await leave(name)
      live.set(name, Symbol(`${live.size}`))
      const clock = new SimulatedClock()
      const checkout = within(name, () =>
        createCheckout({ submitButton: 'merchant', clock, id: ID, storage, ...options }),
      )
      const tab: TestTab = {
        name,
        checkout,
        clock,
        submits: 0,
        submit: () =>
          checkout.submit(() => {
            tab.submits += 1
            return new Promise(() => {})
          }),
        mount: () => checkout.mount(() => new Promise(() => {})),
        tell(...codes) {
          for (const code of codes) checkout.callbacks.onEventCallback({ code })
        },
      }
      await rest()
      return tab
    },
    leave,
    rest,
    step,
    hold() {
      let leave = (): void => {}
      const until = new Promise<void>((resolve) => {
        leave = resolve
      })
      void locks.of('somebody').request(NAME, {}, () => until)
      return leave
    },
    words,
    holder: () => locks.holderOf(NAME)?.split(' ')[0],
  }
}
