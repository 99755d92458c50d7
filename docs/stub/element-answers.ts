// What the payment page of Payment Element answers to `submitPayment()`. The SDK hands it on as it is; only where there is
// an `error` without `needChangeSessionForRetry`, it puts the session's `notSupportRetryPayForSameSession` there.

/** As the SDK's own declarations have it; a note in its source says that some errors come without a status. */
export interface ElementAnswer {
  readonly status?: 'SUCCESS' | 'FAIL' | 'PROCESSING' | 'PENDING' | 'CANCELLED'
  readonly error?: ElementError
  readonly userCanceled3D?: boolean
}

export interface ElementError {
  readonly code: string
  readonly message: string
  readonly traceId?: string
  readonly needChangeSessionForRetry?: boolean
}

export const elementPaid = (): ElementAnswer => ({ status: 'SUCCESS' })

export const elementFailed = (code: string, more: Partial<ElementError> = {}): ElementAnswer => ({
  status: 'FAIL',
  error: { code, message: 'told by the stub', traceId: 'stub', ...more },
})

/** The buyer closed the issuer's window: Antom advises to ask the server. */
export const elementCanceled3D = (): ElementAnswer => ({ ...elementFailed('USER_CANCELED'), userCanceled3D: true })

/** The same as a scenario's report, said as an answer; undefined where a report is no answer. */
export const asElementAnswer = (code: string, result: unknown): ElementAnswer | undefined => {
  const { paymentResultCode = 'UNKNOWN' } = (result ?? {}) as { paymentResultCode?: string }
  const answers: Readonly<Record<string, ElementAnswer>> = {
    SDK_PAYMENT_SUCCESSFUL: elementPaid(),
    SDK_PAYMENT_FAIL: elementFailed(paymentResultCode),
    SDK_PAYMENT_PROCESSING: { status: 'PROCESSING' },
    SDK_PAYMENT_CANCEL: { status: 'CANCELLED' },
    SDK_FORM_VERIFICATION_FAILED: elementFailed('FORM_INVALID'),
  }
  return answers[code]
}
