import { createUnheard } from '../../journey/unheard.ts'
import type { Send, ToPage } from '../../protocol.ts'
import { forgetApps, hearOfApp, nameOfApp, sendBy } from './apps.ts'
import { connection } from './connection.ts'
import { journeys } from './journeys.ts'

// Milliseconds.
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 10_000

const unheard = createUnheard()

const hear = (message: ToPage): void => {
  if (message.type === 'antom.connection') hearOfApp(message)
  else if (message.type === 'antom.told') {
    const source = { id: message.connection, name: nameOfApp(message.connection) }
    // The model strips each again.
    for (const event of unheard(message)) journeys.take(source, event)
  }
}

const read = (data: unknown): void => {
  try {
    const message: ToPage = JSON.parse(String(data))
    hear(message)
  } catch {
    // It is no message of ours.
  }
}

/** Hears what the server has to tell of live checkouts, and goes on trying when it is gone. */
export const listenToServer = (pause = FIRST_PAUSE): void => {
  const address = new URL('page', location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(address)
  let next = Math.min(pause * 2, LONGEST_PAUSE)
  socket.addEventListener('open', () => {
    connection.value = 'connected'
    next = FIRST_PAUSE
    sendBy((to, sessionId, intervention) => {
      const message: Send = { type: 'antom.send', connection: to, sessionId, intervention }
      socket.send(JSON.stringify(message))
    })
  })
  socket.addEventListener('message', ({ data }) => read(data))
  socket.addEventListener('close', () => {
    connection.value = 'disconnected'
    sendBy(undefined)
    forgetApps()
    setTimeout(() => listenToServer(next), pause)
  })
}
