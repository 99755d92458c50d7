import type { ElementAnswer } from '../../docs/stub/element-answers.ts'
import { elementSession } from '../../docs/stub/element-session.ts'
import type { SessionOptions } from '../../docs/stub/session-data.ts'
import type { LoadingHook, MerchantOptions } from './merchant.ts'
import type { PaymentPage } from './payment-page.ts'
import type { Shop } from './rig.ts'
import type { Tab } from './tab.ts'

// Payment Element on the merchant's page, and how its payment page is driven.

declare global {
  /** In the shop's page, once the element has been made. */
  var loadingHooks: readonly LoadingHook[]
}

export const elementOf = (session?: SessionOptions): SessionOptions => ({ ...elementSession, ...session })

export const openShop = (shop: Shop, options?: MerchantOptions): Promise<Tab> =>
  shop.open({ integration: 'element', submitButton: 'merchant', ...options })

/** Opens the form: the element is mounted, and the buyer can fill it in. */
export const openForm = async (shop: Shop, options?: MerchantOptions): Promise<[Tab, PaymentPage]> => {
  const tab = await openShop(shop, options)
  return [tab, await tab.openForm(elementOf())]
}

/** Presses the merchant's button, and waits until the payment page has heard of it. */
export const submit = async (tab: Tab, page: PaymentPage, count = 1): Promise<void> => {
  await tab.submit()
  await page.submits(count)
}

/** What the payment page answers to a `submitPayment()`: the oldest that is unanswered, or the one at that place. */
export const answer = (
  { frame }: PaymentPage,
  value: ElementAnswer | unknown,
  how: { readonly at?: number; readonly byEvent?: boolean } = {},
): Promise<void> => frame.evaluate(([v, { at, byEvent }]) => stub.answerElement(v, at, byEvent), [value, how] as const)

export const hooks = (tab: Tab): Promise<readonly LoadingHook[]> => tab.page.evaluate(() => loadingHooks)
