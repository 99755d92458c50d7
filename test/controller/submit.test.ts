import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, test, vi } from 'vitest'
import { create, deferred, loaded, rest, tell } from './helpers.ts'

describe('submit', () => {
  test('calls the SDK at once, in the buyer’s gesture, and resolves to what the SDK resolved to', async () => {
    const { checkout } = loaded()
    const sdk = vi.fn(async () => ({ code: 'SUCCESS' }))
    const result = checkout.submit(sdk)
    expect(sdk).toHaveBeenCalledTimes(1)
    expect(checkout.getSnapshot().state).toBe('submitting')
    expect(await result).toEqual(right({ code: 'SUCCESS' }))
    // That it resolved does not mean that it was paid.
    expect(checkout.getSnapshot()).toMatchObject({ state: 'submitting', counts: { attempts: 1 } })
  })

  test('pressed ten times, reaches the SDK once', async () => {
    const { checkout } = loaded()
    const sdk = vi.fn(() => new Promise(() => {}))
    const results = Array.from({ length: 10 }, () => checkout.submit(sdk))
    expect(sdk).toHaveBeenCalledTimes(1)
    expect(checkout.getSnapshot().counts).toMatchObject({ attempts: 1, duplicates: 9 })
    expect(await results[9]).toEqual(
      left({
        kind: 'refusal',
        command: 'submit',
        reason: 'duplicate',
        state: 'submitting',
        message: 'submit refused in submitting: duplicate',
      }),
    )
  })

  test.each([
    ['before the form is there', [], 'too-early', 'init'],
    ['while it loads', ['SDK_START_OF_LOADING'], 'too-early', 'loading'],
    ['after the component broke', ['SDK_CREATECOMPONENT_ERROR'], 'new-mount-needed', 'broken'],
    ['while the server is asked', ['SDK_PAYMENT_PROCESSING'], 'duplicate', 'confirming'],
    ['after the payment succeeded', ['SDK_PAYMENT_SUCCESSFUL'], 'closed', 'succeeded'],
  ])('%s, is refused and does not reach the SDK', async (_when, codes, reason, state) => {
    const { checkout } = create()
    tell(checkout, ...codes)
    const sdk = vi.fn()
    expect(await checkout.submit(sdk)).toMatchObject({ _tag: 'Left', left: { kind: 'refusal', reason, state } })
    expect(sdk).not.toHaveBeenCalled()
  })

  test('after a decline, passes only where the same session may try again', async () => {
    const { checkout } = loaded()
    const decline = (paymentResultCode: string): void =>
      checkout.callbacks.onEventCallback({
        code: 'SDK_PAYMENT_FAIL',
        result: { paymentStatus: 'FAIL', paymentResultCode },
      })
    decline('ORDER_IS_CLOSED')
    expect(await checkout.submit(vi.fn())).toMatchObject({ left: { reason: 'new-mount-needed', state: 'declined' } })
    decline('INVALID_CARD')
    expect(await checkout.submit(async () => 'again')).toEqual(right('again'))
  })

  test.each([
    ['rejects', () => Promise.reject(new Error('gone'))],
    [
      'throws',
      () => {
        throw new Error('gone')
      },
    ],
  ])('an SDK that %s leaves the outcome open, and the error to the page', async (_how, sdk) => {
    const { checkout } = loaded()
    expect(await checkout.submit(sdk)).toEqual(left({ kind: 'rejection', command: 'submit', error: new Error('gone') }))
    expect(checkout.getSnapshot()).toMatchObject({
      state: 'confirming',
      nextStep: 'ask-server',
      canSubmit: false,
      notice: { code: 'answer.open', channel: 'promise' },
    })
  })

  test('a rejection with a code of the SDK is that event', async () => {
    const { checkout } = loaded()
    await checkout.submit(() => Promise.reject({ code: 'SDK_SUBMIT_NETWORK_ERROR' }))
    expect(checkout.getSnapshot()).toMatchObject({ state: 'form', nextStep: 'resubmit', submission: 'possible' })
  })

  test('a rejection that cannot be read leaves the outcome open; the promise does not reject', async () => {
    const { checkout } = loaded()
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(await checkout.submit(() => Promise.reject(proxy))).toMatchObject({ left: { kind: 'rejection' } })
    expect(checkout.getSnapshot().state).toBe('confirming')
  })

  test('a rejection that calls itself one of our own commands is none', async () => {
    const { checkout } = loaded()
    await checkout.submit(() => Promise.reject({ code: 'checkout.close' }))
    expect(checkout.getSnapshot().state).toBe('confirming')
  })

  test('a callback that comes while the SDK is being called is not lost', async () => {
    const { checkout } = loaded()
    await checkout.submit(() => {
      tell(checkout, 'SDK_PAYMENT_CHALLENGE')
      return 'ok'
    })
    expect(checkout.getSnapshot().state).toBe('challenge')
  })
})

