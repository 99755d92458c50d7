import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { keepInput } from '../../src/command/kept-input.ts'

const next = async (iterator: AsyncIterator<Uint8Array>) => String((await iterator.next()).value)

describe('an input that is kept', () => {
  it('is read by each reader from its beginning, and on as it comes', async () => {
    const input = new PassThrough()
    const { open } = keepInput(() => input)
    const first = open()[Symbol.asyncIterator]()
    input.write('a')
    expect(await next(first)).toBe('a')
    const second = open()[Symbol.asyncIterator]()
    expect(await next(second)).toBe('a')
    const both = Promise.all([next(first), next(second)])
    input.end('b')
    expect(await both).toEqual(['b', 'b'])
    expect(await first.next()).toMatchObject({ done: true })
    expect(await text(open())).toBe('ab')
  })

  it('is not touched before somebody reads it', () => {
    const input = new PassThrough()
    keepInput(() => input).close()
    expect({ isFlowing: input.readableFlowing, isDestroyed: input.destroyed }).toEqual({
      isFlowing: null,
      isDestroyed: false,
    })
  })

  it('ends for its readers when it is closed', async () => {
    const { open, close } = keepInput(() => new PassThrough())
    const reading = text(open())
    close()
    expect(await reading).toBe('')
  })

  it('breaks for each of its readers, as often as they ask', async () => {
    const input = new Readable({
      read() {
        this.destroy(new Error('EIO'))
      },
    })
    const { open } = keepInput(() => input)
    await expect(text(open())).rejects.toMatchObject({ name: 'Unreadable', cause: { message: 'EIO' } })
    await expect(text(open())).rejects.toMatchObject({ name: 'Unreadable' })
  })

  it('is no longer than what can be kept', async () => {
    const { open } = keepInput(() => Readable.from([Buffer.from('12'), Buffer.from('34')]), 3)
    const reading = open()[Symbol.asyncIterator]()
    expect(await next(reading)).toBe('12')
    await expect(reading.next()).rejects.toMatchObject({ cause: { message: 'longer than 3 bytes' } })
  })
})
