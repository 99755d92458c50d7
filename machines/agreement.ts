import type { DecodeIssue } from '../src/boundary/types.ts'
import { policyOf } from '../src/catalogue/payment-result-policy.ts'

/** What can speak of a payment: an event of the SDK, or the server's answer. Its payload need not be what it claims. */
export interface Statement {
  readonly result?: unknown
  readonly issues?: readonly DecodeIssue[]
}

/** A field that was there and could not be read. It agrees with nothing. */
const UNREADABLE = Symbol('unreadable')

const field = ({ result, issues }: Statement, name: 'paymentStatus' | 'paymentResultCode'): unknown =>
  issues?.some(({ path }) => path === `result.${name}`)
    ? UNREADABLE
    : ((result as Record<string, unknown> | null | undefined)?.[name] ?? undefined)

/** Whether a payload that came with a success speaks against it: another status, or the reason of a failure. */
export const contradictsSuccess = (statement: Statement): boolean => {
  const status = field(statement, 'paymentStatus')
  return (status !== undefined && status !== 'SUCCESS') || policyOf(field(statement, 'paymentResultCode')) !== undefined
}

/**
 * Whether a payload that came with a failure speaks against it, or leaves the outcome open: another status, a reason
 * that only the server can settle, `SUCCESS`, or a reason that nobody knows and no status confirms.
 */
export const contradictsFailure = (statement: Statement): boolean => {
  const status = field(statement, 'paymentStatus')
  const code = field(statement, 'paymentResultCode')
  const confirmed = status === 'FAIL' || status === 'CANCELLED'
  if (status !== undefined && !confirmed) return true
  if (code === undefined) return false
  if (code === 'SUCCESS') return true
  const policy = policyOf(code)
  return policy === undefined ? !confirmed : policy === 'ask-server'
}
