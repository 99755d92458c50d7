export { checkoutMachine } from '../machines/checkout.machine.ts'
export type { CheckoutSnapshot } from '../machines/checkout.state.ts'
export type {
  CheckoutCommand,
  CheckoutContext,
  CheckoutEvent,
  CheckoutInput,
  SavedCheckout,
  SubmitButton,
  Timeouts,
} from '../machines/checkout.types.ts'
export type { CheckoutClock } from '../machines/clock.ts'
export type { Inquire, InquiryLimits } from '../machines/inquiry.types.ts'
export { decodeCallback } from './boundary/decode-callback.ts'
export type {
  CardFunding,
  CardPaymentResultInfo,
  Channel,
  DecodeError,
  DecodeIssue,
  ForeignType,
  PaymentResult,
  RiskDecisionResultInfo,
  SdkEvent,
} from './boundary/types.ts'
export { describeEvent, describePaymentResult } from './catalogue/describe.ts'
export { type EventCode, eventCodes } from './catalogue/event-codes.ts'
export { paymentResultCodes } from './catalogue/payment-result-codes.ts'
export type { PaymentResultCode } from './catalogue/payment-result-policy.ts'
export type {
  EventCallback,
  EventCodeEntry,
  EventKind,
  EventSource,
  NextStep,
  PaymentResultEntry,
  Text,
} from './catalogue/types.ts'
export { createCheckout } from './controller/create-checkout.ts'
export type { CheckoutStorage } from './controller/storage.ts'
export type {
  Checkout,
  CheckoutCallbacks,
  CheckoutOptions,
  MountOptions,
  Refusal,
  Rejection,
} from './controller/types.ts'
export { toView } from './view/to-view.ts'
export type {
  CheckoutState,
  CheckoutView,
  Counts,
  DiagnosticEntry,
  DiagnosticList,
  DiagnosticReason,
  Diagnostics,
  Notice,
  Outcome,
  OutcomeStatus,
  Severity,
  Submission,
} from './view/types.ts'
