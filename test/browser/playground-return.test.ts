import { afterAll, beforeAll, expect } from 'vitest'
import type { Playground } from '../../docs/playground/main.ts'
import { BUILDING, startBuilt, type Visit, visit } from './playground-rig.ts'
import { type Shop, test } from './rig.ts'

// The one scenario that really leaves the page. What comes back is a new document, with what the old one has stored.

let playground: Playground
beforeAll(async () => {
  playground = await startBuilt()
}, BUILDING)
afterAll(() => playground?.stop())

const atTheWallet = async (shop: Shop): Promise<Visit> => {
  const visitor = await visit(shop, playground)
  await visitor.choose('wallet')
  await visitor.until('[data-state="redirecting"]')
  await visitor.page.clock.runFor(2_000)
  await visitor.page.waitForURL('**/wallet.html*')
  return visitor
}

test('a buyer who has paid in the wallet is told so when he is back, and is offered nothing', async ({ shop }) => {
  const { page, until, errors } = await atTheWallet(shop)
  await page.getByRole('button', { name: 'Pay and go back' }).click()
  await page.waitForURL('**/?*')
  await until('[data-state="confirming"]')
  expect(await page.getByRole('status').textContent()).toContain('We are checking your payment')
  expect(await page.locator('#pay, #again').count()).toBe(0)
  // Who forgets the redirect shows an empty form, and takes the money twice.
  await page.locator('[data-naive="forgets-the-redirect"][data-harm="pays-twice"]').waitFor()
  await until('[data-state="succeeded"]')
  expect(errors).toEqual([])
})

test('a buyer who has refused in the wallet can pay in another way', async ({ shop }) => {
  const { page, until } = await atTheWallet(shop)
  await page.getByRole('button', { name: 'Refuse and go back' }).click()
  await until('[data-state="declined"]')
  await page.locator('#again').click()
  await until('[data-state="succeeded"]')
})

test('a buyer who has given no answer is not invited to pay again, however long it takes', async ({ shop }) => {
  const { page, until } = await atTheWallet(shop)
  await page.getByRole('button', { name: 'Go back without an answer' }).click()
  await until('[data-state="confirming"]')
  await page.clock.runFor(60_000)
  await page.getByText('please do not start another one').waitFor()
  expect(await page.locator('#pay, #again').count()).toBe(0)
})

test('the browser’s own way back leads to the same payment', async ({ shop }) => {
  const { page, until } = await atTheWallet(shop)
  await page.goBack()
  await until('[data-state="confirming"]')
  expect(await page.locator('#pay, #again').count()).toBe(0)
})
