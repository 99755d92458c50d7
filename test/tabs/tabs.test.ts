import { describe, expect, test } from 'vitest'
import { memory } from '../controller/helpers.ts'
import { createBrowser, type Platform, type TestBrowser, type TestTab } from './browser.ts'

const second = 1_000

const state = ({ checkout }: TestTab) => checkout.getSnapshot().state

/** Two tabs with the same order, the merchant's own button, and the form open in both. */
const twoForms = async (options = {}): Promise<{ browser: TestBrowser; a: TestTab; b: TestTab }> => {
  const browser = createBrowser()
  const [a, b] = [await browser.open('a', options), await browser.open('b', options)]
  for (const tab of [a, b]) tab.tell('SDK_START_OF_LOADING', 'SDK_END_OF_LOADING')
  await browser.rest()
  return { browser, a, b }
}

/** … and the first of them has submitted. */
const oneSubmitted = async (options = {}) => {
  const made = await twoForms(options)
  void made.a.submit()
  await made.browser.rest()
  return made
}

describe('one submission across tabs', () => {
  test('of two tabs that submit in the same moment, one reaches the SDK, and the other says why it does not', async () => {
    const { browser, a, b } = await twoForms()
    void a.submit()
    const refused = b.submit()
    await browser.rest()
    expect([a.submits, b.submits]).toEqual([1, 0])
    expect(await refused).toMatchObject({
      left: { kind: 'refusal', command: 'submit', reason: 'other-tab', state: 'form' },
    })
  })

  test('while one is at it, the other offers no submit, and does not say that it is safe to pay again', async () => {
    const { b } = await oneSubmitted()
    expect(b.checkout.getSnapshot()).toMatchObject({
      state: 'form',
      canSubmit: false,
      submission: 'certain',
      nextStep: 'wait',
    })
    expect(b.checkout.close()).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })

  test('ten clicks in each of two tabs are one submit', async () => {
    const { browser, a, b } = await twoForms()
    for (let click = 0; click < 10; click += 1) {
      void a.submit()
      void b.submit()
    }
    await browser.rest()
    expect(a.submits + b.submits).toBe(1)
    expect(a.checkout.getSnapshot().counts).toMatchObject({ attempts: 1, duplicates: 9 })
  })

  test.each(['SDK_FORM_VERIFICATION_FAILED', 'SDK_PAYMENT_FAIL'])('after %s the other may submit', async (code) => {
    const { browser, a, b } = await oneSubmitted()
    a.tell(code)
    await browser.rest()
    expect(b.checkout.getSnapshot()).toMatchObject({ canSubmit: true, submission: 'none' })
    void b.submit()
    await browser.rest()
    expect([a.submits, b.submits]).toEqual([1, 1])
    expect(a.checkout.getSnapshot()).toMatchObject({ canSubmit: false, submission: 'certain' })
  })

  test('a network error leaves the payment possible: the other may not', async () => {
    const { browser, a, b } = await oneSubmitted()
    a.tell('SDK_SUBMIT_NETWORK_ERROR')
    await browser.rest()
    expect(b.checkout.getSnapshot()).toMatchObject({ canSubmit: false, submission: 'possible', nextStep: 'wait' })
    void a.submit()
    await browser.rest()
    expect(a.submits).toBe(2)
  })

  test('where the SDK renders the button, the form itself may be paid: the other does not mount', async () => {
    const browser = createBrowser()
    const [a, b] = [
      await browser.open('a', { submitButton: 'sdk' }),
      await browser.open('b', { submitButton: 'sdk', storage: memory() }),
    ]
    void a.mount()
    await browser.rest()
    expect(b.checkout.getSnapshot()).toMatchObject({ state: 'init', canMount: false, nextStep: 'wait' })
    const refused = b.mount()
    await browser.rest()
    expect(await refused).toMatchObject({ left: { reason: 'other-tab', command: 'mount' } })
    a.tell('SDK_END_OF_LOADING', 'SDK_PAYMENT_CANCEL')
    await browser.rest()
    expect(b.checkout.getSnapshot().canMount).toBe(true)
    void b.mount()
    await browser.rest()
    expect(state(b)).toBe('loading')
  })

  test('two tabs that mount in the same moment: one does', async () => {
    const browser = createBrowser()
    const options = { submitButton: 'sdk' } as const
    const [a, b] = [await browser.open('a', options), await browser.open('b', { ...options, storage: memory() })]
    const answers = [a.mount(), b.mount()]
    await browser.rest()
    expect([state(a), state(b)].sort()).toEqual(['init', 'loading'])
    expect(await Promise.race(answers)).toMatchObject({ left: { reason: 'other-tab' } })
  })

  test('a tab that is opened while another is at it knows that from the start', async () => {
    const { browser } = await oneSubmitted()
    const c = await browser.open('c', { storage: memory() })
    c.tell('SDK_END_OF_LOADING')
    expect(c.checkout.getSnapshot()).toMatchObject({ state: 'form', canSubmit: false, submission: 'certain' })
    // … or, with a storage that they share, comes up asking.
    const d = await browser.open('d')
    expect(state(d)).toBe('confirming')
    expect(browser.holder()).toBe('a')
  })

  test('the lock is held while a payment may be in flight, and no longer', async () => {
    const { browser, a, b } = await twoForms()
    expect(browser.holder()).toBeUndefined()
    void a.submit()
    await browser.rest()
    expect(browser.holder()).toBe('a')
    a.tell('SDK_PAYMENT_CHALLENGE')
    await browser.rest()
    expect(browser.holder()).toBe('a')
    b.checkout.close()
    a.tell('SDK_PAYMENT_SUCCESSFUL')
    await browser.rest()
    // The others hear of it first.
    expect(browser.holder()).toBe('a')
    a.clock.increment(second)
    await browser.rest()
    expect(browser.holder()).toBeUndefined()
  })

  test('a click that waited for the lock does not give it away after the success', async () => {
    const { browser, a } = await twoForms()
    void a.checkout.submit(async () => a.tell('SDK_PAYMENT_SUCCESSFUL'))
    void a.submit()
    await browser.rest()
    expect([state(a), a.submits, browser.holder()]).toEqual(['succeeded', 0, 'a'])
  })

  test('a payment that began without a command of ours holds it as well', async () => {
    const { browser, a, b } = await twoForms()
    a.tell('SDK_PAYMENT_CHALLENGE')
    await browser.rest()
    expect(browser.holder()).toBe('a')
    expect(b.checkout.getSnapshot().canSubmit).toBe(false)
  })

  test('two orders do not know of each other', async () => {
    const browser = createBrowser()
    const [a, b] = [await browser.open('a'), await browser.open('b', { id: 'order-2' })]
    for (const tab of [a, b]) tab.tell('SDK_END_OF_LOADING')
    void a.submit()
    void b.submit()
    await browser.rest()
    expect([a.submits, b.submits]).toEqual([1, 1])
  })
})

