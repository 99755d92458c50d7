import { isScenario, type ScenarioName } from './scenarios.ts'

// `sessionData` as createPaymentSession answers it: four parts, joined by `&&`. The SDK reads the second (which of
// Antom's regions to ask, also in the payment page's address) and the fourth (base64 of JSON: which product, and much
// that it hands on to the payment page). The first three it sends to Antom. So the stub writes the scenario into the
// third, where its gateway finds it, and into the fourth, where its page does.

export interface SessionOptions {
  /** Default: `manual`. */
  readonly scenario?: ScenarioName
  readonly paymentRequestId?: string
  /** What the SDK picks its payment page by. Default: a card by `AMSCashierPayment`. */
  readonly productScene?: string
  readonly paymentMethodCategoryType?: string
  readonly productSceneVersion?: string
  /** Where the wallet sends the buyer back to. Default: the merchant's page as it is. */
  readonly returnUrl?: string
  /** More of the fourth part's JSON: `action`, `extendInfo`, `paymentMethodInfoView`, … */
  readonly more?: Readonly<Record<string, unknown>>
}

/** What the stub has written into the fourth part for its own page, under `stub`. */
export interface StubSession {
  readonly scenario: ScenarioName
  readonly paymentRequestId: string
  readonly returnUrl?: string | undefined
}

/** No region: for a payment page of that address the page stays silent, which is how it "never loads". */
export const NOWHERE = 'NONE'

const toBase64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** Session data that the SDK accepts and that the stub's page and gateway understand. */
export const createSessionData = ({
  scenario = 'manual',
  paymentRequestId = 'stub-payment',
  productScene = 'CASHIER_PAYMENT',
  paymentMethodCategoryType = 'CARD',
  productSceneVersion = '1.0',
  returnUrl,
  more,
}: SessionOptions = {}): string => {
  const stub: StubSession = { scenario, paymentRequestId, returnUrl }
  const meta = {
    paymentSessionConfig: { productScene, paymentMethodCategoryType, productSceneVersion },
    paymentMethodInfoView: { paymentMethodType: paymentMethodCategoryType },
    extendInfo: '{}',
    clientId: 'STUB_MERCHANT',
    ...more,
    stub,
  }
  const region = scenario === 'never-loads' ? NOWHERE : 'SG'
  return [paymentRequestId, region, scenario, toBase64(JSON.stringify(meta))].join('&&')
}

const fromBase64 = (text: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)))

/** What the stub has written for its own page; undefined if the session data is somebody else's. */
export const readStubSession = (sessionData: string): StubSession | undefined => {
  try {
    return (JSON.parse(fromBase64(sessionData.split('&&')[3] ?? '')) as { stub?: StubSession }).stub
  } catch {
    return undefined
  }
}

/** Which scenario a request of the SDK is about, by its `paymentSessionData`. */
export const scenarioOf = (sessionData: unknown): ScenarioName => {
  const scenario = typeof sessionData === 'string' ? sessionData.split('&&')[2] : undefined
  return isScenario(scenario) ? scenario : 'manual'
}
