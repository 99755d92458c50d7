import { paid } from '../../stub/results.ts'
import type { Money, ServerAnswer, Step } from './types.ts'

// The words in which the scenarios are written. Pauses are in milliseconds, and such that a person can follow.

/** The SDK calls `onEventCallback`. */
export const tells = (after: number, code: string, result?: unknown, money?: Money): Step => ({
  after,
  via: 'onEventCallback',
  args: [{ code, ...(result !== undefined && { result }) }],
  ...(money && { money }),
})

/** The SDK tells one failure twice: by `onError`, and then by `onEventCallback`. */
export const failsTwice = (after: number, code: string, message: string, money?: Money): readonly Step[] => [
  { after, via: 'onError', args: [{ code, message }], ...(money && { money }) },
  { after: 150, via: 'onEventCallback', args: [{ code, message }] },
]

export const mounts = (after = 200): Step => ({ after, via: 'command', name: 'mount' })

export const mountSettles = (after: number, settled: 'resolved' | 'rejected', value?: unknown): Step => ({
  after,
  via: 'promise',
  name: 'mount',
  call: 1,
  settled,
  ...(value !== undefined && { value }),
})

export const endsLoading = (after: number): Step => ({
  after,
  via: 'onEventCallback',
  args: [{ code: 'SDK_END_OF_LOADING', message: '' }],
})

/** From nothing to the form. The promise resolves before the form is there, as the real one does. */
export const loads: readonly Step[] = [
  mounts(),
  tells(250, 'SDK_START_OF_LOADING'),
  mountSettles(900, 'resolved'),
  endsLoading(250),
]

/** The buyer presses the shop's own button. */
export const submits = (after = 1_500): Step => ({ after, via: 'command', name: 'submit', money: 'open' })

/** The buyer presses the button inside the component. */
export const paysInside = (after = 1_500): Step => ({ after, via: 'buyer', does: 'pays', money: 'open' })

export const submitSettles = (after: number, value: unknown, call = 1): Step => ({
  after,
  via: 'promise',
  name: 'submit',
  call,
  settled: 'resolved',
  value,
})

export const succeeds = (after = 900): Step => tells(after, 'SDK_PAYMENT_SUCCESSFUL', paid(), 'paid')

export const answers = (after: number, paymentStatus: string, paymentResultCode?: string): ServerAnswer => ({
  after,
  answer: { paymentStatus, ...(paymentResultCode !== undefined && { paymentResultCode }) },
})

export const serverFails = (after: number): ServerAnswer => ({ after, answer: null })
