import type { DecodeIssue } from './types.ts'

/** What kind of value came. Never the value itself: it may be a card number. */
export const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  try {
    return Array.isArray(value) ? 'array' : typeof value
  } catch {
    return 'unreadable' // a revoked proxy
  }
}

/** A property of whatever came. A getter or a proxy that throws is an issue, and the value is `undefined`. */
export const readProperty = (value: unknown, key: string, path: string, issues: DecodeIssue[]): unknown => {
  try {
    return (value as Record<string, unknown> | null | undefined)?.[key]
  } catch {
    issues.push({ path, expected: 'a readable property', received: 'an error' })
    return undefined
  }
}
