import { brokenNextStep } from '../../machines/advice.ts'
import { isFree, mayMount } from '../../machines/checkout.guards.ts'
import { type CheckoutSnapshot, claimOf, stateOf } from '../../machines/checkout.state.ts'
import type { CheckoutContext } from '../../machines/checkout.types.ts'
import type { NextStep } from '../catalogue/types.ts'
import type { CheckoutState, CheckoutView, DiagnosticList, Submission } from './types.ts'

const submissionOf = (snapshot: CheckoutSnapshot): Submission => {
  const claims = [claimOf(snapshot), snapshot.context.elsewhere]
  if (claims.includes('certain')) return 'certain'
  return claims.every((claim) => claim === 'none') ? 'none' : 'possible'
}

const nextStepOf = (snapshot: CheckoutSnapshot, state: CheckoutState): NextStep => {
  const { context } = snapshot
  // Another tab is at it, and will say what becomes of it.
  if (!isFree(snapshot) && claimOf(snapshot) === 'none') return 'wait'
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
    canMount: snapshot.hasTag('mountable') && mayMount(snapshot),
    canSubmit:
      isFree(snapshot) &&
      (snapshot.hasTag('submittable') || (state === 'declined' && context.decline?.sameSession === true)),
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
