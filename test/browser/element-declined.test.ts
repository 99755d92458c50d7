import { describe, expect } from 'vitest'
import { elementFailed, elementPaid } from '../../docs/stub/element-answers.ts'
import { elementQueryResult } from '../../docs/stub/element-session.ts'
import { answer, elementOf, openForm, openShop, submit } from './element-form.ts'
import { holdQuery } from './held-request.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

describe('a payment by Payment Element is declined', () => {
  test('and the same session may try again: the next submit pays', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    // By its reason alone an order that is closed would want a new session.
    const declined = elementFailed('ORDER_IS_CLOSED', { needChangeSessionForRetry: false })
    await answer(page, declined)
    expect(await tab.told('submit')).toEqual({ kind: 'done', value: declined })
    expect(await tab.view()).toMatchObject({
      state: 'declined',
      canSubmit: true,
      canMount: true,
      submission: 'none',
      nextStep: 'retry-same-session',
      payment: { paymentStatus: 'FAIL', paymentResultCode: 'ORDER_IS_CLOSED' },
    })

    await tab.submit()
    await page.submits(2)
    await answer(page, elementPaid())
    await tab.waitForState('succeeded')
    await record('element-declined-then-paid', 'Payment Element: FAIL, the same session may retry; then SUCCESS.', tab)
    expect(await tab.states()).toEqual([
      ...['init', 'loading', 'form', 'submitting', 'declined', 'submitting', 'succeeded'],
    ])
    expect(await tab.close()).toMatchObject({ status: 'succeeded', counts: { attempts: 2, duplicates: 0 } })
  })

  test('and another try needs a new session: a submit does not reach the SDK', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    // By its reason alone another card would do, in the same session.
    await answer(page, elementFailed('INVALID_CARD', { needChangeSessionForRetry: true }))
    await tab.told('submit')
    expect(await tab.view()).toMatchObject({
      state: 'declined',
      canSubmit: false,
      canMount: true,
      submission: 'none',
      nextStep: 'new-session',
    })
    await tab.submit()
    expect(await tab.told('submit', 2)).toMatchObject({ kind: 'refusal', state: 'declined' })
    expect(await page.submits(1)).toHaveLength(1)
    await record('element-declined', 'Payment Element: FAIL, and another try needs a new session.', tab)
    expect(await tab.close()).toMatchObject({ status: 'failed', safeToPayAgain: true, nextStep: 'new-session' })
  })

  test.for([
    [true, 'INVALID_CARD', { nextStep: 'new-session', canSubmit: false }],
    [false, 'ORDER_IS_CLOSED', { nextStep: 'retry-same-session', canSubmit: true }],
    [undefined, 'INVALID_CARD', { nextStep: 'change-method', canSubmit: true }],
    [undefined, 'ORDER_IS_CLOSED', { nextStep: 'new-session', canSubmit: false }],
  ] as const)(
    'the page does not say, the session says "no retry": %s, for %s',
    async ([noRetry, code, expected], { shop }) => {
      const query = holdQuery(shop)
      const tab = await openShop(shop)
      await tab.mount(elementOf())
      await query.answer({ success: true, ...elementQueryResult, notSupportRetryPayForSameSession: noRetry })
      const page = await tab.paymentPage()
      await tab.waitForState('form')
      await submit(tab, page)
      await answer(page, elementFailed(code))
      // The SDK writes into the answer what the session said.
      expect(await tab.told('submit')).toMatchObject({
        value: { error: { code, ...(noRetry !== undefined && { needChangeSessionForRetry: noRetry }) } },
      })
      expect(await tab.view()).toMatchObject({ state: 'declined', ...expected })
    },
  )

  test('for a reason that nobody knows: its status says so', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await answer(page, elementFailed('REASON_OF_TOMORROW'))
    expect(await tab.waitForState('declined')).toMatchObject({ nextStep: 'change-method', submission: 'none' })
  })
})

describe('Payment Element refuses before anything is sent', () => {
  test('an invalid form is corrected and paid', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await answer(page, elementFailed('FORM_INVALID'))
    await tab.told('submit')
    expect(await tab.view()).toMatchObject({
      state: 'form',
      canSubmit: true,
      submission: 'none',
      nextStep: 'fix-form',
      counts: { attempts: 1, verificationFailures: 1 },
    })
    await tab.submit()
    await page.submits(2)
    await answer(page, elementPaid())
    await tab.waitForState('succeeded')
    await record('element-form-invalid', 'Payment Element: FORM_INVALID, corrected, then SUCCESS.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', counts: { attempts: 2, verificationFailures: 1 } })
  })

  test('the same error without a status, as the SDK’s source says that it may come', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    const { error } = elementFailed('FORM_INVALID')
    await answer(page, { error })
    await tab.told('submit')
    expect(await tab.view()).toMatchObject({ state: 'form', nextStep: 'fix-form', submission: 'none' })
  })

  test('a component that was destroyed says UI_STATE_ERROR: nothing was sent, the form stays ready', async ({
    shop,
  }) => {
    const [tab] = await openForm(shop)
    await tab.unmount()
    await tab.submit()
    expect(await tab.told('submit')).toMatchObject({
      value: { status: 'FAIL', error: { code: 'UI_STATE_ERROR', needChangeSessionForRetry: false } },
    })
    expect(await tab.states()).toEqual(['init', 'loading', 'form', 'submitting', 'form'])
    expect(await tab.view()).toMatchObject({ canSubmit: true, submission: 'none', nextStep: 'none' })
    expect(await tab.close()).toMatchObject({ status: 'cancelled', safeToPayAgain: true })
  })

  test('a submit before the form is there does not reach the SDK, which would have let it through', async ({
    shop,
  }) => {
    const query = holdQuery(shop)
    const tab = await openShop(shop)
    await tab.mount(elementOf())
    const page = await tab.paymentPage('launched')
    await query.made()
    await tab.submit()
    expect(await tab.told('submit')).toMatchObject({ kind: 'refusal', reason: 'too-early', state: 'loading' })
    expect(await page.frame.evaluate(() => stub.submits.length)).toBe(0)

    // Past the checkout: since the mount was called the SDK takes itself for ready.
    await tab.submitPastCheckout()
    await page.submits(1)
    expect(await tab.view()).toMatchObject({ state: 'loading' })
  })
})
