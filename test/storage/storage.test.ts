import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createActor, SimulatedClock } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { toSaved, unreadable } from '../../machines/checkout.saved.ts'
import type { CheckoutEvent, CheckoutInput, SavedCheckout } from '../../machines/checkout.types.ts'
import { decodeCallback } from '../../src/boundary/decode-callback.ts'
import { createCheckout } from '../../src/controller/create-checkout.ts'
import { type CheckoutStorage, createKeeper } from '../../src/controller/storage.ts'
import { eventCode, foreignCode } from '../../src/testing/index.ts'
import { toView } from '../../src/view/to-view.ts'

const ID = 'order-1'

/** A Storage in memory that also remembers everything that was ever written to it. */
const memory = () => {
  const entries = new Map<string, string>()
  const written: string[] = []
  return {
    entries,
    written,
    getItem: (key: string): string | null => entries.get(key) ?? null,
    setItem: (key: string, value: string): void => {
      written.push(key, value)
      entries.set(key, value)
    },
    removeItem: (key: string): void => void entries.delete(key),
    /** The only entry. */
    sole(): readonly [key: string, value: string] {
      expect(entries.size).toBe(1)
      return [...entries][0] as [string, string]
    },
  }
}

/** What is saved of a checkout to which this has happened. */
const savedAfter = (events: readonly CheckoutEvent[], input: CheckoutInput = {}): SavedCheckout | null => {
  const actor = createActor(checkoutMachine, { input, clock: new SimulatedClock() }).start()
  for (const event of events) if (actor.getSnapshot().status === 'active') actor.send(event)
  const saved = toSaved(actor.getSnapshot(), (time) => time + 1_700_000_000_000)
  actor.stop()
  return saved
}

const sdk = (...codes: readonly string[]): CheckoutEvent[] =>
  codes.map((type) => ({ type: type as 'SDK_PAYMENT_WARN' }))

const FORM = sdk('SDK_START_OF_LOADING', 'SDK_END_OF_LOADING')
const DECLINED: CheckoutEvent = {
  type: 'SDK_PAYMENT_FAIL',
  result: { paymentStatus: 'FAIL', paymentResultCode: 'ORDER_IS_CLOSED' },
}

/** The page that comes back. */
const reload = (storage: CheckoutStorage, id = ID) => createKeeper(storage, id).load()

/** What an entry that holds this text comes back as. */
const readBack = (entry: string) => {
  const storage = memory()
  createKeeper(storage, ID).save(unreadable)
  storage.setItem(storage.sole()[0], entry)
  return reload(storage)
}

/** A good entry of a declined payment, to be spoilt. */
const goodEntry = (): { version: number; id: string; checkout: Record<string, unknown> } => {
  const storage = memory()
  createKeeper(storage, ID).save(savedAfter([...FORM, { type: 'checkout.submit' }, DECLINED]))
  return JSON.parse(storage.sole()[1])
}

const showing = (saved: SavedCheckout | undefined) =>
  toView(createActor(checkoutMachine, { input: { saved }, clock: new SimulatedClock() }).start().getSnapshot())

