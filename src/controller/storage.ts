import * as v from 'valibot'
import { unreadable } from '../../machines/checkout.saved.ts'
import type { Decline, SavedCheckout } from '../../machines/checkout.types.ts'
import { type Fields, readField } from '../boundary/fields.ts'
import type { Counts } from '../view/types.ts'

/** What the checkout needs of the platform's `Storage`. */
export interface CheckoutStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

const VERSION = 1
const text = v.string()
const time = v.number()
const count = v.custom<number>((value) => Number.isInteger(value) && Number(value) >= 0)

const fields: Fields = {
  state: v.picklist(['init', 'confirming', 'declined', 'dismissed', 'broken']),
  doubt: v.picklist(['none', 'form', 'attempt']),
  decline: {
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
  },
  cause: text,
  componentErrors: count,
  confirmedBy: v.picklist(['sdk', 'server']),
  paymentResultCode: text,
  counts: { attempts: count, duplicates: count, verificationFailures: count },
  sessionExpiresAt: time,
  inquiryEndsAt: time,
}

const noDecline: Decline = { nextStep: 'none', sameSession: false }

/** What could be read of an entry: anything may be missing. */
type Read = Partial<Omit<SavedCheckout, 'decline' | 'counts'>> & {
  readonly decline?: Partial<Decline>
  readonly counts?: Partial<Counts>
}

const serialise = (id: string, checkout: SavedCheckout): string => JSON.stringify({ version: VERSION, id, checkout })

/** A paid or open checkout never comes back as a fresh one: an entry that does not hold together is not trusted. */
const isConsistent = ({ state, doubt }: SavedCheckout): boolean =>
  doubt === 'none' || (state !== 'init' && state !== 'declined')

/** What an entry says. It is trusted only if it is, to the letter, one that we would have written. */
const parse = (json: string, id: string): SavedCheckout => {
  try {
    const read = readField(fields, JSON.parse(json).checkout, '', []) as Read | undefined
    const decline = read?.decline ? { ...noDecline, ...read.decline } : null
    const checkout = { ...unreadable, ...read, decline, counts: { ...unreadable.counts, ...read?.counts } }
    if (serialise(id, checkout) === json && isConsistent(checkout)) return checkout
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
      const entry = checkout && serialise(id, checkout)
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
