import * as v from 'valibot'
import { kindOf, readProperty } from './read.ts'
import type { DecodeIssue, PaymentResult } from './types.ts'

// The reference's longest field has 256 characters. Whatever is far longer is not kept: memory stays bounded.
const text = v.pipe(v.string(), v.maxLength(1024))
const LONGEST_JSON = 65_536

/** The fields of the SDK's callback reference. What is not listed here is not read. */
const payloadSchema = v.object({
  paymentStatus: text,
  paymentResultCode: text,
  paymentResultMessage: text,
  result: v.object({ resultCode: text, resultStatus: text, resultMessage: text }),
  cardPaymentResultInfo: v.object({
    cardNo: text,
    cardBrand: text,
    cardBin: text,
    lastFour: text,
    issuerName: text,
    issuingCountry: text,
    funding: text,
    avsResultRaw: text,
    cvvResultRaw: text,
    holdName: text,
    fingerprint: text,
    expiryMonth: text,
    expiryYear: text,
  }),
  popRiskDecisionResultInfo: v.object({ riskDecision: text, riskAuthDecision: text }),
})

type Entries = Readonly<Record<string, typeof text | v.ObjectSchema<v.ObjectEntries, undefined>>>

const parseText = (value: unknown, path: string, issues: DecodeIssue[]): string | undefined => {
  try {
    const parsed = v.safeParse(text, value)
    if (parsed.success) return parsed.output
    issues.push({ path, expected: parsed.issues[0].expected ?? 'string', received: kindOf(value) })
  } catch {
    // The library looks at what it refuses, and a proxy may throw at that.
    issues.push({ path, expected: 'string', received: 'unreadable' })
  }
  return undefined
}

/** Field by field, so that one bad field costs only itself. `null` is how Java and Swift say "not there". */
const readFields = (entries: Entries, value: unknown, path: string, issues: DecodeIssue[]): object | undefined => {
  const kind = kindOf(value)
  if (kind !== 'object') {
    issues.push({ path, expected: 'object', received: kind })
    return undefined
  }
  const fields: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(entries)) {
    const fieldPath = `${path}.${name}`
    const field = readProperty(value, name, fieldPath, issues)
    if (field === undefined || field === null) continue
    if ('entries' in schema) {
      const nested = readFields(schema.entries as Entries, field, fieldPath, issues)
      if (nested) fields[name] = nested
    } else {
      const parsed = parseText(field, fieldPath, issues)
      if (parsed !== undefined) fields[name] = parsed
    }
  }
  return fields
}

const parseJson = (json: string, path: string, issues: DecodeIssue[]): unknown => {
  try {
    if (json.length <= LONGEST_JSON) return JSON.parse(json)
  } catch {
    // Told below, in the words of a truncated or foreign text.
  }
  issues.push({ path, expected: `JSON of at most ${LONGEST_JSON} characters`, received: 'string' })
  return undefined
}

/**
 * The payload of a result event or of the server's answer: an object, or a JSON string as the Android and iOS hosts
 * hand it over. Never throws; what is wrong is left out and named.
 */
export const decodePayload = (
  value: unknown,
  path = 'result',
): { readonly result: PaymentResult | undefined; readonly issues: readonly DecodeIssue[] } => {
  const issues: DecodeIssue[] = []
  const payload = typeof value === 'string' && value !== '' ? parseJson(value, path, issues) : value
  const absent = payload === undefined || payload === null || payload === ''
  const result = absent ? undefined : readFields(payloadSchema.entries, payload, path, issues)
  return { result, issues }
}

/** A message of the SDK: for a developer, never shown to a buyer. */
export const decodeMessage = (value: unknown, issues: DecodeIssue[]): string | undefined => {
  if (value === undefined || value === null) return undefined
  return parseText(value, 'message', issues)
}
