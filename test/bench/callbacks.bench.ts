import { bench, describe } from 'vitest'
import { createActor, getInitialSnapshot, type SnapshotFrom, transition } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { createCheckout } from '../../src/controller/create-checkout.ts'
import { round } from './callbacks.ts'

// Side by side in one run: what the controller costs on top of the machine, and the machine on top of XState. The
// round has 15 callbacks: callbacks per second are 15 times the rounds that are printed.

const options = { time: 2_000, warmupTime: 500 }

describe('a round of 15 callbacks', () => {
  const { callbacks, getSnapshot } = createCheckout()
  bench(
    'createCheckout: decoded, sent, viewed',
    () => {
      for (const [channel, { type, result }] of round) {
        callbacks[channel]({ code: type, result })
        getSnapshot()
      }
    },
    options,
  )

  const actor = createActor(checkoutMachine).start()
  bench(
    'a bare actor of the same machine',
    () => {
      for (const [channel, event] of round) actor.send({ ...event, channel })
    },
    options,
  )

  let snapshot: SnapshotFrom<typeof checkoutMachine> = getInitialSnapshot(checkoutMachine)
  bench(
    'XState’s pure transition',
    () => {
      for (const [channel, event] of round) [snapshot] = transition(checkoutMachine, snapshot, { ...event, channel })
    },
    options,
  )
})
