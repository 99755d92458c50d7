export {
  action,
  agreeingResult,
  callback,
  cardPaymentResultInfo,
  contradictingResult,
  eventCode,
  foreignCode,
  hostileCallback,
  hostileJourney,
  type JourneyConstraints,
  paymentResultCode,
  popRiskDecisionResultInfo,
  submitAnswer,
  wellBehavedJourney,
} from './arbitraries.ts'
export { Violation } from './drive.ts'
export { type Journey, type Step, toJourney, toTrace } from './journey.ts'
export { checkoutPage, type Page, type Showing } from './page.ts'
export {
  endsWell,
  isIdempotent,
  neverPaysTwice,
  noFalseSuccess,
  oneSubmissionAtATime,
  type PageProperty,
  properties,
  successIsAbsorbing,
  survivesRedirect,
} from './properties.ts'
