import { describe, expect } from 'vitest'
import { elementCanceled3D, elementFailed, elementPaid } from '../../docs/stub/element-answers.ts'
import { answer, openForm, submit } from './element-form.ts'
import { record } from './record.ts'
import { type Shop, test } from './rig.ts'

// Money may be moving: the server is asked, and nobody says "pay again".
const nobodyKnows = {
  state: 'confirming',
  final: false,
  canMount: false,
  canSubmit: false,
  submission: 'certain',
  nextStep: 'ask-server',
}
const unresolved = { status: 'unresolved', safeToPayAgain: false, confirmedBy: null, nextStep: 'ask-server' }

/** The merchant's server, which answers so. */
const serverSays = (shop: Shop, json: unknown): { readonly inquireAt: string } => {
  shop.intercept(async ({ url }, route) => {
    if (!url.endsWith('/payments/1')) return false
    await route.fulfill({ json })
    return true
  })
  return { inquireAt: '/payments/1' }
}

describe('the buyer cancels 3-D Secure in Payment Element', () => {
  test('it was submitted all the same: nobody says "pay again"', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await page.send('SDK_PAYMENT_CHALLENGE')
    expect(await tab.waitForState('challenge')).toMatchObject({ submission: 'certain', nextStep: 'wait' })
    await answer(page, elementCanceled3D())
    expect(await tab.told('submit')).toMatchObject({ value: { status: 'FAIL', userCanceled3D: true } })
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'submitting', 'challenge', 'confirming'])
    expect(await tab.view()).toMatchObject(nobodyKnows)

    await tab.submit()
    expect(await tab.told('submit', 2)).toMatchObject({ kind: 'refusal', reason: 'duplicate' })
    expect(await page.submits(1)).toHaveLength(1)
    await record(
      'element-3ds-cancelled',
      'Payment Element: the buyer closes the issuer’s window, and presses pay again.',
      tab,
    )
    expect(await tab.close()).toMatchObject(unresolved)
  })

  test('with no word of a challenge before', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await answer(page, { status: 'FAIL', userCanceled3D: true })
    await tab.told('submit')
    expect(await tab.view()).toMatchObject(nobodyKnows)
  })

  test.for([
    ['SUCCESS', 'succeeded', { canSubmit: false, nextStep: 'show-success' }],
    ['FAIL', 'declined', { canSubmit: true, submission: 'none', nextStep: 'change-method' }],
    ['CANCELLED', 'dismissed', { canMount: true, submission: 'none', nextStep: 'retry-same-session' }],
  ] as const)('the server says %s: %s', async ([paymentStatus, state, expected], { shop }) => {
    const [tab, page] = await openForm(shop, serverSays(shop, { paymentStatus }))
    await submit(tab, page)
    await answer(page, elementCanceled3D())
    expect(await tab.waitForState(state)).toMatchObject(expected)
    expect(await tab.states()).toContain('confirming')
  })
})

describe('Payment Element does not know what became of it', () => {
  test.for([
    ['SUBMIT_PAYMENT_TIMEOUT', elementFailed('SUBMIT_PAYMENT_TIMEOUT', { needChangeSessionForRetry: false })],
    ['PAYMENT_RESULT_TIMEOUT', elementFailed('PAYMENT_RESULT_TIMEOUT')],
    ['a repetition that was refused', elementFailed('REPEAT_REQ_REJECT', { needChangeSessionForRetry: false })],
    ['a declined card without a status', { error: elementFailed('INVALID_CARD').error }],
    ['PROCESSING', { status: 'PROCESSING' }],
    ['CANCELLED', { status: 'CANCELLED' }],
  ] as const)('%s: nobody says "pay again"', async ([, value], { shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await answer(page, value)
    await tab.told('submit')
    expect(await tab.view()).toMatchObject(nobodyKnows)
    expect(await tab.close()).toMatchObject(unresolved)
  })

  test('a time-out of the result, and then the result: a success is believed late', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await answer(page, elementFailed('PAYMENT_RESULT_TIMEOUT'))
    await tab.waitForState('confirming')
    await page.send('SDK_PAYMENT_SUCCESSFUL', { paymentStatus: 'SUCCESS' })
    await tab.waitForState('succeeded')
    await record('element-result-timeout', 'Payment Element: PAYMENT_RESULT_TIMEOUT, then success by callback.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', counts: { attempts: 1 } })
  })

  test('an answer that the SDK cannot read', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    // Not even the envelope: the SDK makes an error of its own of it.
    await page.frame.evaluate(() => stub.emit(stub.submits[0]?.id ?? '', null))
    expect(await tab.told('submit')).toMatchObject({
      value: { status: 'FAIL', error: { code: 'ERR_DATA_STRUCT_UNRECOGNIZED' } },
    })
    expect(await tab.view()).toMatchObject(nobodyKnows)
  })

  test('no answer at all: the SDK waits for ever, and the checkout does not', async ({ shop }) => {
    await shop.context.clock.install()
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await tab.page.clock.fastForward('00:59')
    expect(await tab.view()).toMatchObject({ state: 'submitting' })
    await tab.page.clock.fastForward('00:02')
    expect(await tab.waitForState('confirming')).toMatchObject(nobodyKnows)
    await tab.page.clock.fastForward('01:00:00')
    expect(await tab.page.evaluate(() => merchant.told('submit', 1))).toBeUndefined()

    // An hour later it is answered.
    await answer(page, elementPaid())
    expect(await tab.waitForState('succeeded')).toMatchObject({ counts: { attempts: 1 } })
  })

  test('no answer in time, and then a decline: it is that attempt’s own, and settles it', async ({ shop }) => {
    await shop.context.clock.install()
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await tab.page.clock.fastForward('01:01')
    await tab.waitForState('confirming')
    await answer(page, elementFailed('INVALID_CARD'))
    await tab.told('submit')
    expect(await tab.view()).toMatchObject({ state: 'declined', submission: 'none', canSubmit: true })
  })

  test('destroyed in the middle of a payment: the promise never settles, the deadline decides', async ({ shop }) => {
    await shop.context.clock.install()
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await tab.unmount()
    expect(await tab.view()).toMatchObject({ state: 'submitting', submission: 'certain' })
    await tab.page.clock.fastForward('01:01')
    expect(await tab.waitForState('confirming')).toMatchObject(nobodyKnows)
    expect(await tab.page.evaluate(() => merchant.told('submit', 1))).toBeUndefined()
  })
})
