import { type KeyObject, randomUUID } from 'node:crypto'
import { test as base } from 'vitest'
import { signatureOf } from '../../docs/examples/server/signature.ts'
import { createKeys, type Servers, startServers } from '../../docs/examples/server/start-servers.ts'

// The servers of docs/examples/server without their pages, and what the pages, Antom's page and Antom do with them.

/** What any of the answers may have: a test looks at what it has asked for. */
interface Body {
  readonly id: string
  readonly paymentRequestId: string
  readonly session: { readonly data: string; readonly millisecondsLeft: number } | null
  readonly paymentStatus: string
  readonly payment: { readonly status: string | null }
  readonly shipments: number
}

export interface Reply {
  readonly status: number
  readonly body: Body
  readonly headers: Headers
}

/** One buyer's browser, as far as the server sees it. */
export interface Buyer {
  /** Answers the order's id. */
  order(goods?: string): Promise<string>
  open(order: string, replaces?: string): Promise<Reply>
  inquire(payment: string): Promise<Reply>
  sees(order: string): Promise<Reply>
}

export interface Forgery {
  readonly key?: KeyObject
  readonly clientId?: string
  /** What is sent in place of what was signed. */
  readonly sent?: unknown
  readonly signature?: string
}

export interface Shop extends Servers {
  visit(): Buyer
  /** What the payment page, or a wallet, tells Antom of a try. */
  tell(paymentRequestId: string, paymentStatus: string, paymentResultCode?: string): Promise<void>
  /** A notification of these parameters, signed by Antom unless it is a forgery. */
  send(parameters: object, forgery?: Forgery): Promise<Reply>
  /** What the shop's server has asked Antom by this name. */
  asked(name: string): readonly unknown[]
}

const ask = async (url: string, init?: RequestInit): Promise<Reply> => {
  const response = await fetch(url, init)
  return { status: response.status, body: (await response.json()) as Body, headers: response.headers }
}

const createBuyer = (origin: string): Buyer => {
  let cookie = ''
  const get = (path: string): Promise<Reply> => ask(origin + path, { headers: { cookie } })
  const post = async (path: string, body: object): Promise<Reply> => {
    const reply = await ask(origin + path, { method: 'POST', headers: { cookie }, body: JSON.stringify(body) })
    cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return reply
  }
  return {
    order: async (goods = 'success') => (await post('/orders', { goods })).body.id,
    open: (order, replaces) => post('/payments', { order, replaces }),
    inquire: (payment) => get(`/payments/${payment}`),
    sees: (order) => get(`/orders/${order}`),
  }
}

const keys = createKeys()

/** By itself nothing happens: a test says when Antom decides and notifies. */
const openShop = async (sessionLife?: number): Promise<Shop> => {
  const pages = { paymentPage: '', build: async () => new Map<string, string>() }
  const pace = { decideAfter: null, notifyAfter: null, ...(sessionLife !== undefined && { sessionLife }) }
  const servers = await startServers(pages, pace, keys)
  return {
    ...servers,
    visit: () => createBuyer(servers.shop),
    async tell(paymentRequestId, paymentStatus, paymentResultCode) {
      const body = JSON.stringify({ paymentRequestId, paymentStatus, paymentResultCode })
      await fetch(`${servers.antom.origin}/stub/outcome`, { method: 'POST', body })
    },
    send(parameters, { key = keys.ofAntom.privateKey, clientId = servers.clientId, sent, signature } = {}) {
      const time = new Date().toISOString()
      const body = JSON.stringify(parameters)
      const signed = signatureOf({ path: '/notifications', clientId, time, body }, key)
      return ask(`${servers.shop}/notifications`, {
        method: 'POST',
        headers: { 'client-id': clientId, 'request-time': time, signature: signature ?? signed },
        body: sent === undefined ? body : JSON.stringify(sent),
      })
    },
    asked: (name) => servers.antom.asked.filter((one) => one.name === name).map(({ body }) => JSON.parse(body)),
  }
}

/** The parameters of notifyPayment for green tea, as Antom sends them. */
export const notification = (paymentRequestId: string, more: object = {}): object => ({
  notifyType: 'PAYMENT_RESULT',
  result: { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'success' },
  paymentRequestId,
  paymentId: `antom-${paymentRequestId}`,
  paymentAmount: { currency: 'USD', value: '900' },
  paymentCreateTime: new Date().toISOString(),
  ...more,
})

/** The parameters of notifyCapture. */
export const captured = (paymentRequestId: string, resultStatus = 'S'): object => ({
  notifyType: 'CAPTURE_RESULT',
  result: { resultCode: 'SUCCESS', resultStatus, resultMessage: 'success' },
  paymentId: `antom-${paymentRequestId}`,
  captureRequestId: randomUUID(),
  captureId: randomUUID(),
  captureAmount: { currency: 'USD', value: '900' },
})

export const declined = { result: { resultCode: 'INVALID_CARD_NUMBER', resultStatus: 'F', resultMessage: 'no' } }

interface Fixtures {
  /** How long a payment session lives, in milliseconds. */
  readonly sessionLife: number | undefined
  readonly shop: Shop
  readonly buyer: Buyer
}

export const test = base.extend<Fixtures>({
  sessionLife: undefined,
  shop: async ({ sessionLife }, use) => {
    const shop = await openShop(sessionLife)
    await use(shop)
    await shop.stop()
  },
  buyer: async ({ shop }, use) => use(shop.visit()),
})
