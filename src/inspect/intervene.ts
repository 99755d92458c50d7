import type { Checkout } from '../controller/types.ts'
import type { Intervention } from '../inspector/protocol.ts'
import { read, word } from './values.ts'

// What a person does to a checkout from the inspector's page: no more than the SDK or the merchant could do.

/** What of a checkout an inspector may be given into its hands. */
export type Controlled = Pick<Checkout, 'actor' | 'callbacks' | 'close'>

const ways: Record<Intervention['via'], true> = { onEventCallback: true, onError: true, onClose: true, close: true }

const LONGEST = 128

const text = (of: unknown, key: string): string | undefined => {
  const value = read(of, key)
  return typeof value === 'string' && value.length <= LONGEST ? value : undefined
}

/** Does what was asked for; what it cannot read, it does not do. */
export const intervene = ({ callbacks, close }: Controlled, intervention: unknown): void => {
  const via = word(ways, read(intervention, 'via'), undefined)
  if (via === 'close') close()
  if (via === 'onClose') callbacks.onClose({})
  const code = text(intervention, 'code')
  if ((via !== 'onEventCallback' && via !== 'onError') || code === undefined) return
  const paymentStatus = text(intervention, 'paymentStatus')
  const paymentResultCode = text(intervention, 'paymentResultCode')
  const hasResult = paymentStatus !== undefined || paymentResultCode !== undefined
  callbacks[via]({ code, ...(hasResult && { result: { paymentStatus, paymentResultCode } }) })
}
