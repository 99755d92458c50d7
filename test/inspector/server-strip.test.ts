import { describe, expect, it } from 'vitest'
import { createStrip } from '../../src/inspector/server/strip.ts'
import { lifeOf, type Message } from './told.ts'

const snapshotOf = (sessionId: string): Message => {
  const [first] = lifeOf(sessionId).filter(({ type }) => type === '@xstate.snapshot')
  if (!first) throw new Error('a checkout begins with a snapshot')
  return first
}
// As the official browser sender writes what is too large.
const cut = (message: Message): Message => ({
  ...message,
  snapshot: { ...(message['snapshot'] as object), context: '[...]' },
})

describe('a snapshot that its sender has cut', () => {
  it('is as the one before of the same checkout', () => {
    const strip = createStrip()
    const whole = strip(snapshotOf('x:0'))
    expect(whole).toMatchObject({ snapshot: { context: { counts: { attempts: 0 } } } })
    const event = strip(cut(snapshotOf('x:0')))
    expect(event).toMatchObject(whole ?? expect.unreachable())
    // The settings never change.
    expect(event).toHaveProperty('snapshot.untold', expect.not.arrayContaining(['settings']))
    expect(event).toHaveProperty('snapshot.untold.length', 9)
  })

  it('is not as that of another checkout', () => {
    const strip = createStrip()
    strip(snapshotOf('x:0'))
    expect(strip(cut(snapshotOf('x:1')))).not.toHaveProperty('snapshot.context')
  })

  it('is nothing any more when 64 other checkouts were heard of since', () => {
    const strip = createStrip()
    for (let at = 0; at <= 63; at += 1) strip(snapshotOf(`x:${at}`))
    expect(strip(cut(snapshotOf('x:0')))).toHaveProperty('snapshot.context')
    strip(snapshotOf('x:64'))
    expect(strip(cut(snapshotOf('x:0')))).toHaveProperty('snapshot.context')
    expect(strip(cut(snapshotOf('x:1')))).not.toHaveProperty('snapshot.context')
  })
})

describe('an actor that is announced once more', () => {
  const actor = { ...lifeOf('x:0')[0], snapshot: undefined }

  it('passes, though it has nothing to show yet', () => {
    const strip = createStrip()
    expect(strip(actor)).toMatchObject({ type: '@xstate.actor', name: 'checkout' })
    strip(snapshotOf('x:0'))
    expect(strip(actor)).toMatchObject({ type: '@xstate.actor', name: 'checkout' })
  })

  it('is a beginning: what is cut afterwards is not as it was before', () => {
    const strip = createStrip()
    strip(snapshotOf('x:0'))
    strip(actor)
    expect(strip(cut(snapshotOf('x:0')))).not.toHaveProperty('snapshot.context')
  })
})
