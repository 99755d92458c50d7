import { declined, paid, processing } from '../../docs/stub/results.ts'
import type { SessionOptions } from '../../docs/stub/session-data.ts'
import { holdQuery } from './held-request.ts'
import type { PaymentPage } from './payment-page.ts'
import type { Shop } from './rig.ts'
import type { Tab } from './tab.ts'

/** Where the real SDK can bring a checkout whose submit button is the merchant's. */
export const reachable = [
  'loading',
  'form',
  'submitting',
  'challenge',
  'redirecting',
  'confirming',
  'declined',
  'dismissed',
  'broken',
  'succeeded',
] as const
export type Reachable = (typeof reachable)[number]

/** The stub's wallet, at the payment page's own origin. */
export const walletOf = (page: PaymentPage): string => new URL('/stub/wallet.html', page.frame.url()).href

const fromForm: Readonly<Record<Exclude<Reachable, 'loading' | 'form'>, (page: PaymentPage, tab: Tab) => unknown>> = {
  submitting: (_page, tab) => tab.submit(),
  challenge: (page) => page.send('SDK_PAYMENT_CHALLENGE'),
  // Only a wallet in another tab leaves the component where it is.
  redirecting: (page) => page.redirect({ normalUrl: walletOf(page), target: '_blank' }),
  confirming: (page) => page.send('SDK_PAYMENT_PROCESSING', processing()),
  declined: (page) => page.send('SDK_PAYMENT_FAIL', declined('INVALID_CARD')),
  dismissed: (page) => page.send('SDK_PAYMENT_CANCEL'),
  broken: (page) => page.send('SDK_CREATECOMPONENT_ERROR'),
  succeeded: (page) => page.send('SDK_PAYMENT_SUCCESSFUL', paid()),
}

/** Mounts, and goes on to that state. The payment page is still there. */
export const reach = async (shop: Shop, tab: Tab, state: Reachable, session?: SessionOptions): Promise<PaymentPage> => {
  if (state === 'loading') {
    holdQuery(shop)
    await tab.mount(session)
    return tab.paymentPage('launched')
  }
  const page = await tab.openForm(session)
  if (state !== 'form') await fromForm[state](page, tab)
  await tab.waitForState(state)
  return page
}
