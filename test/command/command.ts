import { readFileSync } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { run } from '../../src/command/command.ts'

export interface Given {
  /** What standard input brings, in pieces. */
  readonly stdin?: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
  /** Where standard output goes, if it is not kept here. */
  readonly stdout?: Writable
  /** Which of the streams are a terminal. */
  readonly terminals?: readonly ('stdin' | 'stdout' | 'stderr')[]
  readonly env?: Readonly<Record<string, string>>
  /** The folder of the inspector's page. */
  readonly page?: string
  readonly untilStopped?: () => Promise<void>
  readonly browse?: (address: string) => Promise<unknown>
}

const sink = (isTTY: boolean) => {
  const pieces: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      pieces.push(String(chunk))
      done()
    },
  })
  return { stream: Object.assign(stream, { isTTY, columns: 80 }), text: () => pieces.join('') }
}

async function* bytes(pieces: NonNullable<Given['stdin']>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece
}

/** Runs `antom-checkout` in this process, as a shell would. */
export const command = async (args: readonly string[], given: Given = {}) => {
  const { stdin = [], terminals = [], env = {}, page = '' } = given
  const { untilStopped = () => Promise.resolve(), browse = () => Promise.resolve() } = given
  const out = sink(terminals.includes('stdout'))
  const err = sink(terminals.includes('stderr'))
  const input = Readable.from(bytes(stdin), { objectMode: false })
  const status = await run(args, {
    stdin: Object.assign(input, { isTTY: terminals.includes('stdin') }),
    stdout: given.stdout ?? out.stream,
    stderr: err.stream,
    env,
    page,
    untilStopped,
    browse,
  })
  return { status, stdout: out.text(), stderr: err.text() }
}

/** One of the traces that were recorded from the real SDK. */
export const trace = (name: string): string => `test/traces/${name}.ndjson`

export const recorded = (name: string): string => readFileSync(trace(name), 'utf8')

interface Step {
  readonly t: number
  readonly channel: string
  readonly code: string
  readonly from: string
  readonly to: string
  readonly submission: string
  readonly nextStep: string
  readonly note?: string
  readonly paymentStatus?: string
  readonly paymentResultCode?: string
}

export interface Journey {
  readonly trace: string
  readonly steps: readonly Step[]
  readonly outcome: Readonly<Record<string, unknown>>
}

/** The journeys that `--json` prints. */
export const journeys = (stdout: string): readonly Journey[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Replays lines that are given here, and gives their journey. */
export const replayed = async (lines: readonly object[], ...options: readonly string[]): Promise<Journey> => {
  const stdin = [lines.map((line) => JSON.stringify(line)).join('\n')]
  const { stdout } = await command(['replay', '--json', ...options], { stdin })
  return journeys(stdout)[0] as Journey
}

/** The states that a journey goes through, each named once. */
export const states = ({ steps }: Journey): readonly string[] => [
  ...(steps[0] ? [steps[0].from] : []),
  ...steps.filter(({ from, to }) => from !== to).map(({ to }) => to),
]

/** A callback as a recorded line. */
export const callback = (t: number, code: string, result?: object, via = 'onEventCallback') => ({
  t,
  via,
  args: [{ code, ...(result && { result }) }],
})
