import { expect } from 'vitest'
import { paid } from '../../docs/stub/results.ts'
import { record } from './record.ts'
import { test } from './rig.ts'

test('a form that is wrong is put right; its submission, sent twice, is one payment', async ({ shop }) => {
  const tab = await shop.open()
  const page = await tab.openForm()

  await page.send('SDK_FORM_VERIFICATION_FAILED')
  await expect.poll(() => tab.view()).toMatchObject({ nextStep: 'fix-form' })
  expect(await tab.view()).toMatchObject({ state: 'form', busy: false, counts: { verificationFailures: 1 } })

  // The buyer's click on the SDK's button is not announced: this is the first that is heard of it.
  await page.send('SDK_DUPLICATE_SUBMISSION_BEHAVIOR')
  expect(await tab.waitForState('submitting')).toMatchObject({ busy: true, canSubmit: false, submission: 'certain' })
  await page.send('SDK_DUPLICATE_SUBMISSION_BEHAVIOR')
  await expect.poll(() => tab.view()).toMatchObject({ counts: { duplicates: 1 } })

  await page.send('SDK_PAYMENT_SUCCESSFUL', paid())
  await tab.waitForState('succeeded')
  expect(await tab.states()).toEqual(['init', 'loading', 'form', 'submitting', 'succeeded'])
  await record(
    'browser-form-checks',
    'A failed form check, two repeated clicks on the SDK’s button, then success.',
    tab,
  )
  expect(await tab.close()).toMatchObject({
    status: 'succeeded',
    counts: { attempts: 1, duplicates: 1, verificationFailures: 1 },
  })
})

test('by a person: the form is wrong once, then right', async ({ shop }) => {
  const tab = await shop.open()
  const page = await tab.openForm({ scenario: 'invalid-form' })
  await page.press('pay')
  await expect.poll(() => tab.view()).toMatchObject({ state: 'form', nextStep: 'fix-form' })
  await page.press('pay')
  await tab.waitForState('succeeded')
  expect(await tab.states()).toEqual(['init', 'loading', 'form', 'succeeded'])
})
