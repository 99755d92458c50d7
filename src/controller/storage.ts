import { unreadable } from '../../machines/checkout.saved.ts'
import type { Claim, SavedCheckout } from '../../machines/checkout.types.ts'

/** What the checkout needs of the platform's `Storage`. */
export interface CheckoutStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
  /** With `key`, the entries of abandoned checkouts are found, and removed when they have expired. */
  readonly length?: number
  key?(index: number): string | null
}

const VERSION = 1
const PREFIX = 'antom-checkout-machine:'

/** The name of a checkout's entry, and of whatever else its tabs share. */
export const nameOf = (id: string): string => `${PREFIX}${id}`

const DAY = 24 * 60 * 60 * 1_000

interface Entry {
  readonly checkout: SavedCheckout
  /** Epoch milliseconds; `null`: nobody knows. */
  readonly savedAt: number | null
}

/** How sure the page that has left it was that a payment is in flight. */
const claimOf = ({ state, doubt }: SavedCheckout): Claim => (state === 'confirming' ? 'certain' : doubt)

/**
 * A checkout that nobody comes back to is kept for a day, long after its session's hour, and where a payment may be in
 * flight for a month: by then the slowest of payment methods has come to an end, and the merchant's server knows it.
 */
const hasExpired = ({ checkout, savedAt }: Entry, now: number): boolean =>
  savedAt !== null && now - savedAt > (claimOf(checkout) === 'none' ? DAY : 30 * DAY)

/** A checksum, against accidents and hasty hands. It is no secret: who can run code on the page can do worse. */
const sumOf = (text: string): number => {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0
  return sum
}

const serialise = (id: string, { savedAt, checkout }: Entry): string => {
  const entry = { version: VERSION, id, savedAt, checkout }
  return JSON.stringify({ ...entry, sum: sumOf(JSON.stringify(entry)) })
}

/**
 * What an entry says. It is trusted only if it is, to the letter, one that we would have written: what is old,
 * truncated, edited or another order's may hide a payment, and never comes back as a fresh form.
 */
const parse = (json: string, id: string): Entry => {
  try {
    const entry = JSON.parse(json) as Entry
    if (serialise(id, entry) === json) return entry
  } catch {
    // Not JSON, or not of ours.
  }
  return { checkout: unreadable, savedAt: null }
}

/** Where one checkout is kept. Storage that throws (full, private mode, disabled) costs nothing but the survival. */
export interface Keeper {
  /** What another page has left; `undefined`: nothing. */
  load(): SavedCheckout | undefined
  /** `null`: nothing has to be kept. */
  save(checkout: SavedCheckout | null): void
  /** How sure another tab is, that has stored something since. */
  readClaim(): Claim
}

/** @param now epoch milliseconds */
export const createKeeper = (storage: CheckoutStorage, id: string, now: () => number = Date.now): Keeper => {
  const name = nameOf(id)
  /** What is in the storage, as far as we know. */
  let kept: string | null = null
  let saved: string | null | undefined

  const sweep = (): void => {
    try {
      for (let at = (storage.length ?? 0) - 1; at >= 0; at -= 1) {
        const key = storage.key?.(at)
        if (!key?.startsWith(PREFIX)) continue
        const json = storage.getItem(key)
        if (json !== null && hasExpired(parse(json, key.slice(PREFIX.length)), now())) storage.removeItem(key)
      }
    } catch {
      // No storage: see above.
    }
  }

  const readClaim = (): Claim => {
    const json = storage.getItem(name)
    return json === null || json === kept ? 'none' : claimOf(parse(json, id).checkout)
  }

  return {
    load() {
      try {
        kept = storage.getItem(name) ?? null
        const entry = kept === null ? undefined : parse(kept, id)
        return entry && !hasExpired(entry, now()) ? entry.checkout : undefined
      } catch {
        return undefined
      } finally {
        sweep()
      }
    },
    save(checkout) {
      const text = checkout && JSON.stringify(checkout)
      if (text === saved) return
      try {
        // Another tab may be at it by now. Its payment is not forgotten because we have none.
        if (readClaim() !== 'none' && (!checkout || claimOf(checkout) === 'none')) return
        const entry = checkout && serialise(id, { savedAt: now(), checkout })
        if (entry === null) storage.removeItem(name)
        else storage.setItem(name, entry)
        kept = entry
        saved = text
      } catch {
        // No storage: see above.
      }
    },
    readClaim() {
      try {
        return readClaim()
      } catch {
        return 'none'
      }
    },
  }
}
