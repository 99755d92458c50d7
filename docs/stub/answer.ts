import { elementQueryResult, isElementQuery } from './element-session.ts'
import { scenarioOf } from './session-data.ts'
import { walletPage } from './wallet-page.ts'

// Antom's side of the network, as a function: what a request is answered with. It goes by the path and never by the
// host, so the same function serves Antom's real addresses (in a browser whose requests are intercepted) and a server on
// loopback, to which a bundler has pointed the SDK's addresses. Give it an origin of its own, as Antom has.

export interface StubRequest {
  readonly url: string
  readonly method: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body?: string | undefined
}

export interface StubResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What the payment page and the wallet tell "Antom's server" of a payment. */
export interface ToldOutcome {
  readonly paymentRequestId: string
  readonly paymentStatus: string
  readonly paymentResultCode?: string | undefined
}

const OUTCOME_PATH = '/stub/outcome'

/** The SDK asks with credentials, from the merchant's origin. */
const crossOrigin = ({ headers }: StubRequest): Record<string, string> => ({
  'access-control-allow-origin': headers['origin'] ?? '*',
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
})

const parsed = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** What an mgw request asks: its body is an array with one object. */
const queryOf = (request: StubRequest): { readonly paymentSessionData?: unknown } => {
  const body = parsed(request.body)
  return (Array.isArray(body) ? body[0] : undefined) ?? {}
}

/** The gateway: the SDK's query of the session, and the submit that it makes itself for some wallets. */
const gateway = (request: StubRequest): { readonly status: number; readonly body: string } => {
  const query = queryOf(request)
  if (scenarioOf(query.paymentSessionData) === 'query-fails') return { status: 500, body: '' }
  const answer = { success: true, traceId: 'stub', ...(isElementQuery(query) && elementQueryResult) }
  return { status: 200, body: JSON.stringify(answer) }
}

/** The tracker that the SDK loads as a script: it has to be there, and tells nobody. */
const tracker = 'window.iTracker = { initiTracker() {}, set() {}, logError() {}, logInfo() {}, reportRPC() {} }'

/**
 * What Antom would answer; undefined for what is no address of Antom's.
 *
 * @param paymentPage the payment page's HTML: see `build-page.ts`
 */
export const answerAntom = (request: StubRequest, paymentPage: string): StubResponse | undefined => {
  const { pathname } = new URL(request.url)
  const cors = crossOrigin(request)
  const answer = (status: number, type: string, body: string): StubResponse => ({
    status,
    headers: { ...cors, 'content-type': type, 'cache-control': 'no-store' },
    body,
  })

  if (pathname.endsWith('/mgw.htm')) {
    if (request.method === 'OPTIONS') return answer(204, 'text/plain', '')
    const { status, body } = gateway(request)
    return answer(status, 'application/json', body)
  }
  if (pathname === '/stub/wallet.html') return answer(200, 'text/html; charset=utf-8', walletPage)
  if (pathname === OUTCOME_PATH) return answer(204, 'text/plain', '')
  if (pathname.endsWith('.html')) return answer(200, 'text/html; charset=utf-8', paymentPage)
  if (pathname.includes('/antom-sdk-config/')) return answer(200, 'application/json', '{}')
  if (pathname.includes('intl-tracker')) return answer(200, 'text/javascript', tracker)
  if (pathname.startsWith('/loggw/')) return answer(204, 'text/plain', '')
  // The device's fingerprint: no token comes of it, and the SDK goes on without.
  if (pathname.startsWith('/api/open/risk_client')) return answer(200, 'application/json', '{}')
  // Pictures of the SDK's: its spinner, its close button.
  if (pathname.startsWith('/storage/') || pathname.startsWith('/mdn/'))
    return answer(200, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  return undefined
}

/** The outcome that a request tells; undefined if it is another request. A merchant's server may keep it, as Antom does. */
export const readOutcome = (request: StubRequest): ToldOutcome | undefined =>
  request.method === 'POST' && new URL(request.url).pathname === OUTCOME_PATH
    ? (parsed(request.body) as ToldOutcome | undefined)
    : undefined
