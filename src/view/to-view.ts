import { brokenNextStep } from '../../machines/advice.ts'
import { type CheckoutSnapshot, stateOf } from '../../machines/checkout.state.ts'
import type { CheckoutContext } from '../../machines/checkout.types.ts'
import type { NextStep } from '../catalogue/types.ts'
import type { CheckoutState, CheckoutView, DiagnosticList, Submission } from './types.ts'

const submissionOf = (snapshot: CheckoutSnapshot): Submission => {
  if (snapshot.hasTag('certain')) return 'certain'
  return snapshot.context.doubt === 'none' ? 'none' : 'possible'
}

const nextStepOf = (snapshot: CheckoutSnapshot, state: CheckoutState): NextStep => {
  const { context } = snapshot
  switch (state) {
    case 'init':
      return 'none'
    case 'form':
      if (snapshot.matches({ live: { preparing: { form: 'invalid' } } })) return 'fix-form'
      return snapshot.matches({ live: { preparing: { form: 'interrupted' } } }) ? 'resubmit' : 'none'
    case 'loading':
    case 'submitting':
    case 'challenge':
    case 'redirecting':
      return 'wait'
    case 'confirming':
      return 'ask-server'
    case 'declined':
      return context.decline?.nextStep ?? 'change-method'
    case 'dismissed':
      return context.doubt === 'none' ? 'retry-same-session' : 'ask-server'
    case 'broken':
      return context.doubt === 'none' ? brokenNextStep(context) : 'ask-server'
    default:
      return context.outcome?.nextStep ?? 'none'
  }
}

const nothing: DiagnosticList = { count: 0, last: [] }

const derive = (snapshot: CheckoutSnapshot): CheckoutView => {
  const { context } = snapshot
  const state = stateOf(snapshot)
  return {
    state,
    final: snapshot.status === 'done',
    busy: snapshot.hasTag('busy'),
    canMount: snapshot.hasTag('mountable'),
    canSubmit: snapshot.hasTag('submittable') || (state === 'declined' && context.decline?.sameSession === true),
    submission: submissionOf(snapshot),
    nextStep: nextStepOf(snapshot, state),
    notice: context.notice,
    payment: context.payment,
    counts: context.counts,
    diagnostics: { anomalies: context.anomalies, unrecognised: context.unrecognised, late: nothing },
    outcome: context.outcome,
  }
}

const isSame = (a: object, b: object): boolean =>
  Object.entries(a).every(([key, value]) => Object.is(value, (b as Record<string, unknown>)[key]))

/** Every part of a view is a part of the context, which keeps what does not change: one level is deep enough. */
const isSameView = (a: CheckoutView, b: CheckoutView): boolean =>
  isSame({ ...a, diagnostics: null }, { ...b, diagnostics: null }) && isSame(a.diagnostics, b.diagnostics)

const views = new WeakMap<CheckoutSnapshot, CheckoutView>()
// By its settings, which are one object for life, the newest view of each checkout.
const newest = new WeakMap<CheckoutContext['settings'], CheckoutView>()

/**
 * What a UI needs to know of a checkout: plain data that can be cloned and serialised. While nothing of it changes it
 * is the same object, so that a UI can compare by identity.
 */
export const toView = (snapshot: CheckoutSnapshot): CheckoutView => {
  const known = views.get(snapshot)
  if (known) return known
  const { settings } = snapshot.context
  const last = newest.get(settings)
  const derived = derive(snapshot)
  const view = last && isSameView(last, derived) ? last : derived
  newest.set(settings, view)
  views.set(snapshot, view)
  return view
}
