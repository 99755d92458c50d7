import { expect, test } from 'vitest'
import { filterMoments } from '../../src/inspector/journey/filter.ts'
import { createJourneys } from '../../src/inspector/journey/journeys.ts'
import { createMomentDecoder, encodeMoment } from '../../src/inspector/journey/moment-lines.ts'
import { linesOf, replayTrace } from '../../src/inspector/journey/replay-trace.ts'
import { stateBefore } from '../../src/inspector/journey/state.ts'
import { takenAt } from '../../src/inspector/journey/taken-at.ts'
import { toNdjson } from '../../src/inspector/journey/to-ndjson.ts'
import { toVitest } from '../../src/inspector/journey/to-vitest.ts'
import type { Journey } from '../../src/inspector/journey/types.ts'
import { viewAt } from '../../src/inspector/journey/view-of.ts'
import { visitedBy } from '../../src/inspector/journey/visited.ts'
import { round } from './callbacks.ts'

const EVENTS = 100_000
const MEGABYTE = 2 ** 20

/** A trace of so many callbacks, with card data in it. */
const trace = Array.from({ length: EVENTS }, (_, at) => {
  const [via, { type, result }] = round[at % round.length] ?? expect.unreachable()
  return JSON.stringify({ t: at * 10, via, args: [{ code: type, ...(result && { result }) }] })
}).join('\n')

const heap = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / MEGABYTE
}

/** Milliseconds, and what came of it. */
const timed = async <T>(run: () => T | Promise<T>): Promise<readonly [number, T]> => {
  const start = performance.now()
  const result = await run()
  return [Math.round(performance.now() - start), result]
}

test('a trace of a hundred thousand callbacks in the inspector', async () => {
  const before = heap()
  const journeys = createJourneys()
  const [opening] = await timed(() =>
    replayTrace(linesOf(trace), { onJourney: journeys.add, onMoments: journeys.append }),
  )
  const kept = heap() - before
  const journey = journeys.list()[0] as Journey
  expect(journey.moments).toHaveLength(EVENTS)

  const [encoding, lines] = await timed(() =>
    journey.moments.map((moment, index) => encodeMoment(stateBefore(journey, index), moment)),
  )
  const { moments: _moments, dropped: _dropped, ...head } = journey
  const decode = createMomentDecoder()
  decode(JSON.stringify({ journey: head }))
  const [decoding] = await timed(() => lines.forEach((line) => void decode(line)))
  const last = EVENTS - 1
  const [searching] = await timed(() => filterMoments(journey, { text: '3-d secure' }))
  const [visiting] = await timed(() => visitedBy(journey, last))
  const [viewing] = await timed(() => [viewAt(journey, last), takenAt(journey, last)])
  const [exporting] = await timed(() => [toNdjson(journey), toVitest(journey)])
  const figures = {
    'replayed in ms': opening,
    'kept in MB': Math.round(kept),
    'encoded in ms': encoding,
    'encoded in MB': Math.round(lines.join('\n').length / MEGABYTE),
    'decoded in ms': decoding,
    'searched in ms': searching,
    'visited in ms': visiting,
    'one view and its edges in ms': viewing,
    'exported twice in ms': exporting,
  }
  // biome-ignore lint/suspicious/noConsole: the figures are the point.
  console.log(figures)
  expect(globalThis.gc).toBeDefined()
  expect(kept).toBeLessThan(300)
})
