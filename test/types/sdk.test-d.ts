// Compiled, never run, against the declarations of the real SDK (`@alipay/ams-checkout`): the callback integration and
// Payment Element take our callbacks, and what their promises resolve to comes out typed. See also public.test-d.ts.

import { AMSAutoDebitPay, AMSCashierPayment, AMSEasyPay, AMSElement } from '@alipay/ams-checkout'
import { isRight } from 'fp-ts/lib/Either.js'
import { createCheckout } from '../../src/index.ts'

const checkout = createCheckout({ submitButton: 'merchant' })
const { callbacks } = checkout
const options = { environment: 'sandbox', locale: 'en_US', ...callbacks }
export const others = [new AMSEasyPay(options), new AMSAutoDebitPay(options)]

const cashier = new AMSCashierPayment({ environment: 'sandbox', locale: 'en_US', ...callbacks })
export const created = checkout.mount(() => cashier.createComponent({ sessionData: 's' }))
export const mounted = checkout.mount(() => cashier.mountComponent({ sessionData: 's' }, '#box'))
// @ts-expect-error the SDK's declarations do mean something: they know its parameters
checkout.mount(() => cashier.mountComponent({ session: 's' }, '#box'))
// @ts-expect-error … and refuse a callback of another kind
new AMSCashierPayment({ environment: 'sandbox', onEventCallback: callbacks })

const element = new AMSElement({
  sessionData: 's',
  environment: 'sandbox',
  locale: 'en_US',
  onEventCallback: callbacks.onEventCallback,
})
// @ts-expect-error … here too
new AMSElement({ sessionData: 's', onEventCallback: callbacks })
export const pay = async (): Promise<string> => {
  const answer = await checkout.submit(() => element.submitPayment())
  if (!isRight(answer)) return answer.left.kind
  // @ts-expect-error Payment Element answers by a status, not by a code
  answer.right.code satisfies string
  return answer.right.status
}
