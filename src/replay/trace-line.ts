import { type Either, left, map, right } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as v from 'valibot'
import type { SubmitButton } from '../../machines/checkout.types.ts'

// A recorded trace: its first line is a header, and every other line is one thing that reached, or was done by, the
// merchant's page, in order.

// Milliseconds since the SDK was constructed.
const t = v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
const calls = ['mount', 'submit', 'unmount'] as const
const call = v.pipe(v.number(), v.integer())

const headerSchema = v.object({
  trace: v.string(),
  // Not everything that begins a trace says it, and what says it otherwise says nothing.
  submitButton: v.fallback(v.optional(v.picklist(['sdk', 'merchant'])), undefined),
})

const lineSchema = v.variant('via', [
  v.object({
    via: v.picklist(['onEventCallback', 'onError', 'onClose']),
    t,
    args: v.optional(v.array(v.unknown()), []),
  }),
  v.object({ via: v.literal('onLog'), t }),
  v.object({ via: v.literal('command'), t, name: v.picklist(calls), call }),
  v.object({
    via: v.literal('promise'),
    t,
    // `inquire`: what the merchant's server answered when the page asked it. Its calls are not recorded.
    name: v.picklist([...calls, 'inquire']),
    // Left out, as in a counterexample of the harness: the newest call that reached the SDK.
    call: v.optional(call),
    settled: v.picklist(['resolved', 'rejected']),
    value: v.optional(v.unknown()),
  }),
])

/** Where a trace begins, and its name. */
export interface Header {
  readonly via: 'header'
  readonly trace: string
  /** Who rendered the pay button, if the trace says so. */
  readonly submitButton: SubmitButton | undefined
}

/** One thing that happened on the page. */
export type TraceLine = v.InferOutput<typeof lineSchema>

/** Says what was expected and never what came, as valibot's own message does: a recording may hold card data. */
const problem = (issue: v.BaseIssue<unknown>): string => {
  const field = v.getDotPath(issue)
  if (issue.received === 'undefined') return `${field} is missing`
  return `${field}: expected ${String(issue.expected).replaceAll(/[()]/g, '').replaceAll(' | ', ' or ')}`
}

const parse = <T extends v.GenericSchema>(schema: T, value: unknown): Either<string, v.InferOutput<T>> => {
  const parsed = v.safeParse(schema, value)
  return parsed.success ? right(parsed.output) : left(problem(parsed.issues[0]))
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// Whatever is nested deeper is no callback, and could not be written down again: that takes a stack.
const DEEPEST = 100

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)))

/** One line of a recording. Left: what is wrong with it, quoting nothing of it. */
export const parseLine = (text: string): Either<string, Header | TraceLine> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return left('not JSON')
  }
  if (!isRecord(value)) return left('not a JSON object')
  if (isDeeper(value, DEEPEST)) return left(`nested deeper than ${DEEPEST} levels`)
  return 'trace' in value && !('via' in value)
    ? pipe(
        parse(headerSchema, value),
        map(({ trace, submitButton }) => ({ via: 'header', trace, submitButton })),
      )
    : parse(lineSchema, value)
}
