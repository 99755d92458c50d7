import * as v from 'valibot'
import { unreadable } from '../../machines/checkout.saved.ts'
import type { SavedCheckout } from '../../machines/checkout.types.ts'

/** What the checkout needs of the platform's `Storage`. */
export interface CheckoutStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

const VERSION = 1
const time = v.nullable(v.pipe(v.number(), v.finite()))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const code = v.nullable(v.pipe(v.string(), v.maxLength(1024)))

const decline = v.object({
  nextStep: v.picklist([
    'change-method',
    'fix-form',
    'buyer-action',
    'retry-same-session',
    'new-session',
    'contact-support',
    'fix-integration',
  ]),
  sameSession: v.boolean(),
})

const entrySchema = v.object({
  version: v.literal(VERSION),
  id: v.string(),
  checkout: v.object({
    state: v.picklist(['init', 'confirming', 'declined', 'dismissed', 'broken']),
    doubt: v.picklist(['none', 'form', 'attempt']),
    decline: v.nullable(decline),
    cause: code,
    componentErrors: count,
    confirmedBy: v.nullable(v.picklist(['sdk', 'server'])),
    paymentResultCode: code,
    counts: v.object({ attempts: count, duplicates: count, verificationFailures: count }),
    sessionExpiresAt: time,
    inquiryEndsAt: time,
  }),
})

/** A paid or open checkout never comes back as a fresh one: an entry that does not hold together is not trusted. */
const isConsistent = ({ state, doubt }: SavedCheckout): boolean =>
  (state !== 'init' && state !== 'declined') || doubt === 'none'

const parse = (entry: string, id: string): SavedCheckout => {
  try {
    const { success, output } = v.safeParse(entrySchema, JSON.parse(entry))
    if (success && output.id === id && isConsistent(output.checkout)) return output.checkout
  } catch {
    // Truncated or foreign: not trusted, below.
  }
  return unreadable
}

/** Where one checkout is kept. Storage that throws (full, private mode, disabled) costs nothing but the survival. */
export interface Keeper {
  /** What another page has left; `undefined`: nothing. */
  load(): SavedCheckout | undefined
  /** `null`: nothing has to be kept. */
  save(checkout: SavedCheckout | null): void
}

export const createKeeper = (storage: CheckoutStorage, id: string): Keeper => {
  const key = `antom-checkout-machine:${id}`
  let kept: string | null | undefined
  return {
    load() {
      try {
        const entry = storage.getItem(key)
        return entry == null ? undefined : parse(entry, id)
      } catch {
        return undefined
      }
    },
    save(checkout) {
      const entry = checkout && JSON.stringify({ version: VERSION, id, checkout })
      if (entry === kept) return
      kept = entry
      try {
        if (entry === null) storage.removeItem(key)
        else storage.setItem(key, entry)
      } catch {
        // No storage: see above.
      }
    },
  }
}
