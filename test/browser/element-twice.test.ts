import { describe, expect } from 'vitest'
import { elementFailed, elementPaid } from '../../docs/stub/element-answers.ts'
import { answer, openForm, submit } from './element-form.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

const isOpen = { code: 'PAYMENT_IN_PROCESS' }

describe('submitPayment() is asked for twice', () => {
  test('ten clicks on the merchant’s button: one reaches the SDK, and is paid once', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await tab.page.evaluate(() => {
      for (let click = 0; click < 10; click += 1) merchant.submit()
    })
    for (let call = 2; call <= 10; call += 1)
      expect(await tab.told('submit', call)).toMatchObject({ kind: 'refusal', reason: 'duplicate' })
    expect(await page.submits(1)).toHaveLength(1)
    await answer(page, elementPaid())
    await tab.waitForState('succeeded')
    await record('element-ten-clicks', 'Payment Element: the merchant’s button pressed ten times; one is sent.', tab)
    expect(await tab.close()).toMatchObject({ status: 'succeeded', counts: { attempts: 1, duplicates: 9 } })
  })

  test('the SDK itself refuses nothing: both calls reach the payment page, each with an answer of its own', async ({
    shop,
  }) => {
    const [tab, page] = await openForm(shop)
    await tab.submitPastCheckout()
    await tab.submitPastCheckout()
    expect(await page.submits(2)).toHaveLength(2)
    await answer(page, elementPaid(), { at: 1 })
    await answer(page, elementFailed(isOpen.code), { at: 0 })
    expect(await tab.told('submit', 1)).toMatchObject({ value: { status: 'FAIL', error: isOpen } })
    expect(await tab.told('submit', 2)).toEqual({ kind: 'done', value: { status: 'SUCCESS' } })
  })

  test('an answer that names no call is the newest’s: the older one waits for ever', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await tab.submitPastCheckout()
    await tab.submitPastCheckout()
    await page.submits(2)
    await answer(page, elementPaid(), { byEvent: true })
    expect(await tab.told('submit', 2)).toEqual({ kind: 'done', value: { status: 'SUCCESS' } })
    await answer(page, elementPaid(), { byEvent: true })
    expect(await tab.page.evaluate(() => merchant.told('submit', 1))).toBeUndefined()
  })

  test('a second call behind the checkout’s back does not answer for the first', async ({ shop }) => {
    const [tab, page] = await openForm(shop)
    await submit(tab, page)
    await tab.submitPastCheckout()
    await page.submits(2)
    // The page refuses the repetition; the SDK hands that on to the second call alone.
    await answer(page, { code: 'REPEAT_REQ_REJECT', message: 'already submitted' }, { at: 1 })
    expect(await tab.told('submit', 2)).toMatchObject({ value: { code: 'REPEAT_REQ_REJECT' } })
    expect(await tab.view()).toMatchObject({ state: 'submitting', submission: 'certain' })
    await answer(page, elementPaid(), { at: 0 })
    expect(await tab.waitForState('succeeded')).toMatchObject({ counts: { attempts: 1 } })
  })
})
