import type { SessionOptions } from './session-data.ts'

/** What makes a session one of Payment Element: `createSessionData({ ...elementSession, … })`. */
export const elementSession = { productScene: 'ELEMENT_PAYMENT' } as const satisfies SessionOptions

const amount = {
  currency: 'USD',
  currencyLabel: '$',
  currencySymbolPosition: 'L',
  formattedValue: '1.00',
  value: '1.00',
}

/** Of a session without methods or amounts Payment Element says that it cannot be paid: the mount resolves to an error. */
export const elementQueryResult = {
  paymentMethods: [{ paymentMethodType: 'CARD', paymentMethodName: 'Card', category: 'CARD' }],
  orderAmountView: amount,
  paymentAmountView: amount,
} as const

/** Whether a request of the SDK asks for a session of Payment Element. */
export const isElementQuery = (query: unknown): boolean =>
  (query as { paymentSessionConfig?: { productScene?: unknown } } | undefined)?.paymentSessionConfig?.productScene ===
  elementSession.productScene
