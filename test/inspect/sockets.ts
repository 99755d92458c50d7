import type { InspectorSocket, InspectorSocketConstructor } from '../../src/inspect/index.ts'

type Listener = (event: object) => void

/** One socket that an app has opened, and what it can be made to do. */
export interface FakeSocket extends InspectorSocket {
  readonly url: string
  readonly sent: string[]
  bufferedAmount: number
  isClosed: boolean
  tell(type: 'open' | 'close' | 'error' | 'message', event?: object): void
}

/** A network on which nothing happens by itself. */
export interface Network {
  readonly WebSocket: InspectorSocketConstructor
  readonly sockets: readonly FakeSocket[]
  /** The newest socket. */
  readonly socket: FakeSocket
  open(): void
  lose(): void
  /** What the inspector says to the app. */
  say(message: unknown): void
  /** What all sockets were sent. */
  sent(): readonly string[]
}

export const createNetwork = (): Network => {
  const sockets: FakeSocket[] = []

  class Socket implements FakeSocket {
    readonly listeners: [string, Listener][] = []
    readonly sent: string[] = []
    bufferedAmount = 0
    isClosed = false
    readonly url: string

    constructor(url: string) {
      this.url = url
      sockets.push(this)
    }

    send(text: string): void {
      this.sent.push(text)
    }

    close(): void {
      this.isClosed = true
      this.tell('close')
    }

    addEventListener(type: string, listener: Listener): void {
      this.listeners.push([type, listener])
    }

    tell(type: string, event: object = {}): void {
      for (const [name, listener] of this.listeners) if (name === type) listener(event)
    }
  }

  const newest = (): FakeSocket => {
    const socket = sockets.at(-1)
    if (!socket) throw new Error('no socket was opened')
    return socket
  }

  return {
    WebSocket: Socket,
    sockets,
    get socket() {
      return newest()
    },
    open: () => newest().tell('open'),
    lose: () => newest().tell('close'),
    say: (message) =>
      newest().tell('message', { data: typeof message === 'string' ? message : JSON.stringify(message) }),
    sent: () => sockets.flatMap(({ sent }) => sent),
  }
}