describe('an outcome that is reached in one tab is known in the other', () => {
  test('success, by the SDK', async () => {
    const { browser, a, b } = await oneSubmitted()
    a.tell('SDK_PAYMENT_SUCCESSFUL')
    await browser.rest()
    expect(b.checkout.getSnapshot()).toMatchObject({
      state: 'succeeded',
      outcome: { confirmedBy: 'sdk', safeToPayAgain: false },
      notice: { channel: 'tab' },
      counts: { attempts: 0 },
    })
  })

  test('success, in a tab that has mounted nothing', async () => {
    const browser = createBrowser()
    const sdk = { submitButton: 'sdk' } as const
    const inquire = async () => ({ paymentStatus: 'SUCCESS' })
    const [a, b] = [await browser.open('a', { ...sdk, inquire }), await browser.open('b', sdk)]
    void a.mount()
    await browser.rest()
    a.tell('SDK_END_OF_LOADING', 'SDK_PAYMENT_PROCESSING')
    await browser.rest()
    expect([state(a), state(b)]).toEqual(['succeeded', 'succeeded'])
  })

  test('success, by the server', async () => {
    const { browser, a, b } = await oneSubmitted({ inquire: async () => ({ paymentStatus: 'SUCCESS' }) })
    a.tell('SDK_PAYMENT_PROCESSING')
    await browser.rest()
    expect(b.checkout.close()).toMatchObject({ status: 'succeeded', confirmedBy: 'server' })
  })

  test('a decline, with what it means for the session', async () => {
    const { browser, a, b } = await oneSubmitted()
    const result = { paymentStatus: 'FAIL', paymentResultCode: 'FRAUD_REJECT' }
    a.checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_FAIL', result })
    await browser.rest()
    expect(b.checkout.getSnapshot()).toMatchObject({
      state: 'declined',
      nextStep: 'contact-support',
      canSubmit: false,
      payment: { paymentResultCode: 'FRAUD_REJECT' },
    })
  })

  test('a decline of Payment Element that needs a new session', async () => {
    const { browser, a, b } = await twoForms()
    const error = { code: 'DO_NOT_HONOR', needChangeSessionForRetry: true }
    void a.checkout.submit(async () => ({ status: 'FAIL', error }))
    await browser.rest()
    expect(b.checkout.getSnapshot()).toMatchObject({ state: 'declined', nextStep: 'new-session', canSubmit: false })
  })

  test('a decline says nothing to a tab that has mounted nothing', async () => {
    const { browser, a } = await oneSubmitted()
    const c = await browser.open('c', { storage: memory() })
    a.tell('SDK_PAYMENT_FAIL')
    await browser.rest()
    expect(c.checkout.getSnapshot()).toMatchObject({ state: 'init', canSubmit: false, canMount: true })
  })

  test('a tab that came up asking is told of the decline', async () => {
    const { browser, a } = await oneSubmitted()
    const d = await browser.open('d')
    a.tell('SDK_PAYMENT_FAIL')
    await browser.rest()
    expect(d.checkout.getSnapshot()).toMatchObject({ state: 'declined', submission: 'none', canSubmit: false })
  })

  test('a late decline of one tab does not end the payment of another', async () => {
    const { browser, a, b } = await oneSubmitted()
    a.tell('SDK_PAYMENT_FAIL')
    await browser.rest()
    void b.submit()
    await browser.rest()
    a.tell('SDK_START_OF_LOADING', 'SDK_PAYMENT_FAIL')
    await browser.rest()
    expect(state(b)).toBe('submitting')
  })

  test('an open end: the other asks the server', async () => {
    const { browser, a, b } = await oneSubmitted()
    a.tell('SDK_PAYMENT_PROCESSING')
    a.checkout.close()
    await browser.rest()
    expect(b.checkout.getSnapshot()).toMatchObject({
      state: 'confirming',
      submission: 'certain',
      notice: { code: 'tab.gone', channel: 'tab' },
    })
  })

  test('closed without a payment: the other goes on, and tells', async () => {
    const { browser, a, b } = await twoForms()
    a.checkout.close()
    await browser.rest()
    expect(b.checkout.getSnapshot()).toMatchObject({ state: 'form', canSubmit: true, notice: { code: 'tab.ended' } })
  })
})

