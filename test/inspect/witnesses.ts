import { createInspector } from '@statelyai/inspect'
import type { InspectionEvent } from 'xstate'
import {
  connectInspector,
  createXState4DevTools,
  safely,
  toWire,
  type XState4Service,
} from '../../src/inspect/index.ts'
import { reachableFrom } from './secrets.ts'
import { createNetwork } from './sockets.ts'

/** Every inspector that there is, side by side, and all that they were sent. */
export interface Witnesses {
  readonly inspect: (event: InspectionEvent) => void
  /** By witness, all texts and numbers that it could have read. */
  all(): Promise<Readonly<Record<'safely' | 'official' | 'wire' | 'socket' | 'xstate4', readonly string[]>>>
}

/** The official sender works when the page is idle: in Node, by a timer of no time, each after the one before. */
export const whenIdle = (): Promise<void> => new Promise((done) => setTimeout(done, 0))

export const createWitnesses = (): Witnesses => {
  const seen: string[] = []
  const official: string[] = []
  const wire: string[] = []
  const network = createNetwork()
  const connected = connectInspector({ url: 'ws://inspector', name: 'app', WebSocket: network.WebSocket })
  network.open()
  const looked = new WeakSet<object>()
  const look = (event: InspectionEvent): void => {
    seen.push(...reachableFrom(event, looked), ...reachableFrom(event.actorRef.getSnapshot(), looked))
  }
  const receive = (event: object): void => {
    official.push(...reachableFrom(event, looked), JSON.stringify(event))
  }
  const xstate4: string[] = []
  const bridge = createXState4DevTools({ budget: Number.POSITIVE_INFINITY })
  bridge.devTools.onRegister((service: XState4Service) => {
    xstate4.push(...reachableFrom(service, looked), JSON.stringify(service.machine.definition))
    service.subscribe((state) => xstate4.push(...reachableFrom(state, looked), JSON.stringify(state)))
  })
  const observers = [
    safely(look, { budget: Number.POSITIVE_INFINITY }),
    safely(createInspector({ send: receive }).inspect, { budget: Number.POSITIVE_INFINITY }),
    (event: InspectionEvent) => void wire.push(JSON.stringify(toWire(event))),
    connected.inspect,
    bridge.inspect,
  ]
  return {
    inspect: (event) => {
      for (const observe of observers) observe(event)
    },
    async all() {
      await whenIdle()
      connected.close()
      return { safely: seen, official, wire, socket: network.sent(), xstate4 }
    },
  }
}
