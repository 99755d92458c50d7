import type { Page } from 'playwright-core'
import { createSessionData, type SessionOptions } from '../../docs/stub/session-data.ts'
import type { CheckoutState, CheckoutView, Outcome } from '../../src/index.ts'
import type { CallbackName, CommandName, MerchantHandle, RecordedLine, Told } from './merchant.ts'
import { createPaymentPage, type PaymentPage } from './payment-page.ts'

/** The merchant's page in one tab. */
export interface Tab {
  /** Playwright's own, for whatever is not here: `page.reload()`, `page.goto()`, `page.clock`. */
  readonly page: Page
  /** What the page threw and nobody caught. */
  readonly errors: readonly Error[]
  /** Calls the SDK's mount through the checkout, and does not wait. `null`: without session data. Answers which call it was. */
  mount(session?: SessionOptions | null): Promise<number>
  /** The same for the SDK's `submit()`. */
  submit(): Promise<number>
  unmount(): Promise<number>
  /** Takes the component down and mounts another. See `MerchantHandle` for what is recorded of it. */
  mountAgain(session?: SessionOptions): Promise<number>
  /** Calls the SDK itself, as a page does that does not ask the checkout. */
  mountPastCheckout(session?: SessionOptions): Promise<number>
  submitPastCheckout(): Promise<number>
  /** Calls one of the checkout's callbacks, where the SDK cannot be brought to do it. */
  call(name: CallbackName, ...args: unknown[]): Promise<void>
  /** The buyer presses a button of the SDK's own, on the merchant's page around its popup. */
  press(button: 'close' | 'leave' | 'stay'): Promise<void>
  close(): Promise<Outcome>
  view(): Promise<CheckoutView>
  /** The states passed through since the page was loaded, the present one last. */
  states(): Promise<readonly string[]>
  /** Waits until the checkout is in one of these states. */
  waitForState(...states: CheckoutState[]): Promise<CheckoutView>
  /** Waits for what `checkout.mount` or `.submit` resolved to; by default the first call's. */
  told(name: 'mount' | 'submit', call?: number): Promise<Told>
  /** Waits until the SDK's payment page is there, and answers how to drive it. Without `phase`: until its form is. */
  paymentPage(phase?: 'opened' | 'launched' | 'form'): Promise<PaymentPage>
  /** Mounts, and waits for the form on both sides: the payment page's, and the checkout's. */
  openForm(session?: SessionOptions): Promise<PaymentPage>
  trace(): Promise<readonly RecordedLine[]>
}

declare global {
  /** In the shop's page. */
  var merchant: MerchantHandle
}

const popupButtons = {
  close: '#asm-component-close-block',
  leave: '#ams-component-retention-leave',
  stay: '#ams-component-retention-remain',
}

export const createTab = async (page: Page, address: string): Promise<Tab> => {
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  await page.goto(address)
  // A page that did not start says why, at once.
  if (!(await page.evaluate(() => 'merchant' in globalThis))) throw new Error(`the shop did not start: ${errors}`)

  type Call = CommandName | 'mountAgain' | 'mountPastCheckout' | 'submitPastCheckout'
  const call = (name: Call, data?: string): Promise<number> =>
    page.evaluate(([command, session]) => merchant[command](session), [name, data] as const)

  const tab: Tab = {
    page,
    errors,
    mount: (session) => call('mount', session === null ? undefined : createSessionData(session)),
    submit: () => call('submit'),
    unmount: () => call('unmount'),
    mountAgain: (session) => call('mountAgain', createSessionData(session)),
    mountPastCheckout: (session) => call('mountPastCheckout', createSessionData(session)),
    submitPastCheckout: () => call('submitPastCheckout'),
    call: (name, ...args) => page.evaluate(([n, a]) => merchant.call(n, a), [name, args] as const),
    press: (button) => page.click(popupButtons[button]),
    close: () => page.evaluate(() => merchant.close()),
    view: () => page.evaluate(() => merchant.view()),
    states: () => page.evaluate(() => merchant.states()),
    async waitForState(...states) {
      const isThere = (wanted: readonly string[]): CheckoutView | undefined => {
        // On its way to the shop, a tab is nowhere yet.
        const view = 'merchant' in globalThis ? merchant.view() : undefined
        return view && wanted.includes(view.state) ? view : undefined
      }
      const found = await page.waitForFunction(isThere, states).catch(async (cause) => {
        const passed = await tab.states().catch(() => `nothing: it is at ${page.url()}`)
        throw new Error(`waited for ${states.join(' or ')}, passed through ${passed}`, { cause })
      })
      return (await found.jsonValue()) as CheckoutView
    },
    async told(name, which = 1) {
      const found = await page.waitForFunction(([command, at]) => merchant.told(command, at), [name, which] as const)
      return (await found.jsonValue()) as Told
    },
    paymentPage: (phase = 'form') => createPaymentPage(page, phase),
    async openForm(session) {
      await tab.mount(session)
      const paymentPage = await tab.paymentPage()
      await tab.waitForState('form')
      return paymentPage
    },
    trace: () => page.evaluate(() => merchant.trace()),
  }
  return tab
}