describe('a tab that only looks on', () => {
  test('leaves the entry to the tab whose payment it is: after an invalid form that one submits again', async () => {
    const { browser, a } = await oneSubmitted()
    await browser.leave('b')
    a.tell('SDK_FORM_VERIFICATION_FAILED')
    await browser.rest()
    void a.submit()
    await browser.rest()
    expect([state(a), a.submits]).toEqual(['submitting', 2])
  })

  test('and is closed, leaves no question to a third one', async () => {
    const { browser, a, b } = await oneSubmitted({ storage: undefined })
    const c = await browser.open('c', { storage: undefined })
    c.tell('SDK_END_OF_LOADING')
    b.checkout.close()
    await browser.rest()
    a.tell('SDK_FORM_VERIFICATION_FAILED')
    await browser.rest()
    expect([state(a), state(c)]).toEqual(['form', 'form'])
  })

  test('and is closed, leaves no question to the form of the SDK’s that was open elsewhere', async () => {
    const browser = createBrowser()
    const sdk = { submitButton: 'sdk' } as const
    const [a, b] = [await browser.open('a', sdk), await browser.open('b', sdk)]
    void a.mount()
    await browser.rest()
    a.tell('SDK_END_OF_LOADING')
    await browser.rest()
    b.checkout.close()
    await browser.rest()
    a.tell('SDK_PAYMENT_CANCEL')
    await browser.rest()
    void a.mount()
    await browser.rest()
    expect(state(a)).toBe('loading')
  })

  test('says of a mount that its own form is there already', async () => {
    const { b } = await oneSubmitted()
    expect(await b.mount()).toMatchObject({ left: { reason: 'mounted' } })
  })
})

