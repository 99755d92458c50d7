import { describe, expect, test } from 'vitest'
import { allowWire } from '../../src/inspect/index.ts'
import { asJson, snapshotAfter } from './snapshots.ts'

describe('a message of the protocol', () => {
  const actor = {
    type: '@xstate.actor',
    name: 'checkout',
    sessionId: 'x:0',
    rootId: 'x:0',
    createdAt: '1700000000000',
    _version: '0.7.2',
  }

  test('of a checkout passes with our machine’s definition, whatever was sent for one', () => {
    const event = allowWire({ ...actor, definition: '{"id":"checkout","note":"Tom Jay"}', snapshot: snapshotAfter() })
    expect(event).toMatchObject({
      name: 'checkout',
      sessionId: 'x:0',
      createdAt: '1700000000000',
      snapshot: { status: 'active' },
    })
    expect(event?.type === '@xstate.actor' && event.definition).toMatch(/^\{"id":"checkout".*"SDK_PAYMENT_FAIL"/)
    expect(JSON.stringify(event)).not.toContain('Tom Jay')
  })

  test('of another machine has neither definition, nor name, nor context', () => {
    const snapshot = { status: 'active', value: 'paying', context: { cart: 'shoes' } }
    expect(allowWire({ ...actor, name: 'tomJay', definition: '{}', snapshot })).toMatchObject({
      name: 'other',
      definition: undefined,
      snapshot: { status: 'active' },
    })
    expect(allowWire({ ...actor, definition: '{}', snapshot })).toMatchObject({ name: 'other', definition: undefined })
  })

  test('with an id that is not XState’s gets another one, always the same', () => {
    const renamed = ['Tom Jay', 'Tom Jay', 'Ann'].map(
      (sessionId) => allowWire({ ...actor, sessionId, snapshot: {} })?.sessionId,
    )
    expect(renamed[0]).toMatch(/^other:[0-9a-f]{8}$/)
    expect(renamed[1]).toBe(renamed[0])
    expect(renamed[2]).not.toBe(renamed[0])
    expect(allowWire({ ...actor, sessionId: renamed[0], snapshot: {} })?.sessionId).toBe(renamed[0])
  })

  test.each(['Tom x:1', 'x:1 Tom', 'x:4111111111111111', ''])('with the id %j shows another', (sessionId) => {
    expect(allowWire({ ...actor, sessionId, snapshot: {} })?.sessionId).toMatch(/^other:/)
  })

  test('of a checkout in a state that there is not does not pass', () => {
    expect(
      allowWire({
        ...actor,
        type: '@xstate.snapshot',
        event: { type: '' },
        snapshot: { ...snapshotAfter(), value: 'x' },
      }),
    ).toBeNull()
  })

  test('stripped twice, or sent as JSON between, is the same', () => {
    for (const type of ['@xstate.actor', '@xstate.event', '@xstate.snapshot']) {
      const safe = allowWire({
        ...actor,
        type,
        event: { type: 'SDK_PAYMENT_FAIL', code: 'Tom' },
        snapshot: snapshotAfter(),
      })
      expect(safe).not.toBeNull()
      expect(allowWire(asJson(safe))).toEqual(safe)
    }
  })

  test.each([null, 7, 'x', [], {}, { ...actor, type: '@xstate.microstep' }, { ...actor, sessionId: 7 }])(
    '%j is none',
    (value) => {
      expect(allowWire(value)).toBeNull()
    },
  )
})
