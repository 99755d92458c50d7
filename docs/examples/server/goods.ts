/** What the shop sells. The server goes by this list, and never by a price that a page has sent. */
export interface Goods {
  /** Antom's stand-in goes by it, as a sandbox goes by the number of a test card: see docs/stub/scenarios.ts. */
  readonly id: string
  readonly name: string
  /** In the currency's smallest unit, as Antom wants it. */
  readonly price: number
  /** Antom's name of the way to pay. (A real shop lets the buyer choose.) */
  readonly method: 'CARD' | 'ALIPAY_CN'
  /** What happens when it is paid for. */
  readonly about: string
}

export const currency = 'USD'

const card = { method: 'CARD' } as const

export const goods: readonly Goods[] = [
  { ...card, id: 'success', name: 'Green tea', price: 900, about: 'The payment goes through.' },
  { ...card, id: 'three-d-secure', name: 'Oolong', price: 1_400, about: 'The bank asks first (3-D Secure).' },
  {
    ...card,
    id: 'declined-then-retried',
    name: 'Black tea',
    price: 800,
    about: 'Declined once, then it goes through.',
  },
  {
    ...card,
    id: 'processing',
    name: 'White tea',
    price: 2_100,
    about: 'How it ends, only the server is told, and late.',
  },
  { id: 'wallet', name: 'Pu-erh', price: 3_300, method: 'ALIPAY_CN', about: 'Paid in a wallet, on another page.' },
]