describe('the SDK’s own form', () => {
  const sdk = { submitButton: 'sdk' } as const
  const oneMounted = async () => {
    const browser = createBrowser()
    const [a, b] = [
      await browser.open('a', { ...sdk, storage: memory() }),
      await browser.open('b', { ...sdk, storage: memory() }),
    ]
    void a.mount()
    await browser.rest()
    return { browser, a, b }
  }

  test.each(['SDK_INTERNAL_ERROR', 'SDK_PAYMENT_FAIL'])('may be paid after %s: no other is opened', async (code) => {
    const { browser, a, b } = await oneMounted()
    a.tell(code)
    await browser.rest()
    const refused = b.mount()
    await browser.rest()
    expect(await refused).toMatchObject({ left: { reason: 'other-tab' } })
  })

  test('was closed by the buyer: another tab may open one, as this one may', async () => {
    const { browser, a, b } = await oneMounted()
    a.tell('SDK_END_OF_LOADING')
    a.checkout.callbacks.onClose({})
    await browser.rest()
    for (const { checkout } of [a, b])
      expect(checkout.getSnapshot()).toMatchObject({ canMount: true, submission: 'possible' })
  })

  test('is mounted, closed, and mounted by a new checkout in the same breath: it takes a second at most', async () => {
    const browser = createBrowser()
    const [a, b] = [await browser.open('a', sdk), await browser.open('b', sdk)]
    void a.mount()
    a.checkout.close()
    void b.mount()
    await browser.rest()
    b.clock.increment(second)
    await browser.rest()
    expect(state(b)).toBe('loading')
  })

  test('is held by a tab that does not speak: after a second the mount is refused, and later it is not', async () => {
    const browser = createBrowser()
    const b = await browser.open('b', sdk)
    const leave = browser.hold()
    const refused = b.mount()
    await browser.rest()
    expect(state(b)).toBe('init')
    b.clock.increment(second)
    expect(await refused).toMatchObject({ left: { reason: 'other-tab' } })
    leave()
    await browser.rest()
    void b.mount()
    await browser.rest()
    expect(state(b)).toBe('loading')
  })
})

