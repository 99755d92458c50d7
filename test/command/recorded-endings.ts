// Where each trace that our browser tests have recorded goes, and how it ends: the states passed through, and what the
// merchant is told who closes the checkout after it.

type Ending = readonly [passed: readonly string[], outcome: Readonly<Record<string, unknown>>]

const paid = { status: 'succeeded', safeToPayAgain: false, confirmedBy: 'sdk', nextStep: 'show-success' }
const unknown = { status: 'unresolved', safeToPayAgain: false, confirmedBy: null, nextStep: 'ask-server' }
const errored = { status: 'errored', safeToPayAgain: true }
const cancelled = { status: 'cancelled', safeToPayAgain: true }
const counted = (attempts: number, duplicates = 0, verificationFailures = 0) => ({
  counts: { attempts, duplicates, verificationFailures },
})

const toForm = ['init', 'loading', 'form']
const submitted = [...toForm, 'submitting']

export const endings: Readonly<Record<string, Ending>> = {
  'browser-auto-debit-pay': [['init', 'loading', 'redirecting'], unknown],
  'browser-card-with-risk': [[...toForm, 'succeeded'], { ...paid, ...counted(0) }],
  'browser-challenge-cancelled': [[...toForm, 'challenge', 'confirming'], { ...unknown, ...counted(1) }],
  'browser-checkout-page': [['init', 'loading', 'succeeded'], paid],
  'browser-closed-while-submitting': [[...submitted, 'confirming'], { ...unknown, ...counted(1) }],
  'browser-declined': [
    [...toForm, 'declined', 'failed'],
    { status: 'failed', safeToPayAgain: true, paymentResultCode: 'ISSUER_REJECTS_TRANSACTION' },
  ],
  'browser-declined-then-retried': [[...toForm, 'declined', 'form', 'succeeded'], paid],
  'browser-declined-then-submitted': [
    [...submitted, 'declined', 'submitting', 'succeeded'],
    { ...paid, ...counted(2) },
  ],
  'browser-easy-pay': [['init', 'loading', 'succeeded'], paid],
  'browser-easy-pay-closed': [['init', 'loading', 'dismissed'], cancelled],
  'browser-easy-pay-redirect': [['init', 'loading', 'redirecting'], unknown],
  'browser-form-checks': [[...submitted, 'succeeded'], { ...paid, ...counted(1, 1, 1) }],
  'browser-late-error': [[...toForm, 'succeeded'], paid],
  'browser-load-timeout': [
    ['init', 'loading', 'broken'],
    { ...errored, nextStep: 'retry-same-session', code: 'SDK_CREATECOMPONENT_ERROR' },
  ],
  'browser-merchant-button': [[...submitted, 'succeeded'], { ...paid, ...counted(1) }],
  'browser-missing-box': [
    ['init', 'loading', 'broken'],
    { ...errored, nextStep: 'fix-integration', code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR' },
  ],
  'browser-missing-session': [
    ['init', 'loading', 'broken'],
    { ...errored, nextStep: 'fix-integration', code: 'SDK_CREATEPAYMENT_PARAMETER_ERROR' },
  ],
  'browser-mount-again-after-close': [[...toForm, 'dismissed', 'loading', 'form', 'succeeded'], paid],
  'browser-mount-again-after-decline': [
    [...submitted, 'declined', 'loading', 'form', 'submitting', 'succeeded'],
    { ...paid, ...counted(2) },
  ],
  'browser-mount-again-after-error': [['init', 'loading', 'broken', 'loading', 'form', 'succeeded'], paid],
  'browser-popup': [[...toForm, 'succeeded'], paid],
  'browser-popup-cancelled': [[...toForm, 'dismissed'], { ...cancelled, code: 'SDK_PAYMENT_CANCEL' }],
  'browser-popup-closed': [[...toForm, 'dismissed'], cancelled],
  'browser-processing': [[...toForm, 'confirming', 'succeeded'], { ...paid, confirmedBy: 'server' }],
  'browser-query-fails': [['init', 'loading', 'broken', 'form', 'succeeded'], paid],
  'browser-repeated-submit': [[...submitted, 'succeeded'], { ...paid, ...counted(1, 1) }],
  'browser-second-mount': [[...toForm, 'broken', 'succeeded'], { ...paid, anomalies: 1 }],
  'browser-stray-message': [[...toForm, 'succeeded'], { ...paid, anomalies: 0 }],
  'browser-submit-process-fail': [[...submitted, 'confirming'], unknown],
  'browser-submit-tells-result': [[...submitted, 'succeeded'], { ...paid, ...counted(1) }],
  'browser-ten-submits': [[...submitted, 'succeeded'], { ...paid, ...counted(1, 9) }],
  'browser-three-d-secure': [[...toForm, 'challenge', 'succeeded'], { ...paid, ...counted(1) }],
  'browser-unknown-code': [[...toForm, 'succeeded'], { ...paid, anomalies: 0 }],
  'browser-unknown-error': [[...toForm, 'challenge', 'confirming'], unknown],
  // The unmount ends the checkout where it is replayed: what the SDK still tells comes too late.
  'browser-unmounted-while-loading': [['init', 'loading', 'cancelled'], cancelled],
  'browser-wallet': [[...toForm, 'redirecting'], unknown],
  'browser-wallet-in-another-tab': [[...toForm, 'redirecting', 'confirming', 'succeeded'], { ...paid, ...counted(1) }],
  'browser-wallet-without-address': [
    [...toForm, 'broken'],
    { ...errored, nextStep: 'contact-support', code: 'SDK_LAUNCH_PAYMENT_APP_ERROR' },
  ],
  'browser-wallet-without-app': [[...submitted, 'confirming', 'redirecting'], { ...unknown, ...counted(1) }],
}
