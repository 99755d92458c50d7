import type { Checkout } from '../../src/index.ts'

// A payment that is declined, and a checkout that is closed, in the words of an SDK that tells everything about its buyer.

/** What it tells of him. */
export const told = [
  'Tom Jay',
  '411111******1111',
  'card of Tom Jay was declined',
  'TOM JAY',
  '4111111111111111',
] as const

export const tellStory = ({ callbacks, close }: Pick<Checkout, 'callbacks' | 'close'>): void => {
  const [holdName, cardNo, message, foreign, number] = told
  const result = {
    paymentStatus: 'FAIL',
    paymentResultCode: 'FRAUD_REJECT',
    paymentResultMessage: message,
    cardPaymentResultInfo: { holdName, cardNo },
    unknownField: number,
  }
  callbacks.onEventCallback({ code: 'SDK_START_OF_LOADING' })
  callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
  callbacks.onEventCallback({ code: foreign, message })
  callbacks.onEventCallback({ code: 'SDK_PAYMENT_CHALLENGE', message, threeDS: number })
  // More than an official sender lets through of a list.
  for (let times = 0; times < 15; times += 1) {
    callbacks.onEventCallback({ code: 'SDK_OF_TOMORROW' })
    callbacks.onEventCallback({ code: 'SDK_START_OF_LOADING' })
  }
  callbacks.onEventCallback({ code: 'SDK_PAYMENT_FAIL', message, result })
  close()
  callbacks.onError({ code: 'SDK_INTERNAL_ERROR', message })
}