describe('a checkout that is kept', () => {
  test('nothing was kept: there is nothing to come back to', () => {
    expect(reload(memory())).toBeUndefined()
  })

  test.each<[string, readonly CheckoutEvent[], SavedCheckout['state']]>([
    ['a fresh checkout', [], 'init'],
    ['one that was loading', sdk('SDK_START_OF_LOADING'), 'init'],
    ['an open form whose button may have been pressed', FORM, 'dismissed'],
    ['a submit under way', [...FORM, { type: 'checkout.submit' }], 'confirming'],
    ['a 3-D Secure', [...FORM, ...sdk('SDK_PAYMENT_CHALLENGE')], 'confirming'],
    ['a redirect', [...FORM, ...sdk('SDK_REDIRECT')], 'confirming'],
    ['an open outcome', [...FORM, ...sdk('SDK_PAYMENT_PROCESSING')], 'confirming'],
    ['an open outcome that was closed', [...sdk('SDK_PAYMENT_PROCESSING'), { type: 'checkout.close' }], 'confirming'],
    ['a decline', [...FORM, DECLINED], 'declined'],
    ['a dismissed popup', [...FORM, { type: 'checkout.dismiss' }], 'dismissed'],
    ['a network error', [...FORM, ...sdk('SDK_SUBMIT_NETWORK_ERROR')], 'dismissed'],
    ['a broken component', sdk('SDK_CREATECOMPONENT_ERROR'), 'broken'],
  ])('%s comes back as it was saved', (_what, events, state) => {
    const saved = savedAfter(events, { sessionExpiresAt: 3_600_000, inquire: () => new Promise(() => {}) })
    expect(saved?.state).toBe(state)
    const storage = memory()
    createKeeper(storage, ID).save(saved)
    expect(reload(storage)).toStrictEqual(saved)
  })

  test('whatever the SDK sends, what was saved comes back', () => {
    const events = fc.array(
      fc.oneof(
        fc
          .tuple(
            fc.oneof(eventCode(), foreignCode()),
            fc.option(fc.string()),
            fc.constantFrom('onError', 'onEventCallback'),
          )
          .map(([code, reason, channel]) => {
            const decoded = decodeCallback({
              code,
              result: reason && { paymentStatus: 'FAIL', paymentResultCode: reason },
            })
            return (
              'right' in decoded ? { ...decoded.right, channel } : { type: 'checkout.undecodable' }
            ) as CheckoutEvent
          }),
        fc.constantFrom<CheckoutEvent>(
          { type: 'checkout.mount', sessionExpiresAt: 1_800_000_000_000 },
          { type: 'checkout.mount', sessionExpiresAt: new Date(Number.NaN) },
          { type: 'checkout.submit' },
          { type: 'checkout.dismiss' },
          { type: 'checkout.close' },
          { type: 'answer.open' },
          { type: 'SDK_PAYMENT_FAIL', channel: 'promise', needChangeSessionForRetry: false },
          { type: 'SDK_PAYMENT_FAIL', channel: 'promise', needChangeSessionForRetry: true },
        ),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(events, fc.constantFrom('sdk', 'merchant'), (happenings, submitButton) => {
        const saved = savedAfter(happenings, { submitButton })
        const storage = memory()
        createKeeper(storage, ID).save(saved)
        expect(reload(storage)).toStrictEqual(saved ?? undefined)
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 500) },
    )
  })

  test('the newest counts', () => {
    const storage = memory()
    const keeper = createKeeper(storage, ID)
    keeper.save(savedAfter(FORM))
    const newest = savedAfter([DECLINED])
    keeper.save(newest)
    expect(reload(storage)).toStrictEqual(newest)
    storage.sole()
  })

  test('what has not changed is not written again', () => {
    const storage = memory()
    const keeper = createKeeper(storage, ID)
    keeper.save(savedAfter([DECLINED]))
    keeper.save(savedAfter([DECLINED]))
    expect(storage.written).toHaveLength(2) // one key, one value
  })

  test('an outcome that was reached is forgotten', () => {
    const storage = memory()
    const keeper = createKeeper(storage, ID)
    keeper.save(savedAfter(sdk('SDK_PAYMENT_PROCESSING')))
    const reached = savedAfter(sdk('SDK_PAYMENT_SUCCESSFUL'))
    expect(reached).toBeNull()
    keeper.save(reached)
    expect(storage.entries.size).toBe(0)
    expect(keeper.load()).toBeUndefined()
    expect(reload(storage)).toBeUndefined()
  })

  test('to forget what was never kept does nothing', () => {
    const storage = memory()
    createKeeper(storage, ID).save(null)
    expect(storage.entries.size).toBe(0)
  })

  test.each(['order-2', '', 'ORDER-1', 'order-1 ', '__proto__'])('another order, "%s", does not see it', (other) => {
    const storage = memory()
    createKeeper(storage, ID).save(savedAfter(sdk('SDK_PAYMENT_PROCESSING')))
    expect(reload(storage, other)).toBeUndefined()
    createKeeper(storage, other).save(savedAfter([DECLINED]))
    expect(reload(storage, other)?.state).toBe('declined')
    expect(reload(storage)?.state).toBe('confirming')
    createKeeper(storage, other).save(null)
    expect(reload(storage)?.state).toBe('confirming')
  })

  test('the page’s own entries are left alone', () => {
    const storage = memory()
    storage.setItem(ID, 'the page’s')
    const keeper = createKeeper(storage, ID)
    keeper.save(savedAfter(FORM))
    keeper.save(null)
    expect([...storage.entries]).toEqual([[ID, 'the page’s']])
  })
})

describe('an entry that cannot be trusted comes back as an open payment', () => {
  test('which shows no form and asks for no money', () => {
    expect(showing(readBack('nonsense'))).toMatchObject({
      state: 'confirming',
      submission: 'certain',
      nextStep: 'ask-server',
      canMount: false,
      canSubmit: false,
    })
  })

  test('the good entry that the next ones spoil is trusted', () => {
    expect(readBack(JSON.stringify(goodEntry()))).toMatchObject({ state: 'declined', counts: { attempts: 1 } })
  })

  test('it is cut off, at any place', () => {
    const entry = JSON.stringify(goodEntry())
    for (let length = 0; length < entry.length; length += 1) {
      expect(readBack(entry.slice(0, length)), `${length} characters of ${entry.length}`).toStrictEqual(unreadable)
    }
  })

  test.each([
    '',
    ' ',
    'null',
    'true',
    '42',
    '"declined"',
    '[]',
    '{}',
    'undefined',
    '<html>',
    '[object Object]',
    '\u0000',
  ])('it is %j', (entry) => expect(readBack(entry)).toStrictEqual(unreadable))

  test.each<[string, unknown]>([
    ['older', 0],
    ['newer', 2],
    ['a text', '1'],
    ['null', null],
    ['missing', undefined],
  ])('its version is %s', (_what, version) => {
    expect(readBack(JSON.stringify({ ...goodEntry(), version }))).toStrictEqual(unreadable)
  })

  test.each<[string, unknown]>([
    ['another order’s', 'order-2'],
    ['empty', ''],
    ['a number', 1],
    ['missing', undefined],
  ])('its id is %s', (_what, id) => {
    expect(readBack(JSON.stringify({ ...goodEntry(), id }))).toStrictEqual(unreadable)
  })

  test.each(Object.keys(goodEntry().checkout))('its %s is missing', (name) => {
    const { checkout, ...entry } = goodEntry()
    delete checkout[name]
    expect(readBack(JSON.stringify({ ...entry, checkout }))).toStrictEqual(unreadable)
  })

  const counts = { attempts: 1, duplicates: 0, verificationFailures: 0 }
  test.each<[string, object]>([
    ['a state that no page comes back to', { state: 'form' }],
    ['an outcome', { state: 'succeeded' }],
    ['a state that nobody knows', { state: 'paid' }],
    ['a state of no type', { state: null }],
    ['a fresh checkout with an unseen submit', { state: 'init', doubt: 'form' }],
    ['a fresh checkout with an unanswered submit', { state: 'init', doubt: 'attempt' }],
    ['a decline with an unseen submit', { doubt: 'form' }],
    ['a decline with an unanswered submit', { doubt: 'attempt' }],
    ['a doubt that nobody knows', { doubt: 'some' }],
    ['no doubt at all', { doubt: null }],
    ['a decline without a word of the session', { decline: { nextStep: 'change-method' } }],
    ['a decline without advice', { decline: { sameSession: true } }],
    ['a decline that advises to wait', { decline: { nextStep: 'wait', sameSession: true } }],
    ['a decline that shows success', { decline: { nextStep: 'show-success', sameSession: true } }],
    ['a decline whose outcome is open', { decline: { nextStep: 'ask-server', sameSession: true } }],
    ['a decline that is a text', { decline: 'change-method' }],
    ['a cause of another type', { cause: 42 }],
    ['a far too long cause', { cause: 'x'.repeat(1_025) }],
    ['a far too long reason', { paymentResultCode: 'x'.repeat(1_025) }],
    ['a negative count', { counts: { ...counts, attempts: -1 } }],
    ['half an attempt', { counts: { ...counts, attempts: 0.5 } }],
    ['a count that is a text', { counts: { ...counts, duplicates: '1' } }],
    ['a count that is missing', { counts: { attempts: 1, duplicates: 0 } }],
    ['no counts', { counts: null }],
    ['half a component error', { componentErrors: 1.5 }],
    ['a confirmation by somebody else', { confirmedBy: 'me' }],
    ['a session that ends on a date in words', { sessionExpiresAt: 'tomorrow' }],
    ['a question that ends on a date in words', { inquiryEndsAt: '2026-01-01' }],
  ])('it was edited by hand: %s', (_what, edit) => {
    const { checkout, ...entry } = goodEntry()
    expect(readBack(JSON.stringify({ ...entry, checkout: { ...checkout, ...edit } }))).toStrictEqual(unreadable)
  })

  test.each(['1e999', '-1e999'])('it was edited by hand: a time of %s', (time) => {
    const entry = JSON.stringify(goodEntry()).replace('"sessionExpiresAt":null', `"sessionExpiresAt":${time}`)
    expect(entry).toContain(time)
    expect(readBack(entry)).toStrictEqual(unreadable)
  })

  test('its checkout is no object', () => {
    for (const checkout of [null, undefined, 'declined', 42, []]) {
      expect(readBack(JSON.stringify({ ...goodEntry(), checkout }))).toStrictEqual(unreadable)
    }
  })

  test('it is five megabytes of text, of JSON, or of a cause', () => {
    const huge = 'x'.repeat(5_000_000)
    const { checkout, ...entry } = goodEntry()
    expect(readBack(huge)).toStrictEqual(unreadable)
    expect(readBack(`[${'0,'.repeat(2_500_000)}0]`)).toStrictEqual(unreadable)
    expect(readBack('['.repeat(5_000_000))).toStrictEqual(unreadable)
    expect(readBack(JSON.stringify({ ...entry, checkout: { ...checkout, cause: huge } }))).toStrictEqual(unreadable)
  })

  test('what was added to it by hand is not taken over, and costs it our trust', () => {
    const { checkout, ...entry } = goodEntry()
    const more = JSON.parse('{"cardNo":"4111","__proto__":{"polluted":true}}') as object
    const edited = { ...entry, ...more, checkout: { ...checkout, ...more, counts: { ...counts, ...more } } }
    expect(readBack(JSON.stringify(edited))).toStrictEqual(unreadable)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('a storage that throws costs nothing but the survival', () => {
  const throws = (): never => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  }

  test('it cannot be read: there is nothing to come back to', () => {
    expect(reload({ ...memory(), getItem: throws })).toBeUndefined()
  })

  test('it is full: what was kept before stays', () => {
    const storage = memory()
    const before = savedAfter(sdk('SDK_PAYMENT_PROCESSING'))
    createKeeper(storage, ID).save(before)
    expect(() => createKeeper({ ...storage, setItem: throws }, ID).save(savedAfter([DECLINED]))).not.toThrow()
    expect(reload(storage)).toStrictEqual(before)
  })

  test('it was full for a moment: what could not be kept then is kept with the next save', () => {
    const storage = memory()
    let isFull = false
    const keeper = createKeeper(
      { ...storage, setItem: (key, value) => (isFull ? throws() : storage.setItem(key, value)) },
      ID,
    )
    keeper.save(savedAfter([]))
    isFull = true
    const open = savedAfter(sdk('SDK_PAYMENT_PROCESSING'))
    keeper.save(open)
    isFull = false
    keeper.save(open)
    // Else a fresh form comes back over a payment under way.
    expect(reload(storage)).toStrictEqual(open)
  })

  test('it could not be cleared for a moment: what is over is forgotten with the next save', () => {
    const storage = memory()
    let isLocked = true
    const keeper = createKeeper(
      { ...storage, removeItem: (key) => (isLocked ? throws() : storage.removeItem(key)) },
      ID,
    )
    keeper.save(savedAfter(sdk('SDK_PAYMENT_PROCESSING')))
    keeper.save(null)
    isLocked = false
    keeper.save(null)
    expect(reload(storage)).toBeUndefined()
  })

  test('it forgets nothing', () => {
    expect(() => createKeeper({ ...memory(), removeItem: throws }, ID).save(null)).not.toThrow()
  })

  test('it is not there at all', () => {
    const keeper = createKeeper(
      new Proxy({} as CheckoutStorage, {
        get: throws,
      }),
      ID,
    )
    expect(keeper.load()).toBeUndefined()
    expect(() => {
      keeper.save(savedAfter(FORM))
      keeper.save(null)
    }).not.toThrow()
  })

  test.each(['getItem', 'setItem', 'removeItem'])('%s: the checkout goes from its form to its end as ever', (name) => {
    const checkout = createCheckout({
      storage: { ...memory(), [name]: throws },
      id: ID,
      submitButton: 'merchant',
      clock: new SimulatedClock(),
    })
    checkout.callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
    expect(checkout.getSnapshot()).toMatchObject({ state: 'form', canSubmit: true })
    void checkout.submit(() => new Promise(() => {}))
    checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_SUCCESSFUL' })
    expect(checkout.getSnapshot()).toMatchObject({ state: 'succeeded', diagnostics: { anomalies: { count: 0 } } })
  })
})

describe('nothing but what is needed is kept', () => {
  const SECRET = 'SECRET'
  const texts = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, `${SECRET} ${name}`]))
  const card = texts([
    'cardNo',
    'cardBrand',
    'cardBin',
    'lastFour',
    'issuerName',
    'issuingCountry',
    'funding',
    'avsResultRaw',
    'cvvResultRaw',
    'holdName',
    'fingerprint',
    'expiryMonth',
    'expiryYear',
  ])
  const payload = (paymentStatus: string | undefined, paymentResultCode?: string) => ({
    ...texts(['paymentResultMessage', 'sessionData', 'customerId']),
    paymentStatus,
    paymentResultCode,
    cardPaymentResultInfo: { ...card, cvv: SECRET },
    popRiskDecisionResultInfo: texts(['riskDecision', 'riskAuthDecision']),
    result: texts(['resultCode', 'resultStatus', 'resultMessage']),
  })

  /** A checkout in a page that was told cards and secrets in every state. */
  const tellSecrets = (storage: CheckoutStorage, id: string, ...codes: readonly string[]): void => {
    const checkout = createCheckout({
      storage,
      id,
      submitButton: 'merchant',
      clock: new SimulatedClock(),
      inquire: () => Promise.reject(new Error(SECRET)),
    })
    const { onEventCallback, onError } = checkout.callbacks
    void checkout.mount(() => Promise.reject(new Error(SECRET)))
    onEventCallback({ code: 'SDK_END_OF_LOADING', message: SECRET, result: payload('PENDING') })
    void checkout.submit(() => Promise.resolve({ status: SECRET, error: { code: SECRET, message: SECRET } }))
    for (const code of codes) {
      onEventCallback({ code, message: SECRET, result: payload('FAIL', 'INVALID_CARD') })
      onEventCallback({ code, message: SECRET, result: payload(undefined, SECRET) })
      onEventCallback({ code, message: SECRET, result: payload(SECRET, 'INVALID_CARD') })
      onError({ code, message: SECRET, stack: SECRET, result: payload('FAIL', SECRET) })
      onEventCallback(code, JSON.stringify(payload('FAIL', SECRET)))
    }
    // A code of its own, as a newer SDK might send one.
    onError({ code: `SDK_${SECRET}`, message: SECRET })
    onEventCallback({ code: `checkout.${SECRET}` })
  }

  test.each([
    ['a form', []],
    ['a 3-D Secure', ['SDK_PAYMENT_CHALLENGE']],
    ['an open outcome', ['SDK_PAYMENT_PROCESSING']],
    ['a contradicted success', ['SDK_PAYMENT_SUCCESSFUL']],
    ['a decline', ['SDK_PAYMENT_FAIL']],
    ['a cancel', ['SDK_PAYMENT_CANCEL']],
    ['a decline after an open outcome', ['SDK_PAYMENT_ERROR', 'SDK_PAYMENT_FAIL']],
    ['a broken component', ['SDK_PAYMENT_RETRY', 'SDK_CREATECOMPONENT_ERROR']],
    ['a failed redirect', ['SDK_PAYMENT_FAIL', 'SDK_CALL_URL_ERROR']],
  ])('of %s: no card, no name, no message, nothing that only looks like a code', async (_what, codes) => {
    const storage = memory()
    tellSecrets(storage, ID, ...codes)
    await new Promise((resolve) => setTimeout(resolve))
    expect(storage.written.length).toBeGreaterThan(2)
    expect(storage.written.join('\n')).not.toContain(SECRET)
  })

  test('the entry has these fields, and no others', () => {
    const { checkout, ...entry } = goodEntry()
    expect(entry).toStrictEqual({ version: 1, id: ID, savedAt: expect.any(Number), sum: expect.any(Number) })
    expect(Object.keys(checkout).sort()).toEqual([
      'cause',
      'componentErrors',
      'confirmedBy',
      'counts',
      'decline',
      'doubt',
      'inquiryEndsAt',
      'paymentResultCode',
      'sessionExpiresAt',
      'state',
    ])
    expect(Object.keys(checkout['counts'] as object).sort()).toEqual(['attempts', 'duplicates', 'verificationFailures'])
    expect(Object.keys(checkout['decline'] as object).sort()).toEqual(['nextStep', 'sameSession'])
  })

  test('what a decline said of itself comes back: its reason and its advice', () => {
    const storage = memory()
    createKeeper(storage, ID).save(savedAfter([...FORM, DECLINED]))
    expect(showing(reload(storage))).toMatchObject({
      state: 'declined',
      nextStep: 'new-session',
      payment: { paymentResultCode: 'ORDER_IS_CLOSED' },
      canSubmit: false,
      canMount: true,
    })
  })
})
