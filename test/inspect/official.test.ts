import { createWebSocketInspector, createWebSocketReceiver, type StatelyInspectionEvent } from '@statelyai/inspect'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { allowSnapshot, allowWire, connectInspector, safely } from '../../src/inspect/index.ts'
import { create } from '../controller/helpers.ts'
import { createRelay, type Relay } from './relay.ts'
import { tellStory, told } from './story.ts'

// @statelyai/inspect in Node: its sender, its receiver, and a relay of ours between them.

let relay: Relay
beforeEach(async () => {
  relay = await createRelay()
})
afterEach(() => relay.close())

/** Our own sender, held as the official one is. */
const ours = () => {
  const { inspect, close } = connectInspector({ url: relay.url, name: 'node app', WebSocket })
  return { inspect, stop: close }
}

const receive = async () => {
  const events: StatelyInspectionEvent[] = []
  createWebSocketReceiver({ server: relay.url }).subscribe((event) => void events.push(event))
  await relay.hasClients(1)
  return {
    events,
    heard: (code: string) =>
      expect.poll(() => events.some((event) => event.type === '@xstate.event' && event.event.type === code)).toBe(true),
  }
}

type SnapshotEvent = Extract<StatelyInspectionEvent, { type: '@xstate.snapshot' }> & { snapshot: { value?: unknown } }
const snapshotsOf = (events: readonly StatelyInspectionEvent[], sessionId: string): readonly SnapshotEvent[] =>
  events.filter((event): event is SnapshotEvent => event.type === '@xstate.snapshot' && event.sessionId === sessionId)

describe('the official receiver, in Node', () => {
  test.each(['official', 'our'])(
    'is told by the %s sender of states and codes to the end, and of nothing secret',
    async (whose) => {
      const { events, heard } = await receive()
      const sender = whose === 'official' ? createWebSocketInspector({ url: relay.url }) : ours()
      await relay.hasClients(2)
      const { checkout } = create({ inspect: safely(sender.inspect) })
      tellStory(checkout)
      await heard('SDK_INTERNAL_ERROR')
      sender.stop()

      const { sessionId } = checkout.actor
      expect(events).toContainEqual(
        expect.objectContaining({
          type: '@xstate.actor',
          name: 'checkout',
          sessionId,
          definition: expect.stringContaining('SDK_PAYMENT_FAIL'),
        }),
      )
      const snapshots = snapshotsOf(events, sessionId)
      expect(snapshots.map(({ event, snapshot }) => [event.type, snapshot.value])).toEqual(
        expect.arrayContaining([
          ['SDK_END_OF_LOADING', { live: { preparing: { form: 'ready' } } }],
          ['SDK_PAYMENT_CHALLENGE', { live: { flight: 'challenge' } }],
          ['SDK_PAYMENT_FAIL', { live: { resting: 'declined' } }],
          ['checkout.close', 'failed'],
        ]),
      )
      expect(snapshots.at(-1)?.snapshot).toEqual(allowSnapshot(checkout.actor.getSnapshot()))
      for (const secret of told) expect(JSON.stringify(events)).not.toContain(secret)
      // Stripped once more, as our own inspector does, it is the same.
      for (const event of snapshots) expect(allowWire(event)).toEqual(event)
    },
  )
})
