import { expect, test } from 'vitest'
import { createCheckout } from '../../src/controller/create-checkout.ts'
import { round } from './callbacks.ts'

const MEGABYTE = 2 ** 20

const heap = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / MEGABYTE
}

test('a million callbacks leave no more behind than the first hundred thousand', () => {
  const { callbacks, getSnapshot } = createCheckout()
  const heaps: number[] = []
  for (let sent = 0, mark = 100_000; sent < 1_000_000; ) {
    for (const [channel, { type, result }] of round) callbacks[channel]({ code: type, result })
    getSnapshot()
    sent += round.length
    if (sent >= mark) {
      heaps.push(heap())
      mark += 100_000
    }
  }
  // biome-ignore lint/suspicious/noConsole: the figures are the point.
  console.log(`heap in MB after each 100,000 callbacks: ${heaps.map((size) => size.toFixed(1)).join(' ')}`)
  expect(globalThis.gc).toBeDefined()
  expect((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)).toBeLessThan(1)
})
