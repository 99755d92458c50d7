import type { NextStep } from '../src/catalogue/types.ts'
import type { CheckoutContext } from './checkout.types.ts'

/** What to do about a component that failed, by the code of its failure. Any other code is the component's own. */
const byCause: Readonly<Record<string, NextStep>> = {
  SDK_INIT_PARAMETER_ERROR: 'fix-integration',
  SDK_CREATEPAYMENT_PARAMETER_ERROR: 'fix-integration',
  'session-expired': 'new-session',
  SDK_CALL_URL_ERROR: 'contact-support',
  SDK_LAUNCH_PAYMENT_APP_ERROR: 'contact-support',
}

const adviceFor = (cause: string): NextStep | undefined => (Object.hasOwn(byCause, cause) ? byCause[cause] : undefined)

/** Whether the component itself failed: its creation, something inside it, or an error that nobody knows. */
export const isComponentError = (cause: string): boolean => adviceFor(cause) === undefined

/** What to do while the component is broken and nothing was submitted. Once more is worth a try, twice is not. */
export const brokenNextStep = ({
  cause,
  componentErrors,
}: Pick<CheckoutContext, 'cause' | 'componentErrors'>): NextStep =>
  adviceFor(cause ?? '') ?? (componentErrors > 1 ? 'contact-support' : 'retry-same-session')
