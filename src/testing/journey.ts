import fc from 'fast-check'
import type { Channel } from '../boundary/types.ts'

/** One thing that happens to a checkout page: it is told something, its buyer or merchant acts, or time passes. */
export type Step =
  /** The SDK calls one of the page's callbacks. */
  | { readonly kind: 'callback'; readonly channel: 'onEventCallback' | 'onError'; readonly args: readonly unknown[] }
  /** The buyer closes the popup: the SDK calls `onClose`. */
  | { readonly kind: 'dismiss' }
  /** The page mounts the component. */
  | { readonly kind: 'mount' }
  /** The merchant's own pay button is pressed. */
  | { readonly kind: 'submit' }
  /** The promise of the newest mount or submit that reached the SDK settles. */
  | {
      readonly kind: 'settle'
      readonly name: 'mount' | 'submit'
      readonly settled: 'resolved' | 'rejected'
      readonly value: unknown
    }
  /** The merchant's server answers the question that the page asks it, if it asks one. */
  | { readonly kind: 'server'; readonly settled: 'resolved' | 'rejected'; readonly value: unknown }
  /** Milliseconds pass. */
  | { readonly kind: 'wait'; readonly ms: number }

/** What happens to a page, in order. In a failure report it is printed as a trace for `antom-checkout replay`. */
export interface Journey {
  readonly steps: readonly Step[]
}

const line = (step: Exclude<Step, { kind: 'wait' }>, calls: Record<'mount' | 'submit', number>): object => {
  switch (step.kind) {
    case 'callback':
      return { via: step.channel satisfies Channel, args: step.args }
    case 'dismiss':
      return { via: 'onClose', args: [{}] }
    case 'mount':
    case 'submit':
      calls[step.kind] += 1
      return { via: 'command', name: step.kind, call: calls[step.kind] }
    case 'settle':
      // Which call it is, only the page knows: the newest that it let pass.
      return { via: 'promise', name: step.name, settled: step.settled, value: step.value }
    case 'server':
      return { via: 'promise', name: 'inquire', settled: step.settled, value: step.value }
  }
}

/**
 * A journey in the format of recorded traces: one JSON object a line, `t` in milliseconds. Paste it into
 * `antom-checkout replay` to see what the machine makes of it.
 */
export const toTrace = ({ steps }: Journey, name = 'counterexample'): string => {
  const calls = { mount: 0, submit: 0 }
  const lines: object[] = [{ trace: name }]
  let t = 0
  for (const step of steps) {
    if (step.kind === 'wait') t += step.ms
    else lines.push({ t, ...line(step, calls) })
  }
  return lines.map((entry) => JSON.stringify(entry)).join('\n')
}

/** The steps as a journey that fast-check prints as a trace. */
export const toJourney = (steps: readonly Step[]): Journey => {
  const journey = { steps }
  return Object.defineProperty(journey, fc.toStringMethod, { value: () => `\n${toTrace(journey)}\n` })
}
