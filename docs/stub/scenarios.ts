import { declined, paid, processing } from './results.ts'

// What the payment page does by itself, for a person who presses its buttons. A test uses `manual`, and says itself what
// the page reports. Nothing here goes by time: each step that waits, waits for a button.

/** One thing that the page does after "pay". */
export type Step =
  | { readonly report: string; readonly result?: unknown }
  /** A question with two buttons: the issuer's page, for instance. */
  | { readonly ask: string; readonly yes: Answer; readonly no: Answer }
  /** Leaves for the stub's wallet, on the payment page's own origin. */
  | { readonly leave: 'wallet' }
  /** The form is open again. */
  | { readonly form: true }

export interface Answer {
  readonly label: string
  readonly steps: readonly Step[]
}

export interface Scenario {
  /** One line for a person who chooses. */
  readonly about: string
  /** What "pay" does, the first time, the second time, …; after the last one, the last one again. */
  readonly pay: readonly (readonly Step[])[]
}

const success: Step = { report: 'SDK_PAYMENT_SUCCESSFUL', result: paid() }
const decline = (code: string): Step => ({ report: 'SDK_PAYMENT_FAIL', result: declined(code) })
const form: Step = { form: true }

export const scenarios = {
  manual: { about: 'The page does nothing by itself: a test drives it.', pay: [[]] },
  success: { about: 'The card is charged at once.', pay: [[success]] },
  'three-d-secure': {
    about: 'The issuer asks the buyer; both answers can be given.',
    pay: [
      [
        { report: 'SDK_PAYMENT_CHALLENGE' },
        {
          ask: 'Your bank asks: is it you who pays?',
          yes: { label: 'It is me', steps: [success] },
          no: { label: 'It is not', steps: [decline('USER_PAYMENT_VERIFICATION_FAILED')] },
        },
      ],
    ],
  },
  declined: { about: 'The issuer declines.', pay: [[decline('ISSUER_REJECTS_TRANSACTION')]] },
  'declined-then-retried': {
    about: 'Declined once; the form stays open, and another try goes through.',
    pay: [[decline('INVALID_CARD_NUMBER'), { report: 'SDK_PAYMENT_RETRY' }, form], [success]],
  },
  processing: {
    about: 'The page never learns the end: the merchant’s server has to be asked.',
    pay: [[{ report: 'SDK_PAYMENT_PROCESSING', result: processing() }]],
  },
  cancelled: {
    about: 'The buyer gives up in the page.',
    pay: [
      [
        {
          ask: 'Do you want to leave?',
          yes: { label: 'Leave', steps: [{ report: 'SDK_PAYMENT_CANCEL' }] },
          no: { label: 'Stay', steps: [form] },
        },
      ],
    ],
  },
  'invalid-form': {
    about: 'The form is wrong once, then right.',
    pay: [[{ report: 'SDK_FORM_VERIFICATION_FAILED' }, form], [success]],
  },
  'never-loads': { about: 'The page never says that it is there: the SDK gives up after 15 s.', pay: [[]] },
  'query-fails': { about: 'The SDK’s own query gets a 500; the page is there all the same.', pay: [[success]] },
  wallet: { about: 'The buyer leaves for a wallet and comes back.', pay: [[{ leave: 'wallet' }]] },
  'unknown-code': {
    about: 'A newer SDK says something that nobody knows yet, and then success.',
    pay: [[{ report: 'SDK_PAYMENT_OF_TOMORROW' }, success]],
  },
} as const satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios

export const isScenario = (name: unknown): name is ScenarioName =>
  typeof name === 'string' && Object.hasOwn(scenarios, name)
