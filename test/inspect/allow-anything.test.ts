import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { allowCode, allowEvent, allowSnapshot, allowWire } from '../../src/inspect/index.ts'
import { hostileValue, some } from '../boundary/hostile-values.ts'
import { snapshotAfter } from './snapshots.ts'

// The values are the decoder's: they throw when they are touched, have no end, or are megabytes.
describe('whatever comes', () => {
  const parts = (...names: readonly string[]) => some(Object.fromEntries(names.map((name) => [name, hostileValue()])))
  const context = parts(
    'settings',
    'counts',
    'anomalies',
    'facts',
    'heard',
    'notice',
    'payment',
    'outcome',
    'decline',
    'unrecognised',
  )
  const event = parts(
    'type',
    'code',
    'channel',
    'result',
    'issues',
    'ticket',
    'claim',
    'sessionExpiresAt',
    'unreadable',
  )

  test('a list that claims to be endless is not looked through', () => {
    const look = vi.fn()
    const last = new Proxy({}, { get: (_target, key) => (key === 'length' ? 1_000_000 : look()) })
    const { context } = snapshotAfter()
    expect(
      allowSnapshot({ value: 'failed', context: { ...context, anomalies: { last } } })?.context.anomalies.last,
    ).toEqual([])
    expect(look.mock.calls.length).toBeLessThan(200)
  })

  test('nothing is thrown, and what passes is small and clean', () => {
    fc.assert(
      fc.property(hostileValue(), context, event, (value, of, happening) => {
        const given = value.make()
        const snapshot = { status: given, value: 'failed', context: of.make(), output: given, tags: given }
        const shown = [
          allowCode(given),
          allowEvent(given),
          allowEvent(happening.make()),
          allowSnapshot(given),
          allowSnapshot(snapshot, allowSnapshot(given)),
          allowWire(given),
          ...['@xstate.actor', '@xstate.event', '@xstate.snapshot'].map((type) =>
            allowWire({
              type,
              name: given,
              sessionId: 'x:1',
              rootId: given,
              createdAt: given,
              snapshot,
              event: happening.make(),
            }),
          ),
        ]
        const text = JSON.stringify(shown)
        expect(text).not.toContain('SECRET')
        expect(text.length).toBeLessThan(60_000)
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
      }),
    )
  })
})
