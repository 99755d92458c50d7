import type { CheckoutContext, Doubt } from './checkout.types.ts'

/** The doubt, with what other tabs have said. Of a payment that is certain, the state says so. It only grows. */
export const doubtOf = ({ doubt, elsewhere }: Pick<CheckoutContext, 'doubt' | 'elsewhere'>): Doubt =>
  doubt === 'attempt' || elsewhere === 'none' || elsewhere === 'certain' ? doubt : elsewhere
