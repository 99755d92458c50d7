import type { Claim } from '../../machines/checkout.types.ts'
import type { News } from './standing.ts'

/** What one tab says to the others: never more than that, and nothing of a card. */
export interface Word {
  readonly format: typeof FORMAT
  /** The tab that speaks. */
  readonly from: string
  /** The tab whose greeting this answers. Without it, it is for all. */
  readonly to?: string
  /** It is new here: who has a claim, answers. */
  readonly isGreeting?: boolean
  readonly claim: Claim
  readonly isLive: boolean
  readonly news?: News | null
}

export const FORMAT = 'antom-checkout-machine/1'

/** The gravest first. */
export const claims: readonly Claim[] = ['certain', 'attempt', 'form', 'none']

const newsTypes: readonly News['type'][] = [
  'SDK_PAYMENT_SUCCESSFUL',
  'SDK_PAYMENT_FAIL',
  'server.succeeded',
  'server.failed',
  'server.cancelled',
  'tab.gone',
  'tab.ended',
]

/** What comes by the channel may be of another version of this package, or of somebody else. */
export const isWord = (data: unknown): data is Word => {
  const { format, from, claim, news } = (data ?? {}) as Partial<Word>
  return (
    format === FORMAT &&
    typeof from === 'string' &&
    claims.includes(claim as Claim) &&
    (!news || newsTypes.includes(news.type))
  )
}
