import { note } from '../../machines/checkout.actions.ts'
import type { CheckoutEvent } from '../../machines/checkout.types.ts'
import { type Heard, hearing, isEchoOf } from '../../machines/echo.ts'
import type { CheckoutView, DiagnosticList } from '../view/types.ts'

/** What comes after the end: kept, and shown beside the view of a checkout that does not change any more. */
export interface LateEvents {
  /** @param heard what the checkout heard last */
  note(event: CheckoutEvent, heard: Heard): void
  /** The view, with what came late. The same object while nothing did. */
  addTo(view: CheckoutView): CheckoutView
}

export const createLateEvents = (): LateEvents => {
  let late: DiagnosticList | undefined
  let heardLate: Heard = null
  let shown: CheckoutView | undefined
  return {
    note(event, heard) {
      const isEcho = isEchoOf(heardLate ?? heard, event)
      heardLate = hearing(heardLate ?? heard, event)
      if (!isEcho) late = note(late ?? { count: 0, last: [] }, event, 'late')
    },
    addTo(view) {
      if (!late) return view
      if (shown?.diagnostics.late !== late) shown = { ...view, diagnostics: { ...view.diagnostics, late } }
      return shown
    },
  }
}
