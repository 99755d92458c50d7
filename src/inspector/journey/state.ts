import { checkoutMachine } from '../../../machines/checkout.machine.ts'
import { type CheckoutSnapshot, stateOf } from '../../../machines/checkout.state.ts'
import type { CheckoutContext, CheckoutEvent } from '../../../machines/checkout.types.ts'
import type { SafeContext, SafeEvent, SafeSnapshot } from '../../inspect/types.ts'
import type { CheckoutState, Diagnostics } from '../../view/types.ts'
import { shared, sharedParts } from './same.ts'
import type { Journey, Moment, State } from './types.ts'

/** The path of the innermost state that a value names. */
export const pathOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value)
  const [[name, inner] = ['', '']] = Object.entries(value)
  return `${name}.${pathOf(inner)}`
}

/** The state's name in docs/lifecycle.md. */
export const nameOf = (path: string): CheckoutState => {
  const [first = '', , third] = path.split('.')
  return (third ?? first) as CheckoutState
}

const whole: State['untold'] = []

/** What is kept of a snapshot; of what has not changed since the state before, that state's own object. */
export const toState = ({ status, value, context, untold = whole }: SafeSnapshot, previous?: State): State => {
  const { anomalies, unrecognised, outcome, ...rest } = context
  const state: State = {
    status,
    path: pathOf(value),
    context: sharedParts(previous?.context, rest),
    anomalies: anomalies.count,
    unrecognised: unrecognised.count,
    outcome: shared(previous?.outcome, outcome),
    untold,
  }
  return sharedParts(previous, state)
}

export const stateBefore = (journey: Journey, index: number): State =>
  journey.moments[index - 1]?.after ?? journey.first

export const stateAfter = (journey: Journey, index: number): State => journey.moments[index]?.after ?? journey.first

const inquire = (): Promise<never> => new Promise(() => {})

// Views are the same object while nothing changed, and are told apart by the settings that they have in common.
const settingsOf = new WeakMap<SafeContext['settings'], CheckoutContext['settings']>()

const wholeSettings = (safe: SafeContext['settings']): CheckoutContext['settings'] => {
  const known = settingsOf.get(safe)
  if (known) return known
  const { inquires, ...told } = safe
  const settings = { ...told, inquire: inquires ? inquire : undefined }
  settingsOf.set(safe, settings)
  return settings
}

const nothing = { count: 0, last: [] }

/** The machine's own snapshot of a state; `null`: the machine cannot be in it. */
export const toSnapshot = (state: State, noted: Partial<Diagnostics> = {}): CheckoutSnapshot | null => {
  const { facts, settings, ...parts } = state.context
  const context: CheckoutContext = {
    ...parts,
    ...facts,
    settings: wholeSettings(settings),
    saved: undefined,
    firstSession: null,
    anomalies: noted.anomalies ?? { ...nothing, count: state.anomalies },
    unrecognised: noted.unrecognised ?? { ...nothing, count: state.unrecognised },
    outcome: state.outcome,
  }
  try {
    const value = state.path
      .split('.')
      .reduceRight<unknown>((inner, name) => (inner === '' ? name : { [name]: inner }), '')
    const snapshot = checkoutMachine.resolveState({ value, context } as Parameters<
      typeof checkoutMachine.resolveState
    >[0])
    // It resolves what is no leaf, too.
    return nameOf(state.path) === stateOf(snapshot) ? snapshot : null
  } catch {
    return null
  }
}

/** The event as the machine was sent it, as far as its guards go by it. */
export const toEvent = ({ unreadable, ...event }: SafeEvent): CheckoutEvent =>
  ({
    ...event,
    ...(unreadable && { issues: unreadable.map((name) => ({ path: `result.${name}`, expected: '', received: '' })) }),
  }) as CheckoutEvent

/** Whether there is something odd about it. */
export const isMarked = ({ marks }: Moment): boolean => marks.length > 0
