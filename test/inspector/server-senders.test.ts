import { createWebSocketInspector } from '@statelyai/inspect'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createCheckout } from '../../src/index.ts'
import { connectInspector } from '../../src/inspect/connect.ts'
import { startServer, stopServers } from './server-rig.ts'
import { connectionIn, eventsOf } from './told.ts'

const ends: (() => void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  await stopServers()
})

const success = {
  code: 'SDK_PAYMENT_SUCCESSFUL',
  result: { paymentStatus: 'SUCCESS', cardPaymentResultInfo: { holdName: 'PLANTED', cardNo: '411111******1111' } },
}

const start = async () => {
  const server = await startServer()
  return { page: await server.page(), url: server.origin.replace('http', 'ws') }
}

describe('the official WebSocket sender, from Node', () => {
  it('shows a checkout from its beginning to its end, and nothing of the card', async () => {
    const { page, url } = await start()
    const { inspect, stop } = createWebSocketInspector({ url })
    ends.push(stop)
    const checkout = createCheckout({ inspect: inspect as never })
    checkout.callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
    checkout.callbacks.onEventCallback(success)
    const { connection, name, controlled } = await page.until(connectionIn(({ isOpen }) => isOpen))
    expect({ name, controlled }).toEqual({ name: '', controlled: [] })
    const last = await page.until((received) =>
      eventsOf(received, connection).find(
        (event) => event.type === '@xstate.snapshot' && event.snapshot.status === 'done',
      ),
    )
    expect(last).toMatchObject({
      snapshot: { value: 'succeeded', output: { status: 'succeeded', confirmedBy: 'sdk' } },
    })
    expect(eventsOf(page.received, connection)).toContainEqual(
      expect.objectContaining({ type: '@xstate.actor', name: 'checkout', sessionId: checkout.actor.sessionId }),
    )
    expect(JSON.stringify(page.received)).not.toMatch(/PLANTED|4111/)
  })
})

describe('our own sender', () => {
  const connect = async () => {
    const { page, url } = await start()
    const inspector = connectInspector({ url, name: 'my shop', WebSocket: WebSocket as never })
    ends.push(inspector.close)
    const checkout = createCheckout({ inspect: inspector.inspect })
    const { connection } = await page.until(connectionIn(({ name }) => name === 'my shop'))
    return { page, inspector, checkout, connection }
  }

  it('shows a checkout to its end', async () => {
    const { page, checkout, connection } = await connect()
    checkout.callbacks.onEventCallback(success)
    await page.until((received) =>
      eventsOf(received, connection).some((event) => 'snapshot' in event && event.snapshot.status === 'done'),
    )
    expect(JSON.stringify(page.received)).not.toMatch(/PLANTED|4111/)
  })

  it('takes events for the checkout that allows it', async () => {
    const { page, inspector, checkout, connection } = await connect()
    inspector.control(checkout)
    const { controlled } = await page.until(connectionIn((one) => one.controlled.length === 1))
    expect(controlled).toEqual([checkout.actor.sessionId])
    const intervention = { via: 'onEventCallback', code: 'SDK_PAYMENT_FAIL', paymentStatus: 'FAIL' }
    page.say({ type: 'antom.send', connection, sessionId: controlled[0], intervention })
    await new Promise<void>((resolve) => {
      checkout.subscribe(({ state }) => state === 'declined' && resolve())
    })
  })
})
