import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/inspector/journey/facts.ts'
import { createJourneys } from '../../src/inspector/journey/journeys.ts'
import {
  createMomentDecoder,
  encodeHead,
  encodeMoment,
  encodeProblem,
} from '../../src/inspector/journey/moment-lines.ts'
import { linesOf, replayTrace } from '../../src/inspector/journey/replay-trace.ts'
import { nameOf } from '../../src/inspector/journey/state.ts'
import type { Journey } from '../../src/inspector/journey/types.ts'
import { viewAt } from '../../src/inspector/journey/view-of.ts'
import { LONGEST_LINE, readLines } from '../../src/replay/read-lines.ts'
import { hostileJourney, toTrace } from '../../src/testing/index.ts'
import { callback, command, journeys as printed, recorded, trace } from '../command/command.ts'
import { asLines, replayed, replayedOne, statesOf } from './journeys.ts'

const names = readdirSync('test/traces').flatMap((file) => (file.endsWith('.ndjson') ? [file.slice(0, -7)] : []))
const did = (t: number, name: string, call = 1) => ({ t, via: 'command', name, call })
const form = [did(0, 'mount'), callback(10, 'SDK_END_OF_LOADING')]

const printedSteps = async (name: string, { submitButton }: Journey) => {
  const { stdout } = await command(['replay', '--json', '--submit-button', submitButton, trace(name)])
  return printed(stdout)[0]?.steps ?? []
}

const stepsOf = (journey: Journey) =>
  journey.moments.map(({ t, channel, code, marks }, index) => {
    const facts = factsOf(journey, index)
    const view = viewAt(journey, index)
    return {
      ...{ t, channel: channel === 'server' ? 'promise' : channel, code, from: facts?.from, to: facts?.to },
      ...{
        submission: view?.submission,
        nextStep: view?.nextStep,
        note: marks.length > 0 ? marks.join(', ') : undefined,
      },
    }
  })

describe('a recorded trace', () => {
  it.each(names)('%s goes through what the command prints', async (name) => {
    const journey = await replayedOne(recorded(name))
    const steps = (await printedSteps(name, journey)).map(
      ({ paymentStatus: _status, paymentResultCode: _code, ...step }) => step,
    )
    expect(steps.length).toBeGreaterThan(0)
    expect(stepsOf(journey)).toEqual(steps.map((step) => ({ note: undefined, ...step })))
  })

  it('is one of several in a text, each with its name', async () => {
    const { journeys, found } = await replayed(names.map((name) => recorded(name).trim()).join('\n'))
    expect(journeys.map(({ name }) => name)).toEqual(names)
    expect(new Set(journeys.map(({ id }) => id)).size).toBe(names.length)
    expect(found).toMatchObject({ journeys: names.length, badLines: 0 })
  })

  it('needs no header, and no line end', async () => {
    expect(statesOf(await replayedOne(asLines(form)))).toEqual(['loading', 'form'])
  })

  it('may have no lines at all: a journey of no moments', async () => {
    expect(await replayedOne('{"trace":"empty"}')).toMatchObject({ name: 'empty', moments: [], dropped: 0 })
    expect((await replayed('')).journeys).toEqual([])
  })

  it('may come in bytes, cut anywhere', async () => {
    const bytes = new TextEncoder().encode(recorded('happy-card'))
    const journeys = createJourneys()
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.slice(at, at + 7)
    }
    await replayTrace(readLines(pieces()), { onJourney: journeys.add, onMoments: journeys.append })
    expect(journeys.list()[0]?.moments).toEqual((await replayedOne(recorded('happy-card'))).moments)
  })
})

describe('whose submit button it was', () => {
  const submit = did(20, 'submit')
  const untouched = [...form, did(20, 'unmount')]
  it.each([
    ['nobody says so: the SDK’s', untouched, {}, 'sdk'],
    ['there is a submit, however late: the merchant’s', [...form, submit], {}, 'merchant'],
    ['the header says so', [{ trace: 'a', submitButton: 'merchant' }, ...untouched], {}, 'merchant'],
    ['the header says nothing that it can be', [{ trace: 'a', submitButton: 'mine' }, ...untouched], {}, 'sdk'],
    [
      'who looks at it says so',
      [{ trace: 'a', submitButton: 'merchant' }, ...untouched],
      { submitButton: 'sdk' },
      'sdk',
    ],
  ] as const)('%s', async (_, lines, options, submitButton) => {
    const journey = await replayedOne(asLines(lines), options)
    expect(journey.submitButton).toBe(submitButton)
    // Of a form with the SDK's own button nobody knows whether it was submitted.
    const closed = submitButton === 'merchant' ? 'cancelled' : 'unresolved'
    expect(statesOf(journey).at(-1)).toBe(lines.at(-1) === submit ? 'submitting' : closed)
  })
})

it('is not waited for without end', async () => {
  const { journeys, problems } = await replayed(asLines([...form, ...form, did(20, 'submit')]), { longestWait: 200 })
  expect(journeys[0]?.submitButton).toBe('sdk')
  expect(problems).toEqual([{ line: 4, text: expect.stringMatching(/^no submit so far/) }])
})

