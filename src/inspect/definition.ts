import { checkoutMachine } from '../../machines/checkout.machine.ts'

const cache: { text?: string } = {}

/** Our own machine's config as JSON, its functions by name, as the official senders give it. It is made when asked for. */
export const definitionOfCheckout = (): string => {
  cache.text ??= JSON.stringify(checkoutMachine.config, (_key, value: unknown) =>
    typeof value === 'function' ? { type: value.name } : value,
  )
  return cache.text
}
