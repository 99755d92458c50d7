import type { Locator, Page } from 'playwright-core'
import type { ScenarioName } from '../../docs/stub/scenarios.ts'
import { createSessionData } from '../../docs/stub/session-data.ts'
import { createPaymentPage, type PaymentPage } from './payment-page.ts'
import type { Shop } from './rig.ts'

/** The merchant's server, as far as the page can tell. */
interface Server {
  isDown: boolean
  /** What it knows of the newest payment. */
  paymentStatus: 'PROCESSING' | 'SUCCESS'
  /** Somebody pays already: there is no session for another. */
  isUnderWay: boolean
  /** How often it was asked what has become of a payment. */
  inquiries: number
}

/** A buyer at the checkout of order 1001. */
export interface Visit {
  readonly page: Page
  readonly server: Server
  /** How many payments the server has begun, and how many components the SDK has mounted. */
  readonly done: { payments: number; mounts: number }
  /** What the page threw, and what its framework warned of. */
  readonly complaints: readonly string[]
  reads(sentence: string): Promise<void>
  button(name: 'Pay' | 'Try again'): Locator
  /** The SDK's payment page, when its form is there. */
  form(): Promise<PaymentPage>
  leaves(): Promise<void>
  comesBack(): Promise<void>
}

/** @param scenarios what the payment page does, of the first payment of the order, of the second, … */
export const visit = async (
  shop: Shop,
  address: string,
  scenarios: readonly ScenarioName[],
  known: Partial<Server> = {},
): Promise<Visit> => {
  const page = await shop.context.newPage()
  const done = { payments: 0, mounts: 0 }
  const server: Server = { isDown: false, paymentStatus: 'PROCESSING', isUnderWay: false, inquiries: 0, ...known }
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => {
    // The SDK's own, when its time runs out.
    if (message !== 'Promise time out') complaints.push(message)
  })
  page.on('console', (message) => {
    const isMeant = ['warning', 'error'].includes(message.type())
    if (isMeant && /react|svelte|vue/i.test(message.text())) complaints.push(message.text())
  })

  const newest = (): string => `payment-${done.payments}`
  const openPayment = (body: string): object => {
    const { replaces } = JSON.parse(body) as { readonly replaces?: string }
    if (done.payments === 0 || replaces === newest()) done.payments += 1
    const scenario = scenarios[done.payments - 1] ?? 'manual'
    const data = createSessionData({ scenario, paymentRequestId: newest() })
    return { paymentRequestId: newest(), session: server.isUnderWay ? null : { data, millisecondsLeft: 3_600_000 } }
  }
  shop.allow(new URL(address).origin)
  shop.intercept(async ({ url, method, body = '' }, route) => {
    const { pathname } = new URL(url)
    if (method === 'POST' && pathname.endsWith('/mgw.htm')) done.mounts += 1
    if (!pathname.startsWith('/payments')) return false
    if (server.isDown) await route.fulfill({ status: 500 })
    else if (method === 'POST') await route.fulfill({ json: openPayment(body) })
    else {
      server.inquiries += 1
      await route.fulfill({ json: { paymentStatus: server.paymentStatus } })
    }
    return true
  })
  await page.goto(address)
  return {
    page,
    server,
    done,
    complaints,
    reads: (sentence) => page.getByRole('status').getByText(sentence, { exact: true }).waitFor(),
    button: (name) => page.getByRole('button', { name, exact: true }),
    form: () => createPaymentPage(page, 'form'),
    leaves: () => page.getByRole('link', { name: 'Back to the shop' }).click(),
    comesBack: () => page.getByRole('link', { name: 'Check out' }).click(),
  }
}
