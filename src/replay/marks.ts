import type { CheckoutView, DiagnosticList } from '../view/types.ts'
import type { Mark } from './types.ts'

/** Why the newest entries of a list were noted: those that it did not have before. */
export const newest = (before: Pick<DiagnosticList, 'count'>, after: DiagnosticList): readonly Mark[] => {
  const count = after.count - before.count
  return count <= 0 ? [] : (after.last.slice(-count).map(({ reason }) => reason) as Mark[])
}

/** What was noted of whatever happened between two views. */
export const marksBetween = (
  { diagnostics: before }: CheckoutView,
  { diagnostics: after }: CheckoutView,
): readonly Mark[] => [
  ...new Set([
    ...newest(before.anomalies, after.anomalies),
    ...newest(before.unrecognised, after.unrecognised),
    ...newest(before.late, after.late),
  ]),
]
