import type { WebSocket } from 'ws'
import { type App, createApp } from './app.ts'
import { readJson, readSend } from './messages.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import type { Limits } from './types.ts'

/** Where the apps and the pages meet. What an app tells is stripped here, before anything else is done with it. */
export interface Hub {
  /** No: there are enough of them. */
  readonly hasRoom: { app(): boolean; page(): boolean }
  addApp(socket: WebSocket): void
  addPage(socket: WebSocket): void
}

/** Whatever a message brings about, it does not end the server: who has sent it is let go. */
const onMessage = (socket: WebSocket, take: (message: unknown) => void): void => {
  socket.on('message', (data, isBinary) => {
    try {
      take(readJson(data, isBinary))
    } catch {
      socket.terminate()
    }
  })
}

export const createHub = (limits: Limits): Hub => {
  /** In the order in which they came. */
  const apps = new Map<string, App>()
  const open = new Set<App>()
  const pages = new Set<Outbox>()

  const announce = (app: App): void => {
    for (const page of pages) page.say(app.connection())
  }
  const gone = (): readonly App[] => [...apps.values()].filter((app) => !open.has(app))

  /** Those that have gone are forgotten first, and of the others the longest is cut. */
  const makeRoom = (): void => {
    let total = 0
    for (const { history } of apps.values()) total += history.size
    if (total <= limits.histories) return
    for (const app of gone()) {
      if (total <= limits.histories) return
      apps.delete(app.id)
      total -= app.history.size
    }
    while (total > limits.histories) {
      const [{ history }] = [...open].sort((a, b) => b.history.size - a.history.size) as [App, ...App[]]
      const before = history.size
      history.cut(before - (total - limits.histories))
      total -= before - history.size
    }
  }

  const hear = (app: App, message: unknown): void => {
    const heard = app.hears(message)
    if (heard === 'news') announce(app)
    if (heard !== 'not-mine') return
    const event = app.strip(message)
    if (!event) return
    const entry = app.history.add(event)
    makeRoom()
    for (const page of pages) page.tell(app.id, entry)
  }

  const leave = (app: App): void => {
    app.leave()
    open.delete(app)
    announce(app)
    const [oldest] = gone().length > limits.gone ? gone() : []
    if (oldest) apps.delete(oldest.id)
    if (app.history.size === 0) apps.delete(app.id)
  }

  return {
    hasRoom: { app: () => open.size < limits.apps, page: () => pages.size < limits.pages },
    addApp(socket) {
      const app = createApp(socket, limits)
      apps.set(app.id, app)
      open.add(app)
      announce(app)
      onMessage(socket, (message) => hear(app, message))
      socket.on('close', () => leave(app))
    },
    addPage(socket) {
      const page = createOutbox(socket, limits)
      pages.add(page)
      for (const app of apps.values()) {
        page.say(app.connection())
        for (const entry of app.history) page.tell(app.id, entry)
      }
      onMessage(socket, (message) => {
        const send = readSend(message)
        if (send) apps.get(send.connection)?.send(send)
      })
      socket.on('close', () => pages.delete(page))
    },
  }
}
