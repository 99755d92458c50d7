import * as v from 'valibot'
import { type Fields, readField } from './fields.ts'
import type { DecodeIssue, PaymentResult } from './types.ts'

const text = v.string()
const LONGEST_JSON = 65_536

/** The fields of the SDK's callback reference. */
const payload: Fields = {
  paymentStatus: text,
  paymentResultCode: text,
  paymentResultMessage: text,
  result: { resultCode: text, resultStatus: text, resultMessage: text },
  cardPaymentResultInfo: {
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
  },
  popRiskDecisionResultInfo: { riskDecision: text, riskAuthDecision: text },
}

const parseJson = (json: string, path: string, issues: DecodeIssue[]): unknown => {
  try {
    if (json === '') return undefined
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
  const given = typeof value === 'string' ? parseJson(value, path, issues) : value
  return { result: readField(payload, given, path, issues) as PaymentResult | undefined, issues }
}

/** A message of the SDK: for a developer, never shown to a buyer. */
export const decodeMessage = (value: unknown, issues: DecodeIssue[]): string | undefined =>
  readField(text, value, 'message', issues) as string | undefined
