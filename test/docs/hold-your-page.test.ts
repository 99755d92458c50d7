import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkoutPage, neverPaysTwice, noFalseSuccess, type Page } from '../../src/testing/index.ts'

// The example of docs/testing.md.
const naivePage = (): Page => {
  let shown: 'form' | 'paid' | 'pay again' = 'form'
  const onEventCallback = (...[event]: unknown[]): void => {
    const { code } = (event ?? {}) as { code?: unknown }
    if (code === 'SDK_PAYMENT_SUCCESSFUL') shown = 'paid'
    if (code === 'SDK_PAYMENT_PROCESSING' || code === 'SDK_PAYMENT_FAIL') shown = 'pay again'
  }
  return {
    callbacks: { onEventCallback, onError: () => {}, onClose: () => {} },
    mount: (sdk) => void sdk().catch(() => {}),
    pay: (sdk) => void sdk().catch(() => {}),
    wait: () => {},
    close: () => {},
    shows: () => ({ paid: shown === 'paid', offersToPay: shown !== 'paid', outcome: null }),
  }
}

const reportOf = async (property: typeof noFalseSuccess): Promise<string> => {
  const details = await fc.check(property(naivePage), { seed: 1 })
  return fc.defaultReportMessage(details) ?? ''
}

describe('a naive page, held against the properties,', () => {
  test('is found out offering a second payment', async () => {
    expect(await reportOf(neverPaysTwice)).toMatch(/Counterexample:[\s\S]*"trace":"counterexample"/)
  })

  test('is found out showing "paid" for a success whose payload denies it, as a trace to paste', async () => {
    const report = await reportOf(noFalseSuccess)
    expect(report).toMatch(/\n\{"t":0,"via":"onEventCallback","args":\[\{"code":"SDK_PAYMENT_SUCCESSFUL","result":\{/)
  })

  test('and the page of this package is not', async () => {
    await fc.assert(
      neverPaysTwice(() => checkoutPage()),
      { numRuns: 50 },
    )
  })
})
