import { expect, test } from 'vitest'
import { createPlayClock } from '../../docs/playground/component/play-clock.ts'
import { createRecordedClock } from '../../src/replay/recorded-clock.ts'

const start = () => {
  const real = createRecordedClock()
  const clock = createPlayClock(real)
  const ran: string[] = []
  const after = (ms: number, what: string): unknown => clock.setTimeout(() => ran.push(what), ms)
  return { real, clock, ran, after, pass: (ms: number) => passAll(real, real.now() + ms) }
}

const passAll = (real: ReturnType<typeof createRecordedClock>, until: number): void => {
  while (real.next(until) !== null);
}

test('at normal speed it goes as the world does', () => {
  const { ran, after, pass } = start()
  after(1_000, 'a')
  pass(999)
  expect(ran).toEqual([])
  pass(1)
  expect(ran).toEqual(['a'])
})

test('hurried in the middle of a pause, only what is left of it is shortened', () => {
  const { clock, ran, after, pass } = start()
  after(1_000, 'a')
  pass(600)
  clock.setSpeed(4)
  pass(99)
  expect(ran).toEqual([])
  pass(1)
  expect(ran).toEqual(['a'])
  expect(clock.now()).toBe(1_000)
})

test('held, its time stands still, and goes on where it was', () => {
  const { clock, ran, after, pass } = start()
  after(1_000, 'a')
  pass(400)
  clock.hold()
  pass(10_000)
  expect(clock.now()).toBe(400)
  expect(ran).toEqual([])
  clock.release()
  pass(600)
  expect(ran).toEqual(['a'])
})

test('led by the hand, it goes from one thing to the next, in their order', () => {
  const { clock, ran, after } = start()
  clock.hold()
  after(5_000, 'b')
  after(1_000, 'a')
  expect(clock.toNext()).toBe(true)
  expect(ran).toEqual(['a'])
  expect(clock.now()).toBe(1_000)
  clock.toNext()
  expect(ran).toEqual(['a', 'b'])
  expect(clock.toNext()).toBe(false)
})

test('led on while it runs, nothing happens twice', () => {
  const { clock, ran, after, pass } = start()
  after(1_000, 'a')
  after(2_000, 'b')
  clock.toNext()
  pass(5_000)
  expect(ran).toEqual(['a', 'b'])
})

test('what is taken back does not happen', () => {
  const { clock, ran, after, pass } = start()
  clock.clearTimeout(after(1_000, 'a'))
  after(1_000, 'b')
  clock.clear()
  pass(5_000)
  expect(ran).toEqual([])
})
