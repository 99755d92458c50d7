import { answers } from '../scenarios/steps.ts'
import type { Scenario } from '../scenarios/types.ts'

// What the wallet tells "Antom's server", and the shop's server hears of it. Here it is the tab's own storage.

export type WalletAnswer = 'SUCCESS' | 'FAIL'

const keyOf = (id: string): string => `playground.wallet.${id}`

export const tellWallet = (id: string, answer: WalletAnswer): void => sessionStorage.setItem(keyOf(id), answer)

/** The scenario as it goes on from there. Without an answer, nothing was paid, and the server is never told an end. */
export const afterWallet = (scenario: Scenario, id: string): Scenario => {
  const answer = sessionStorage.getItem(keyOf(id))
  if (answer === 'SUCCESS') return scenario
  const last = answer === 'FAIL' ? answers(1_200, 'FAIL', 'USER_BALANCE_NOT_ENOUGH') : answers(1_200, 'PROCESSING')
  return { ...scenario, ends: 'not-paid', inquiryBudget: 15_000, server: [answers(1_500, 'PROCESSING'), last] }
}