describe('a tab that is gone in the middle of a payment', () => {
  test('leaves the question to the other one', async () => {
    const { browser, b } = await oneSubmitted({ inquire: () => new Promise(() => {}) })
    await browser.leave('a')
    expect(b.checkout.getSnapshot()).toMatchObject({ state: 'form', canSubmit: false })
    b.clock.increment(second)
    expect(b.checkout.getSnapshot()).toMatchObject({ state: 'confirming', busy: true, counts: { attempts: 1 } })
    await browser.rest()
    expect(await b.submit()).toMatchObject({ left: { reason: 'duplicate' } })
  })

  test('whose own answer then counts for both, when it comes back', async () => {
    const { browser, b } = await oneSubmitted()
    await browser.leave('a')
    b.clock.increment(second)
    const a = await browser.open('a', { inquire: async () => ({ paymentStatus: 'FAIL' }) })
    await browser.rest()
    expect([state(a), state(b)]).toEqual(['declined', 'declined'])
    expect(a.checkout.getSnapshot().canSubmit).toBe(false)
    expect(b.checkout.getSnapshot().canSubmit).toBe(true)
  })

  test('and was settled before a sleeping tab heard of it: that one does not bring it back', async () => {
    const browser = createBrowser()
    const inquire = async () => ({ paymentStatus: 'FAIL' })
    const own = (more = {}) => ({ storage: memory(), ...more })
    const [a, b, c] = [
      await browser.open('a', own()),
      await browser.open('b', own({ inquire })),
      await browser.open('c', own()),
    ]
    for (const tab of [a, b, c]) tab.tell('SDK_START_OF_LOADING', 'SDK_END_OF_LOADING')
    await browser.rest()
    void a.submit()
    await browser.rest()
    await browser.leave('a')
    b.clock.increment(second)
    // The server answers before anything of it arrives at the other tab.
    await browser.step('none')
    expect(state(b)).toBe('declined')
    await browser.rest()
    expect([state(b), state(c)]).toEqual(['declined', 'declined'])
  })

  test('with a network error before: the doubt is passed on', async () => {
    const { browser, a, b } = await oneSubmitted()
    a.tell('SDK_SUBMIT_NETWORK_ERROR')
    await browser.leave('a')
    b.clock.increment(second)
    expect(b.checkout.getSnapshot()).toMatchObject({ state: 'dismissed', submission: 'possible', canSubmit: false })
  })

  test('of three, both others know', async () => {
    const { browser, b } = await oneSubmitted()
    const c = await browser.open('c', { storage: memory() })
    c.tell('SDK_END_OF_LOADING')
    await browser.leave('a')
    for (const tab of [b, c, b]) {
      tab.clock.increment(second)
      await browser.rest()
    }
    expect([state(b), state(c)]).toEqual(['confirming', 'confirming'])
  })

  test('a word that comes after its lock is still heard', async () => {
    const { browser, a, b } = await oneSubmitted()
    a.tell('SDK_FORM_VERIFICATION_FAILED')
    await browser.rest()
    b.clock.increment(second)
    await browser.rest()
    expect(b.checkout.getSnapshot()).toMatchObject({ state: 'form', canSubmit: true })
  })

  test('what it has stored is seen before a submit, even if it was not heard', async () => {
    const storage = memory()
    const browser = createBrowser()
    const b = await browser.open('b', { storage })
    b.tell('SDK_END_OF_LOADING')
    // A tab of another browser process, whose words have not arrived.
    const other = createBrowser()
    const a = await other.open('a', { storage })
    a.tell('SDK_END_OF_LOADING')
    void a.submit()
    await other.rest()
    const refused = b.submit()
    await browser.rest()
    expect(await refused).toMatchObject({ left: { reason: 'duplicate' } })
    expect(state(b)).toBe('confirming')
    expect(b.submits).toBe(0)
    // It is not b's own payment: what another tab learns of it, counts.
    await browser.open('c', { storage, inquire: async () => ({ paymentStatus: 'FAIL' }) })
    await browser.rest()
    expect(state(b)).toBe('declined')
  })
})

describe('a platform without Web Locks, or without channels', () => {
  test.each<Platform>([
    { locks: 'none' },
    { locks: 'throw' },
    { locks: 'reject' },
    { channels: 'none' },
    { channels: 'throw' },
  ])('%o: each tab works as if it were alone', async (platform) => {
    const browser = createBrowser(platform)
    const [a, b] = [await browser.open('a'), await browser.open('b', { storage: memory() })]
    for (const tab of [a, b]) {
      tab.tell('SDK_END_OF_LOADING')
      void tab.submit()
      // In the same turn, as ever, where it is known from the start.
      if (platform.locks === 'none' || platform.channels) expect(tab.submits).toBe(1)
      await browser.rest()
      expect(tab.submits).toBe(1)
    }
  })
})

test('a checkout that is told not to look for other tabs is alone', async () => {
  const browser = createBrowser()
  const [a, b] = [await browser.open('a', { tabs: false }), await browser.open('b', { storage: memory() })]
  for (const tab of [a, b]) {
    tab.tell('SDK_END_OF_LOADING')
    void tab.submit()
  }
  await browser.rest()
  expect([a.submits, b.submits]).toEqual([1, 1])
})

test('what the tabs tell each other holds no card, no message and no code that we do not know', async () => {
  const { browser, a } = await oneSubmitted()
  const secret = '4111 1111 1111 1111'
  const result = {
    paymentStatus: 'FAIL',
    paymentResultCode: secret,
    paymentResultMessage: secret,
    cardPaymentResultInfo: { cardNo: secret, holdName: secret },
  }
  a.checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_CHALLENGE', message: secret, result })
  a.checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_FAIL', message: secret, result })
  a.checkout.callbacks.onError({ code: secret })
  await browser.rest()
  expect(browser.words.length).toBeGreaterThan(3)
  expect(JSON.stringify(browser.words)).not.toContain('4111 1111')
})
