import type { Money, Scenario, ServerAnswer } from '../scenarios/types.ts'

const byBooks: Readonly<Record<Money, readonly string[]>> = {
  none: ['CANCELLED'],
  open: ['PROCESSING', 'SUCCESS'],
  paid: ['SUCCESS'],
  refused: ['FAIL'],
}

/** What the merchant's server answers to that question, the first being 0: by the scenario, else by Antom's books. */
export const answerTo = ({ server }: Scenario, question: number, money: Money): ServerAnswer => {
  const planned = server?.[Math.min(question, server.length - 1)]
  if (planned) return planned
  const statuses = byBooks[money]
  return { after: 1_200, answer: { paymentStatus: statuses[Math.min(question, statuses.length - 1)] ?? 'PROCESSING' } }
}

/** What an answer says of the books; none: nothing. */
export const booksAfter = ({ answer }: ServerAnswer): Money | undefined => {
  if (answer?.paymentStatus === 'SUCCESS') return 'paid'
  return answer?.paymentStatus === 'FAIL' || answer?.paymentStatus === 'CANCELLED' ? 'refused' : undefined
}
