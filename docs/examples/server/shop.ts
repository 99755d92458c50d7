import { type KeyObject, randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import { extname } from 'node:path'
import * as v from 'valibot'
import type { Antom } from './antom.ts'
import { goods } from './goods.ts'
import { cookie, header, json, parseJson, type Reply, readBody } from './http.ts'
import { readNotification, receipt } from './notifications.ts'
import { createPayments } from './payments.ts'
import { createOrder, learn, learnCapture, type Order, type Payment } from './records.ts'

// The merchant's server: its pages, its answers to them, and what it hears from Antom.

export interface ShopSettings {
  /** As the buyer's browser and Antom know it. */
  readonly origin: string
  readonly antom: Antom
  readonly clientId: string
  readonly antomKey: KeyObject
  /** Where the SDK loads from, and what it asks: the pages may reach nobody else. */
  readonly sdkHosts: readonly string[]
  /** The built pages, by name. */
  readonly pages: ReadonlyMap<string, string | Uint8Array>
}

const NOTIFICATIONS = '/notifications'
const BUYER = 'buyer'

const names: Readonly<Record<string, string>> = { '/': '/index.html', '/checkout': '/checkout.html' }
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

const orderSchema = v.object({ goods: v.picklist(goods.map(({ id }) => id)) })
const paymentSchema = v.object({ order: v.string(), replaces: v.optional(v.string()) })

const policy = (hosts: readonly string[]): string => {
  const sources = ["'self'", ...hosts].join(' ')
  // The SDK styles its component inline, and draws some of its pictures from `data:`.
  return `default-src ${sources}; style-src 'self' 'unsafe-inline'; img-src ${sources} data:; object-src 'none'`
}

const notFound = json(404, { error: 'not found' })

export const createShop = (settings: ShopSettings): RequestListener => {
  const { origin, antom, clientId, antomKey, sdkHosts, pages } = settings
  const orders = new Map<string, Order>()
  const payments = createPayments(antom, {
    notifyUrl: origin + NOTIFICATIONS,
    redirectUrl: (order) => `${origin}/checkout?order=${order.id}`,
  })
  const findPayment = (key: 'id' | 'antomId', id: string): Payment | undefined =>
    [...orders.values()].flatMap((order) => order.payments).find((payment) => payment[key] === id)

  // Whose it is not, to him it is not there: an id that has leaked tells nothing of anybody's order.
  const isOf = (order: Order | undefined, request: IncomingMessage): order is Order =>
    order !== undefined && order.buyer === cookie(request, BUYER)

  const placeOrder = async (request: IncomingMessage): Promise<Reply> => {
    const { success, output } = v.safeParse(orderSchema, parseJson(await readBody(request)))
    const chosen = goods.find(({ id }) => success && id === output.goods)
    if (!chosen) return json(400, { error: 'there are no such goods' })
    const buyer = cookie(request, BUYER) ?? randomUUID()
    const order = createOrder(buyer, chosen)
    orders.set(order.id, order)
    // Not SameSite=Strict: such a cookie stays behind when a wallet sends the buyer back.
    return json(201, { id: order.id }, { 'set-cookie': `${BUYER}=${buyer}; Path=/; HttpOnly; SameSite=Lax` })
  }

  const showOrder = (request: IncomingMessage, id: string): Reply => {
    const order = orders.get(id)
    if (!isOf(order, request)) return notFound
    const { amount, paidBy, shipments, log } = order
    const newest = paidBy ?? order.payments.at(-1)
    const payment = newest && {
      id: newest.id,
      status: newest.status,
      toldBy: newest.toldBy,
      isCaptured: newest.isCaptured,
    }
    return json(200, { goods: order.goods.name, amount, payment, shipments, log })
  }

  const openPayment = async (request: IncomingMessage): Promise<Reply> => {
    const { success, output } = v.safeParse(paymentSchema, parseJson(await readBody(request)))
    if (!success) return json(400, { error: 'which order?' })
    const order = orders.get(output.order)
    if (!isOf(order, request)) return notFound
    const { payment, session } = await payments.open(order, output.replaces)
    return json(200, {
      paymentRequestId: payment.id,
      // How long it still lives, and not until when: the clock of the buyer's computer may be wrong.
      session: session && { data: session.data, millisecondsLeft: session.expiresAt - Date.now() },
    })
  }

  const inquirePayment = async (request: IncomingMessage, id: string): Promise<Reply> => {
    const payment = findPayment('id', id)
    if (!payment || !isOf(payment.order, request)) return notFound
    const { status = 'PROCESSING', reason } = await payments.inquire(payment)
    return json(200, { paymentStatus: status, paymentResultCode: reason })
  }

  const hearNotification = async (request: IncomingMessage): Promise<Reply> => {
    const body = await readBody(request)
    const message = { path: NOTIFICATIONS, clientId, time: header(request, 'request-time'), body }
    const notification = readNotification(message, header(request, 'signature'), antomKey)
    if (notification.kind === 'forged') return json(401, { error: 'not signed by Antom' })
    if (notification.kind === 'unknown') return json(400, { error: 'not a notification that we know' })
    const payment =
      notification.kind === 'payment'
        ? findPayment('id', notification.paymentRequestId)
        : findPayment('antomId', notification.paymentId)
    // A capture may be told before its payment: it comes again, since we do not acknowledge it.
    if (!payment) return notFound
    if (notification.kind === 'payment') learn(payment, notification.news, 'notification')
    else learnCapture(payment, notification.hasSucceeded)
    // Only now, when it is stored: what is acknowledged does not come again.
    return json(200, receipt, { 'client-id': clientId, 'response-time': new Date().toISOString() })
  }

  const showPage = (path: string): Reply => {
    const name = names[path] ?? path
    const body = pages.get(name)
    if (body === undefined) return notFound
    const headers = {
      'content-type': types[extname(name)] ?? 'text/plain',
      'content-security-policy': policy(sdkHosts),
    }
    return { status: 200, headers, body }
  }

  const reply = async (request: IncomingMessage): Promise<Reply> => {
    const { pathname } = new URL(request.url ?? '/', origin)
    const [, kind = '', id = ''] = pathname.split('/')
    switch (`${request.method} /${kind}${id && '/:id'}`) {
      case 'POST /orders':
        return placeOrder(request)
      case 'GET /orders/:id':
        return showOrder(request, id)
      case 'POST /payments':
        return openPayment(request)
      case 'GET /payments/:id':
        return inquirePayment(request, id)
      case `POST ${NOTIFICATIONS}`:
        return hearNotification(request)
      default:
        return request.method === 'GET' ? showPage(pathname) : notFound
    }
  }

  return async (request, response) => {
    // Antom does not answer, or answers what we do not understand: nothing is known, and the page will ask again.
    const { status, headers, body } = await reply(request).catch(() => json(502, { error: 'nothing is known' }))
    response.writeHead(status, headers)
    response.end(body)
  }
}
