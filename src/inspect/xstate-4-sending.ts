import { allowCode } from './codes.ts'
import { type Controlled, intervene } from './intervene.ts'
import { isObject, read } from './values.ts'
import type { OnError } from './xstate-4-service.ts'

/** What was sent: a type, an event, or an event in XState 4's envelope. */
const unwrap = (sent: unknown): unknown => {
  if (typeof sent === 'string') return { type: sent }
  return read(sent, '$$type') === 'scxml' && isObject(read(sent, 'data')) ? read(sent, 'data') : sent
}

/** A callback of the SDK's, or the close: what a checkout takes from whoever looks at it. */
const toIntervention = (event: unknown): object | null => {
  const code = allowCode(read(event, 'type'))
  if (code === 'checkout.close') return { via: 'close' }
  if (!code.startsWith('SDK_')) return null
  const [paymentStatus, paymentResultCode] = ['paymentStatus', 'paymentResultCode'].map((key) =>
    read(read(event, 'result'), key),
  )
  return { via: 'onEventCallback', code, paymentStatus, paymentResultCode }
}

/**
 * What becomes of the events that a viewer sends to one checkout. A refusal is told once: a viewer that insists is no
 * reason to flood a page.
 *
 * @param controlled the checkout, if the page lets it be sent events
 */
export const createReceiver = (
  controlled: () => Controlled | undefined,
  onError: OnError,
): ((sent: unknown) => void) => {
  let isTold = false
  const refuse = (event: unknown, why: string): void => {
    if (isTold) return
    isTold = true
    const type = allowCode(read(event, 'type'))
    onError(new Error(`The viewer of an inspector has sent ${type} to a checkout, which does not take it: ${why}`))
  }
  return (sent) => {
    const event = unwrap(sent)
    const checkout = controlled()
    const intervention = toIntervention(event)
    if (!checkout) refuse(event, 'the page does not let it be sent events, by control(checkout).')
    else if (!intervention) refuse(event, 'it only takes the SDK’s codes, and checkout.close.')
    else intervene(checkout, intervention)
  }
}
