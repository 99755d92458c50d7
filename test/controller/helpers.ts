import { SimulatedClock } from 'xstate'
import { createCheckout } from '../../src/controller/create-checkout.ts'
import type { Checkout, CheckoutOptions } from '../../src/controller/types.ts'

/** A promise that is settled from outside, as the SDK's is. */
export const deferred = () => {
  let resolve: (value?: unknown) => void = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<unknown>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}

/** Lets promises settle. */
export const rest = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

export const create = (options: CheckoutOptions = {}): { checkout: Checkout; clock: SimulatedClock } => {
  const clock = new SimulatedClock()
  return { checkout: createCheckout({ submitButton: 'merchant', clock, ...options }), clock }
}

/** The SDK tells codes by its ordinary callback. */
export const tell = ({ callbacks }: Checkout, ...codes: readonly string[]): void => {
  for (const code of codes) callbacks.onEventCallback({ code })
}

export const loaded = (options?: CheckoutOptions): { checkout: Checkout; clock: SimulatedClock } => {
  const made = create(options)
  tell(made.checkout, 'SDK_START_OF_LOADING', 'SDK_END_OF_LOADING')
  return made
}

export const memory = () => {
  const entries = new Map<string, string>()
  return {
    entries,
    getItem: (key: string): string | null => entries.get(key) ?? null,
    setItem: (key: string, value: string): void => void entries.set(key, value),
    removeItem: (key: string): void => void entries.delete(key),
  }
}