describe('lines that cannot be used', () => {
  it('are told by their numbers, and nothing else is lost', async () => {
    const bad = ['no JSON', '[]', '{"t":-1,"via":"onError"}', '{"t":1,"via":"elsewhere"}', '{"trace":7}']
    const text = [JSON.stringify(form[0]), '', ...bad, JSON.stringify(form[1])].join('\r\n')
    const { journeys, problems, found } = await replayed(text)
    expect(journeys.map(statesOf)).toEqual([['loading', 'form']])
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7])
    expect(found).toEqual({ journeys: 1, moments: 2, badLines: 5 })
  })

  it('are too long', async () => {
    const text = [JSON.stringify(form[0]), 'x'.repeat(LONGEST_LINE + 1), JSON.stringify(form[1])].join('\n')
    const { journeys, problems } = await replayed(text)
    expect(journeys.map(statesOf)).toEqual([['loading', 'form']])
    expect(problems).toEqual([{ line: 2, text: expect.stringMatching(/^longer than \d+ characters$/) }])
  })
})

describe('a long trace', () => {
  const long = asLines([...form, ...Array.from({ length: 5_000 }, (_, at) => callback(at, 'SDK_PAYMENT_WARN'))])

  it('comes in batches, with its progress, and the next batch waits until the last was taken', async () => {
    const sizes: number[] = []
    const progress: number[] = []
    let open = 0
    await replayTrace(linesOf(long), {
      onJourney() {},
      async onMoments(_id, moments) {
        open += 1
        expect(open).toBe(1)
        sizes.push(moments.length)
        await Promise.resolve()
        open -= 1
      },
      onProgress: (read) => void progress.push(read),
    })
    expect(sizes.reduce((sum, size) => sum + size)).toBe(5_002)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(600)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBe(long.length + 1)
  })

  it('can be given up in the middle', async () => {
    const controller = new AbortController()
    const given: number[] = []
    const replay = replayTrace(linesOf(long), {
      signal: controller.signal,
      onJourney() {},
      onMoments(_id, moments) {
        given.push(moments.length)
        controller.abort()
      },
    })
    await expect(replay).rejects.toThrow(/abort/i)
    expect(given).toHaveLength(1)
  })

  it('is not begun for somebody who has left', async () => {
    const replay = replayTrace(linesOf(long), {
      signal: AbortSignal.abort(),
      onJourney: () => expect.unreachable(),
      onMoments: () => expect.unreachable(),
    })
    await expect(replay).rejects.toThrow(/abort/i)
  })
})

describe('journeys as lines', () => {
  /** What is read of a journey that was written. */
  const overTheWire = (journeys: readonly Journey[]): readonly Journey[] => {
    const decode = createMomentDecoder()
    const read = createJourneys()
    let id = ''
    for (const { moments, dropped: _dropped, ...head } of journeys) {
      const lines = [
        encodeHead(head),
        ...moments.map((moment, at) => encodeMoment(moments[at - 1]?.after ?? head.first, moment)),
      ]
      for (const line of lines) {
        const decoded = decode(line)
        if (decoded?.kind === 'journey') {
          id = decoded.head.id
          read.add(decoded.head)
        } else if (decoded?.kind === 'moment') read.append(id, [decoded.moment])
      }
    }
    return read.list()
  }

  it('are read as they were written, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileJourney(), { minLength: 1, maxLength: 3 }), async (journeys) => {
        const { journeys: given } = await replayed(journeys.map((journey) => toTrace(journey)).join('\n'))
        expect(overTheWire(given)).toEqual(given)
      }),
    )
  })

  it.each(names)('%s is read as it was written', async (name) => {
    const { journeys } = await replayed(recorded(name))
    expect(overTheWire(journeys)).toEqual(journeys)
  })

  it('are small, and one object where nothing has changed', async () => {
    const warnings = Array.from({ length: 100 }, (_, at) => callback(at + 20, 'SDK_PAYMENT_WARN'))
    const [read] = overTheWire([await replayedOne(asLines([...form, ...warnings]))])
    const states = new Set(read?.moments.slice(10).map(({ after }) => after))
    const events = new Set(read?.moments.slice(10).map(({ event }) => event))
    expect([states.size, events.size]).toEqual([1, 1])
    const { moments } = await replayedOne(asLines([...form, ...warnings]))
    expect(
      encodeMoment(moments[50]?.after ?? expect.unreachable(), moments[51] ?? expect.unreachable()).length,
    ).toBeLessThan(140)
  })

  it('tell what was wrong with a line of the trace', () => {
    const problem = { line: 7, text: 'not JSON' }
    expect(createMomentDecoder()(encodeProblem(problem))).toEqual({ kind: 'problem', problem })
  })

  it('that are none are nothing', () => {
    const decode = createMomentDecoder()
    for (const line of ['', 'x', '7', 'null', '[]', '{}', '{"t":1}', '{"journey":null}'])
      expect(decode(line)).toBeNull()
  })
})

it('names states as docs/lifecycle.md does', () => {
  expect(['live.preparing.form.ready', 'live.flight.challenge', 'succeeded'].map(nameOf)).toEqual([
    'form',
    'challenge',
    'succeeded',
  ])
})
