import { contradictsFailure, contradictsSuccess } from './agreement.ts'
import { isOwn, type SavedCheckout } from './checkout.types.ts'
import { isEcho, type Scope } from './echo.ts'

/** Whether another page has left the checkout so that it comes back in this state. */
export const wasLeftAs = ({ context }: Scope, { state }: { state: SavedCheckout['state'] }): boolean =>
  context.saved?.state === state

/** No payment can have been submitted unseen. */
export const isSettled = ({ context }: Scope): boolean => context.doubt === 'none'

/** A submit was never answered: what is said of the form does not settle that. */
export const isAttemptOpen = ({ context }: Scope): boolean => context.doubt === 'attempt'

/** The declined payment may be tried again with the component that is still there. */
export const mayTryAgain = ({ context }: Scope): boolean => context.decline?.sameSession === true

/** The merchant gave us a way to ask the server. */
export const canAsk = ({ context }: Scope): boolean => context.settings.inquire !== undefined

/** … and there is something to ask: a payment may have been submitted. */
export const canAskInDoubt = (scope: Scope): boolean => canAsk(scope) && !isSettled(scope)

export const successIsContradicted = ({ event }: Scope): boolean => contradictsSuccess(event as object)

export const failureIsContradicted = ({ event }: Scope): boolean => contradictsFailure(event as object)

/** The failure that was heard last, agreeing, by another channel. It undoes no doubt that its first telling raised. */
export const isSameFailure = (scope: Scope): boolean => isEcho(scope) && !failureIsContradicted(scope)

/** The answer belongs to the attempt that was declined, and knows more of it than the callback did. */
export const needsNewSession = ({ context, event }: Scope): boolean =>
  isOwn(event, 'answer.late') && event.needChangeSessionForRetry === true && event.ticket === context.submitTicket
