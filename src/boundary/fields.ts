import * as v from 'valibot'
import { kindOf, readProperty } from './read.ts'
import type { DecodeIssue } from './types.ts'

// The reference's longest field has 256 characters. Whatever is far longer is not kept: memory stays bounded.
const LONGEST = 1024

/** A field's schema, or those of the fields below it. */
export type Field = v.GenericSchema | Fields

export interface Fields {
  readonly [name: string]: Field
}

/** The value, if it is what it should be; else `undefined`, and an issue. `null` is how Java and Swift say "absent". */
export const readField = (field: Field, value: unknown, path: string, issues: DecodeIssue[]): unknown => {
  if (value === undefined || value === null) return undefined
  let expected = 'object'
  if ('kind' in field) {
    try {
      const parsed = v.safeParse(field as v.GenericSchema, value)
      const isLong = typeof value === 'string' && value.length > LONGEST
      if (parsed.success && !isLong) return parsed.output
      expected = isLong ? `at most ${LONGEST} characters` : (parsed.issues?.[0].expected ?? 'another value')
    } catch {
      // The library looks at what it refuses, and a proxy may throw at that.
      expected = 'a readable value'
    }
  } else if (kindOf(value) === expected) return readFields(field as Fields, value, path, issues)
  issues.push({ path, expected, received: kindOf(value) })
  return undefined
}

/** Field by field, so that a bad one costs only itself. What is not listed is not read. */
const readFields = (fields: Fields, value: unknown, path: string, issues: DecodeIssue[]): object => {
  const read: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const below = `${path}.${name}`
    const found = readField(field, readProperty(value, name, below, issues), below, issues)
    if (found !== undefined) read[name] = found
  }
  return read
}
