import { unreadable } from '../../machines/checkout.saved.ts'
import type { SavedCheckout } from '../../machines/checkout.types.ts'

/** What the checkout needs of the platform's `Storage`. */
export interface CheckoutStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

const VERSION = 1

/** A checksum, against accidents and hasty hands. It is no secret: who can run code on the page can do worse. */
const sumOf = (text: string): number => {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0
  return sum
}

const serialise = (id: string, checkout: SavedCheckout): string => {
  const entry = { version: VERSION, id, checkout }
  return JSON.stringify({ ...entry, sum: sumOf(JSON.stringify(entry)) })
}

/**
 * What an entry says. It is trusted only if it is, to the letter, one that we would have written: what is old,
 * truncated, edited or another order's may hide a payment, and never comes back as a fresh form.
 */
const parse = (json: string, id: string): SavedCheckout => {
  try {
    const { checkout } = JSON.parse(json) as { checkout: SavedCheckout }
    if (serialise(id, checkout) === json) return checkout
  } catch {
    // Not JSON, or not of ours.
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
      try {
        if (entry === null) storage.removeItem(key)
        else storage.setItem(key, entry)
        kept = entry
      } catch {
        // No storage: see above.
      }
    },
  }
}
