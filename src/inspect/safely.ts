import type { InspectionEvent, Observer } from 'xstate'
import { guarded, report } from '../controller/listeners.ts'
import { strip } from './strip.ts'
import { isObject, read } from './values.ts'

/** All of them are optional. */
export interface SafelyOptions {
  /** How many milliseconds the inspector may take at a stretch; in the long run, a tenth of the time. Default: 1 s. */
  readonly budget?: number | undefined
  /** Is told why an inspector was let go. Default: where the platform tells errors. */
  readonly onError?: ((error: unknown) => void) | undefined
  /** Milliseconds. Default: the platform's `performance.now`. */
  readonly now?: (() => number) | undefined
}

/** How much of the time between two calls is given back to the inspector's budget. */
const SHARE = 0.1

const timeNow = (): number => globalThis.performance?.now() ?? Date.now()

/**
 * Puts an inspector behind the allowlist: it is shown states, codes, statuses, counts and times, in XState's own shape,
 * and nothing else. For `createCheckout({ inspect })`, for `createActor(checkoutMachine, { inspect })`, and for an actor
 * of yours that has a checkout in it.
 *
 * An inspector that throws, rejects, or takes more than its budget is told of, and not called again. (One that
 * never returns cannot be interrupted.)
 *
 * @example
 * const inspector = createBrowserInspector() // of @statelyai/inspect
 * const checkout = createCheckout({ inspect: safely(inspector.inspect) })
 */
export const safely = (
  inspector: Observer<InspectionEvent> | ((event: InspectionEvent) => unknown),
  { budget = 1_000, onError = report, now = timeNow }: SafelyOptions = {},
): ((event: InspectionEvent) => void) => {
  let observe: ((event: InspectionEvent) => unknown) | undefined =
    typeof inspector === 'function' ? inspector : (event) => inspector.next?.(event)
  let spent = 0
  let ended = now()

  const letGo = guarded((error: unknown): void => {
    if (!observe) return
    observe = undefined
    onError(error)
  })

  return (event) => {
    if (!observe) return
    const begun = now()
    spent = Math.max(0, spent - (begun - ended) * SHARE)
    try {
      const shown = strip(event)
      const answer = shown && observe(shown)
      // It may be an async function.
      if (isObject(answer) && typeof read(answer, 'then') === 'function') Promise.resolve(answer).catch(letGo)
    } catch (error) {
      letGo(error)
    }
    ended = now()
    spent += ended - begun
    if (spent > budget) letGo(new Error(`An inspector took more than ${budget} ms, and is not called again.`))
  }
}
