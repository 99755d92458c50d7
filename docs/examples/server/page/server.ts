// What the pages ask of the shop's server. They ask nobody else, and Antom's API least of all.

/** The server answered, and it was no. */
export class Refused extends Error {
  readonly status: number
  constructor(path: string, status: number) {
    super(`${path}: ${status}`)
    this.status = status
  }
}

const PATIENCE = 15_000

const ask = async <Answer>(path: string, { signal, body }: { signal?: AbortSignal; body?: unknown } = {}) => {
  const patience = AbortSignal.timeout(PATIENCE)
  const response = await fetch(path, {
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Refused(path, response.status)
  return (await response.json()) as Answer
}

export const placeOrder = (goods: string) => ask<{ readonly id: string }>('/orders', { body: { goods } })

/** As the server knows it. */
export interface Order {
  readonly goods: string
  readonly amount: { readonly currency: string; readonly value: string }
  readonly payment?: {
    readonly id: string
    readonly status: string | null
    readonly toldBy: string | null
    readonly isCaptured: boolean
  }
  readonly shipments: number
  readonly log: readonly string[]
}

export const showOrder = (order: string) => ask<Order>(`/orders/${encodeURIComponent(order)}`)

export interface Payment {
  readonly paymentRequestId: string
  /** `null`: it is paid, or on its way. Else until when it may be paid, by this computer's clock. */
  readonly session: { readonly data: string; readonly expiresAt: number } | null
}

interface AnsweredPayment {
  readonly paymentRequestId: string
  readonly session: { readonly data: string; readonly millisecondsLeft: number } | null
}

/** @param replaces the payment whose session takes no further try */
export const openPayment = async (order: string, replaces?: string): Promise<Payment> => {
  // Counted from before we ask: so it ends no later than the session itself.
  const asked = Date.now()
  const { paymentRequestId, session } = await ask<AnsweredPayment>('/payments', { body: { order, replaces } })
  return { paymentRequestId, session: session && { data: session.data, expiresAt: asked + session.millisecondsLeft } }
}

/** For `inquire`: the checkout checks what comes. */
export const inquirePayment = (paymentRequestId: string, signal: AbortSignal) =>
  ask<unknown>(`/payments/${encodeURIComponent(paymentRequestId)}`, { signal })
