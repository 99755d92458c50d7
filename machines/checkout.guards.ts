import { contradictsFailure, contradictsSuccess } from './agreement.ts'
import { isOwn, type SavedCheckout } from './checkout.types.ts'
import { isEcho, type Scope } from './echo.ts'

/** Whether another page has left the checkout so that it comes back in this state. */
export const wasLeftAs = ({ context }: Scope, { state }: { state: SavedCheckout['state'] }): boolean =>
  context.saved?.state === state

/** No other tab of the browser has this payment in flight. */
export const isFree = ({ context }: Pick<Scope, 'context'>): boolean => context.elsewhere === 'none'

/** … or the component that is to be mounted cannot submit unseen: the merchant's own button asks us first. */
export const mayMount = (scope: Pick<Scope, 'context'>): boolean =>
  isFree(scope) || scope.context.settings.submitButton === 'merchant'

export const isCertainElsewhere = ({ context }: Scope): boolean => context.elsewhere === 'certain'

/** No payment can have been submitted unseen, here or in another tab. */
export const isSettled = (scope: Scope): boolean => scope.context.doubt === 'none' && isFree(scope)

/** A submit was never answered: what is said of the form does not settle that. */
export const isAttemptOpen = ({ context }: Scope): boolean => context.doubt === 'attempt'

/** The declined payment may be tried again with the component that is still there. */
export const mayTryAgain = (scope: Scope): boolean => scope.context.decline?.sameSession === true && isFree(scope)

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
