import { AMSAutoDebitPay, AMSCashierPayment, AMSCheckoutPage, AMSEasyPay } from '@alipay/ams-checkout'
import type { CallbackName, Integration } from '../merchant.ts'
import { createElementSdk, type ElementSetup } from './element.ts'

/** One of the SDK's integrations, as the shop calls it. */
export interface Sdk {
  /** The SDK's own name for its mounting. */
  readonly mounting: string
  mount(sessionData: string | undefined): unknown
  submit(): unknown
  unmount(): void
}

type Callbacks = Readonly<Record<CallbackName | 'onLog', (...args: unknown[]) => void>>

export interface SdkOptions extends Callbacks {
  readonly environment: string
  readonly locale: string
}

const box = '#checkout'

// What a merchant without session data hands over; the SDK's declarations do not foresee it.
const withSession = (sessionData: string | undefined) => ({ sessionData }) as { sessionData: string }

const noSubmit = (): never => {
  throw new Error('this integration has no submit()')
}

export const createSdk = (integration: Integration, options: SdkOptions, element: ElementSetup): Sdk => {
  if (integration === 'element') return createElementSdk(options, element)
  if (integration === 'easy-pay') {
    const sdk = new AMSEasyPay(options)
    return {
      mounting: 'createComponent',
      mount: (data) => sdk.createComponent(withSession(data)),
      submit: noSubmit,
      unmount: () => sdk.unmount(),
    }
  }
  if (integration === 'checkout-page') {
    const sdk = new AMSCheckoutPage(options)
    return {
      mounting: 'mountComponent',
      mount: (data) => sdk.mountComponent(withSession(data), box),
      submit: noSubmit,
      unmount: () => sdk.unmount(),
    }
  }
  const sdk = integration === 'auto-debit-pay' ? new AMSAutoDebitPay(options) : new AMSCashierPayment(options)
  const isInline = integration === 'inline'
  return {
    mounting: isInline ? 'mountComponent' : 'createComponent',
    mount: (data) => (isInline ? sdk.mountComponent(withSession(data), box) : sdk.createComponent(withSession(data))),
    submit: () => sdk.submit(),
    unmount: () => sdk.unmount(),
  }
}
