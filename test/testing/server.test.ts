import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drive } from '../../src/testing/drive.ts'
import {
  checkoutPage,
  neverPaysTwice,
  noFalseSuccess,
  type Page,
  type PageProperty,
  type Showing,
  successIsAbsorbing,
  toTrace,
} from '../../src/testing/index.ts'

type Answer = Parameters<NonNullable<Page['answer']>>

/** A page that does what it should, but for what it makes of its server's answers. */
const pageThat = (misreads: (...answer: Answer) => Partial<Showing>) => (): Page => {
  const page = checkoutPage()
  let shown: Partial<Showing> = {}
  return {
    ...page,
    answer(...answer) {
      const isHeard = page.answer?.(...answer) ?? false
      if (isHeard) shown = { ...shown, ...misreads(...answer) }
      return isHeard
    },
    shows: () => ({ ...page.shows(), ...shown }),
  }
}

const statusOf = (value: unknown): unknown => (value as { paymentStatus?: unknown } | null | undefined)?.paymentStatus

const isFoundOut = async (property: PageProperty, page: () => Page): Promise<boolean> =>
  (await fc.check(property(page), { seed: 1, numRuns: 2_000 })).failed

describe('a page is found out that', () => {
  test('shows "paid" for an answer that contradicts itself', async () => {
    const gullible = pageThat((settled, value) =>
      settled === 'resolved' && statusOf(value) === 'SUCCESS' ? { paid: true } : {},
    )
    expect(await isFoundOut(noFalseSuccess, gullible)).toBe(true)
  })

  test('shows "paid" for what an error says', async () => {
    const careless = pageThat((settled, value) =>
      settled === 'rejected' && statusOf(value) === 'SUCCESS' ? { paid: true } : {},
    )
    expect(await isFoundOut(noFalseSuccess, careless)).toBe(true)
  })

  test('offers to pay again while its server does not know', async () => {
    const hasty = pageThat((_settled, value) => (statusOf(value) === 'PENDING' ? { offersToPay: true } : {}))
    expect(await isFoundOut(neverPaysTwice, hasty)).toBe(true)
  })

  test('does not believe its server', async () => {
    const deaf = (): Page => {
      const page = checkoutPage()
      return { ...page, answer: (_settled, value) => page.answer?.('rejected', value) ?? false }
    }
    expect(await isFoundOut(successIsAbsorbing, deaf)).toBe(true)
  })
})

test('no page is blamed for an answer that it would have heard in a moment', async () => {
  const { page, referee, take } = drive(checkoutPage({ submitButton: 'sdk' }))
  await take({ kind: 'callback', channel: 'onEventCallback', args: [{ code: 'SDK_END_OF_LOADING' }] })
  await take({ kind: 'dismiss' })
  const answer = { kind: 'server', settled: 'resolved', value: { paymentStatus: 'SUCCESS' } } as const
  // To mount again is to ask no more.
  await Promise.all([take(answer), take({ kind: 'mount' })])
  expect([page.shows().paid, referee.isPaid]).toEqual([true, true])
})

test('the trace of a journey has the answers in it', () => {
  const value = { paymentStatus: 'SUCCESS' }
  const steps = [
    { kind: 'wait', ms: 500 },
    { kind: 'server', settled: 'resolved', value },
    { kind: 'server', settled: 'rejected', value: undefined },
  ] as const
  expect(toTrace({ steps }).split('\n').slice(1)).toEqual([
    '{"t":500,"via":"promise","name":"inquire","settled":"resolved","value":{"paymentStatus":"SUCCESS"}}',
    '{"t":500,"via":"promise","name":"inquire","settled":"rejected"}',
  ])
})