describe('what the promise of a submit answers', () => {
  const submitted = () => {
    const { checkout } = loaded()
    const answer = deferred()
    void checkout.submit(() => answer.promise)
    return { checkout, answer }
  }
  const failed = (code: string, more = {}) => ({ status: 'FAIL', error: { code, ...more } })

  test.each([
    [
      'the payload of the result event',
      { code: 'SDK_PAYMENT_SUCCESSFUL', result: { paymentStatus: 'SUCCESS' } },
      'succeeded',
    ],
    ['SUCCESS: the call went through, no more', { code: 'SUCCESS' }, 'submitting'],
    ['nothing', undefined, 'submitting'],
    ['a refused repetition', { code: 'REPEAT_REQ_REJECT' }, 'submitting'],
    ['PROCESS_FAIL', { code: 'PROCESS_FAIL' }, 'confirming'],
    ['Payment Element: success', { status: 'SUCCESS' }, 'succeeded'],
    ['Payment Element: processing', { status: 'PROCESSING' }, 'confirming'],
    ['Payment Element: cancelled', { status: 'CANCELLED' }, 'confirming'],
    ['Payment Element: a cancelled 3-D Secure', { status: 'FAIL', userCanceled3D: true }, 'confirming'],
    ['Payment Element: declined', failed('INVALID_CARD'), 'declined'],
    ['Payment Element: a time-out', failed('PAYMENT_RESULT_TIMEOUT'), 'confirming'],
    ['Payment Element: refused before anything was sent', failed('UI_STATE_ERROR'), 'form'],
    ['Payment Element: the form is invalid', failed('FORM_INVALID'), 'form'],
  ])('%s', async (_what, value, state) => {
    const { checkout, answer } = submitted()
    answer.resolve(value)
    await rest()
    expect(checkout.getSnapshot().state).toBe(state)
  })

  test('the form is invalid: told by the promise and by a callback, it counts once', async () => {
    const { checkout, answer } = submitted()
    tell(checkout, 'SDK_FORM_VERIFICATION_FAILED')
    answer.resolve(failed('FORM_INVALID'))
    await rest()
    expect(checkout.getSnapshot()).toMatchObject({ nextStep: 'fix-form', counts: { verificationFailures: 1 } })
    expect(checkout.getSnapshot().diagnostics.anomalies.count).toBe(0)
  })

  test('an answer of an attempt that is over counts for nothing', async () => {
    const { checkout, answer } = submitted()
    tell(checkout, 'SDK_PAYMENT_RETRY')
    void checkout.submit(() => new Promise(() => {}))
    answer.resolve(failed('INVALID_CARD'))
    await rest()
    expect(checkout.getSnapshot()).toMatchObject({
      state: 'submitting',
      diagnostics: { anomalies: { last: [{ code: 'SDK_PAYMENT_FAIL', channel: 'promise', reason: 'late' }] } },
    })
  })

  test('… and does not make an echo of what the present one is told next', async () => {
    const { checkout, answer } = submitted()
    tell(checkout, 'SDK_PAYMENT_RETRY')
    void checkout.submit(() => new Promise(() => {}))
    answer.resolve({ code: 'SDK_PAYMENT_FAIL' })
    await rest()
    tell(checkout, 'SDK_PAYMENT_FAIL')
    expect(checkout.getSnapshot()).toMatchObject({ state: 'declined', counts: { attempts: 2 } })
  })

  test('… also of one that the SDK itself has followed by another', async () => {
    const { checkout, answer } = submitted()
    tell(checkout, 'SDK_PAYMENT_RETRY', 'SDK_DUPLICATE_SUBMISSION_BEHAVIOR')
    answer.resolve(failed('INVALID_CARD'))
    await rest()
    expect(checkout.getSnapshot().state).toBe('submitting')
  })

  test('but its success does: the money has arrived', async () => {
    const { checkout, answer } = submitted()
    tell(checkout, 'SDK_PAYMENT_RETRY')
    answer.resolve({ status: 'SUCCESS' })
    await rest()
    expect(checkout.getSnapshot().state).toBe('succeeded')
  })

  test('the promise that comes after the decline’s callback knows that the session is spent', async () => {
    const { checkout, answer } = submitted()
    checkout.callbacks.onEventCallback({
      code: 'SDK_PAYMENT_FAIL',
      result: { paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CARD' },
    })
    expect(checkout.getSnapshot().canSubmit).toBe(true)
    answer.resolve(failed('INVALID_CARD', { needChangeSessionForRetry: true }))
    await rest()
    expect(checkout.getSnapshot()).toMatchObject({ state: 'declined', nextStep: 'new-session', canSubmit: false })
  })

  test('needChangeSessionForRetry decides where it is given', async () => {
    const { checkout, answer } = submitted()
    answer.resolve(failed('ISSUER_REJECTS_TRANSACTION', { needChangeSessionForRetry: true }))
    await rest()
    expect(checkout.getSnapshot()).toMatchObject({ state: 'declined', nextStep: 'new-session', canSubmit: false })
  })
})
