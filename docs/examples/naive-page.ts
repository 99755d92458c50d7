import fc from 'fast-check'
import { neverPaysTwice, noFalseSuccess, type Page } from '../../src/testing/index.ts'

/** What many pages do: "processing" means "pay again", and what the page does not know takes the component down. */
export const naivePage = (): Page => {
  let shown: 'form' | 'spinner' | 'paid' | 'please pay again' = 'form'
  const onEventCallback = (...[event]: unknown[]): void => {
    const { code } = (event ?? {}) as { code?: unknown }
    switch (code) {
      case 'SDK_START_OF_LOADING':
      case 'SDK_END_OF_LOADING':
        break
      case 'SDK_PAYMENT_SUCCESSFUL':
        shown = 'paid'
        break
      case 'SDK_PAYMENT_PROCESSING':
      case 'SDK_PAYMENT_FAIL':
        shown = 'please pay again'
        break
      default:
        // The component is removed, 3-D Secure and all, and the buyer starts anew.
        shown = 'form'
    }
  }
  return {
    callbacks: { onEventCallback, onError: () => {}, onClose: () => {} },
    mount: (sdk) => void sdk().catch(() => {}),
    pay(sdk) {
      if (shown === 'spinner' || shown === 'paid') return
      shown = 'spinner'
      sdk().catch(() => {})
    },
    wait: () => {},
    close: () => {},
    shows: () => ({
      paid: shown === 'paid',
      offersToPay: shown === 'form' || shown === 'please pay again',
      outcome: null,
    }),
  }
}

export const holdIt = async (): Promise<void> => {
  await fc.assert(neverPaysTwice(naivePage))
  await fc.assert(noFalseSuccess(naivePage))
}
