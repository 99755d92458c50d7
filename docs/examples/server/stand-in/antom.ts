import type { KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { answerAntom, readOutcome, type StubRequest } from '../../../stub/answer.ts'
import { listen } from '../../listen.ts'
import { header, readBody } from '../http.ts'
import { isSigned, signatureOf } from '../signature.ts'
import { createLedger, type KnownPayment, refused } from './ledger.ts'

// Stands for Antom: its server API, signed; its notifications; and, by the stub, what the SDK asks of it in the browser.

export const API = '/ams/sandbox/api'

/** Milliseconds; `null`: it does not happen by itself. */
export interface Pace {
  /** How long a payment is "processing". Default: 10 s. */
  readonly decideAfter?: number | null
  /** How late a notification is. Default: 2 s. */
  readonly notifyAfter?: number | null
  /** Default: an hour. */
  readonly sessionLife?: number
}

export interface AntomSettings extends Pace {
  readonly clientId: string
  readonly privateKey: KeyObject
  /** The merchant's. */
  readonly publicKey: KeyObject
  /** The payment page's HTML. */
  readonly paymentPage: string
}

export interface StandIn {
  readonly origin: string
  /** Requests of the merchant's server, oldest first. */
  readonly asked: readonly { readonly name: string; readonly body: string }[]
  /** Asked of each request of the merchant's server before it is answered. */
  hold: (name: string) => Promise<void>
  /** Tells "Antom" how a payment went, as the payment page does. */
  decide(paymentRequestId: string, status: 'SUCCESS' | 'FAIL'): void
  /** Sends a notification; resolves to the status that the merchant's server answered with. */
  notify(paymentRequestId: string, about?: 'payment' | 'capture'): Promise<number>
  stop(): Promise<void>
}

export const startAntom = async (settings: AntomSettings): Promise<StandIn> => {
  const { clientId, privateKey, publicKey, paymentPage, sessionLife } = settings
  const { decideAfter = 10_000, notifyAfter = 2_000 } = settings
  const ledger = createLedger(sessionLife)
  const asked: { name: string; body: string }[] = []
  const timers = new Set<NodeJS.Timeout>()
  const later = (after: number | null, run: () => void): void => {
    if (after !== null) timers.add(setTimeout(run, after))
  }

  const notify = async (payment: KnownPayment, parameters: Record<string, unknown>): Promise<number> => {
    const url = new URL(payment.request.paymentNotifyUrl)
    const body = JSON.stringify(parameters)
    const time = new Date().toISOString()
    const signature = signatureOf({ path: url.pathname, clientId, time, body }, privateKey)
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'client-id': clientId, 'request-time': time, signature },
      body,
    })
    return response.status
  }
  // As in Antom's sandbox, a notification that is not acknowledged does not come again.
  const notifyLater = (payment: KnownPayment): void =>
    later(notifyAfter, async () => {
      await notify(payment, ledger.notification(payment)).catch(() => {})
      if (payment.status !== 'SUCCESS' || payment.request.paymentMethod.paymentMethodType !== 'CARD') return
      later(notifyAfter, () => void notify(payment, ledger.captureNotification(payment)).catch(() => {}))
    })

  const decide = (paymentRequestId: string, paymentStatus: 'SUCCESS' | 'FAIL'): void => {
    const payment = ledger.hear({ paymentRequestId, paymentStatus })
    if (payment) notifyLater(payment)
  }

  /** A session takes another try after a decline: Antom notifies when a payment has succeeded, or has come to its end. */
  const hearOutcome = (request: StubRequest): void => {
    const outcome = readOutcome(request)
    const payment = outcome && ledger.hear(outcome)
    if (payment?.status === 'SUCCESS') notifyLater(payment)
    if (payment?.status === 'PROCESSING') later(decideAfter, () => decide(payment.request.paymentRequestId, 'SUCCESS'))
  }

  const sendSigned = (response: ServerResponse, path: string, answer: Record<string, unknown>): void => {
    const body = JSON.stringify(answer)
    const time = new Date().toISOString()
    response.writeHead(200, {
      'content-type': 'application/json',
      'client-id': clientId,
      'response-time': time,
      signature: signatureOf({ path, clientId, time, body }, privateKey),
    })
    response.end(body)
  }

  const answerMerchant = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const body = await readBody(request)
    const name = path.split('/').at(-1) ?? ''
    asked.push({ name, body })
    await standIn.hold(name)
    const message = { path, clientId: header(request, 'client-id'), time: header(request, 'request-time'), body }
    if (message.clientId !== clientId || !isSigned(message, header(request, 'signature'), publicKey))
      return sendSigned(response, path, refused('INVALID_SIGNATURE'))
    if (name === 'createPaymentSession')
      return sendSigned(response, path, ledger.createPaymentSession(JSON.parse(body)))
    if (name === 'inquiryPayment') return sendSigned(response, path, ledger.inquiryPayment(JSON.parse(body)))
    sendSigned(response, path, refused('INVALID_API'))
  }

  const answerBrowser = async (request: IncomingMessage, response: ServerResponse, url: string): Promise<void> => {
    const { method = 'GET', headers } = request
    const names = ['origin', 'access-control-request-headers']
    const asStub: StubRequest = {
      url,
      method,
      headers: Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, header(request, name)]] : []))),
      body: await readBody(request),
    }
    hearOutcome(asStub)
    const answer = answerAntom(asStub, paymentPage)
    response.writeHead(answer?.status ?? 404, answer?.headers)
    response.end(answer?.body)
  }

  const server = createServer((request, response) => {
    const url = new URL(`http://antom${request.url ?? '/'}`)
    const answered = url.pathname.startsWith(API)
      ? answerMerchant(request, response, url.pathname)
      : answerBrowser(request, response, url.href)
    answered.catch(() => response.destroy())
  })
  const { origin, stop } = await listen(server)

  const known = (paymentRequestId: string): KnownPayment => {
    const payment = ledger.payments.get(paymentRequestId)
    if (!payment) throw new Error('Antom knows of no such payment')
    return payment
  }

  const standIn: StandIn = {
    origin,
    asked,
    hold: async () => {},
    decide,
    notify(paymentRequestId, about = 'payment') {
      const payment = known(paymentRequestId)
      return notify(payment, about === 'payment' ? ledger.notification(payment) : ledger.captureNotification(payment))
    },
    async stop() {
      for (const timer of timers) clearTimeout(timer)
      await stop()
    },
  }
  return standIn
}
