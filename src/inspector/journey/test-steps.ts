import type { CheckoutState } from '../../view/types.ts'
import type { Gap } from './gaps.ts'
import { nameOf } from './state.ts'
import { timesOf, type Waits } from './times.ts'
import { toldLines } from './told-lines.ts'
import type { Journey, Moment, SafeLine } from './types.ts'

/** One thing that happens in an exported test, and the state that the checkout is in from then on. */
export type TestStep = {
  readonly t: number
  /** Left out: it cannot be known. */
  readonly state?: CheckoutState
  readonly sessionExpiresAt?: number
} & (SafeLine | object)

const isCommand = (line: SafeLine | null, name: string): boolean => line?.via === 'command' && line.name === name

/** Which of the calls a promise belongs to, where the recording left that out: the newest that reached the SDK. */
const withCalls = (moments: readonly Moment[], lines: readonly (SafeLine | null)[]): readonly (SafeLine | null)[] => {
  const open = new Map<string, number[]>()
  return lines.map((line, index) => {
    if (line?.via === 'command') {
      const isRefused = moments[index]?.marks.some((mark) => mark.startsWith('refused')) === true
      const calls = (open.get(line.name) ?? []).filter((call) => call !== line.call)
      open.set(line.name, isRefused ? calls : [...calls, line.call])
      return line
    }
    if (line?.via !== 'promise' || line.name === 'inquire') return line
    const calls = open.get(line.name) ?? []
    const call = line.call ?? calls.at(-1)
    open.set(
      line.name,
      calls.filter((other) => other !== call),
    )
    return call === undefined ? null : { ...line, call }
  })
}

/** From which moment on the checkout is no more what it was, as something is left out that has moved it. */
const knownUntil = ({ moments }: Journey, lines: readonly (SafeLine | null)[], gaps: readonly Gap[]): number => {
  if (gaps.includes('beginning')) return 0
  const isLeftOut = ({ event }: Moment, index: number): boolean =>
    event !== null && !lines[index] && !['checkout.timeout', 'checkout.expired', 'server.silent'].includes(event.type)
  const found = moments.findIndex(isLeftOut)
  return found < 0 ? moments.length : found
}

/** When the session has expired that a moment begins: the machine is told of it with the mount. */
const expiries = ({ moments }: Journey, times: readonly number[]): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  let mounted = -1
  for (const [index, { line, event, marks }] of moments.entries()) {
    if (isCommand(line, 'mount') && marks.length === 0) mounted = index
    if (event?.type === 'checkout.expired') found.set(mounted, times[index] ?? 0)
  }
  return found
}

/** The steps of an exported test. */
export interface TestSteps {
  readonly steps: readonly TestStep[]
  /** When the session expired that the checkout itself was given; `undefined`: never. */
  readonly sessionExpiresAt: number | undefined
  /** Whether the end is what the journey's end was. */
  readonly isWhole: boolean
}

export const testSteps = (journey: Journey, waits: Waits, gaps: readonly Gap[]): TestSteps => {
  const { moments } = journey
  const told = toldLines(journey)
  const lines = withCalls(moments, told)
  const times = timesOf(journey, waits)
  const until = knownUntil(journey, told, gaps)
  const expired = expiries(journey, times)
  const steps = moments.map((moment, index): TestStep => {
    const expiry = expired.get(index)
    return {
      t: times[index] ?? 0,
      ...lines[index],
      ...(expiry !== undefined && { sessionExpiresAt: expiry }),
      ...(index < until && { state: nameOf(moment.after.path) }),
    }
  })
  return { steps, sessionExpiresAt: expired.get(-1), isWhole: until === moments.length }
}
