export {
  action,
  callback,
  hostileCallback,
  hostileJourney,
  type JourneyConstraints,
  wellBehavedJourney,
} from './arbitraries.ts'
export { Violation } from './drive.ts'
export { type Journey, type Step, toJourney, toTrace } from './journey.ts'
export { checkoutPage, type Page, type Showing } from './page.ts'
export {
  agreeingResult,
  cardPaymentResultInfo,
  contradictingResult,
  eventCode,
  foreignCode,
  paymentResultCode,
  popRiskDecisionResultInfo,
  serverAnswer,
  submitAnswer,
} from './payloads.ts'
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
