import { build } from 'vite'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { builtFiles } from '../../docs/examples/built-files.ts'
import { declined, paid, processing } from '../../docs/stub/results.ts'
import { createPaymentPage } from './payment-page.ts'
import { test } from './rig.ts'
import { type ServedShop, serveShop } from './serve-shop.ts'
import { type Visit, visit } from './ui-visit.ts'

// The same page in plain DOM, React, Vue and Svelte (docs/examples/ui), as a buyer has it: by words and by names.
const layers = ['plain', 'react', 'vue', 'svelte'] as const

const says = {
  wait: 'One moment, please.',
  fillIn: 'Fill in your payment details, then press Pay.',
  fixForm: 'Please correct what is marked in the form.',
  sending: 'Your payment is being sent. Please stay on this page.',
  declined: 'Your payment was declined. Please use another card or another way to pay.',
  startAnew: 'The payment was not made, and this attempt is over. You can try again.',
  tryAgain: 'The payment was not made. You can try again.',
  checking: 'We are checking your payment. There is nothing that you have to do.',
  noAnswer: 'The shop does not answer. Please load this page again.',
  thanks: 'Thank you. Your payment has arrived.',
}

let pages: ServedShop

beforeAll(async () => {
  const built = await build({
    configFile: 'docs/examples/ui/vite.config.ts',
    logLevel: 'error',
    // React's double effects (StrictMode) and the frameworks' own warnings are only in a build for development.
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { write: false, minify: false },
  })
  pages = await serveShop(builtFiles(built))
})
afterAll(() => pages.stop())

const checkoutIn = (layer: (typeof layers)[number]): string => `${pages.origin}/${layer}/index.html#/checkout/1001`

const expectResult = async ({ page, reads, complaints }: Visit): Promise<void> => {
  await reads(says.thanks)
  expect(await page.getByRole('heading').textContent()).toBe('Result')
  expect(await page.getByRole('button').count()).toBe(0)
  expect(await page.getByRole('region').count()).toBe(0)
  expect(complaints).toEqual([])
}

describe.each(layers)('the page in %s', (layer) => {
  test('takes a payment, in one component', async ({ shop }) => {
    const buyer = await visit(shop, checkoutIn(layer), ['success'])
    await buyer.reads(says.fillIn)
    expect(await buyer.page.getByRole('progressbar').count()).toBe(0)
    expect(await buyer.page.getByRole('region', { name: 'Payment details' }).count()).toBe(1)
    await buyer.button('Pay').click()
    await expectResult(buyer)
    expect(buyer.done).toEqual({ payments: 1, mounts: 1 })
  })

  test('asks for a correction of the form, and takes the payment then', async ({ shop }) => {
    const buyer = await visit(shop, checkoutIn(layer), ['invalid-form'])
    await buyer.button('Pay').click()
    await buyer.reads(says.fixForm)
    await buyer.button('Pay').click()
    await expectResult(buyer)
  })

  // The payment page answers no `submit()` here: its promise never settles.
  test('after a decline, takes another try in the same form', async ({ shop }) => {
    const buyer = await visit(shop, checkoutIn(layer), ['manual'])
    const form = await buyer.form()
    await buyer.button('Pay').click()
    await buyer.reads(says.sending)
    expect(await buyer.button('Pay').isDisabled()).toBe(true)
    await form.send('SDK_PAYMENT_FAIL', declined('ISSUER_REJECTS_TRANSACTION'))
    await buyer.reads(says.declined)
    expect(await buyer.button('Try again').count()).toBe(0)
    await buyer.button('Pay').click()
    await form.submits(2)
    await form.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await expectResult(buyer)
    expect(buyer.done).toEqual({ payments: 1, mounts: 1 })
  })

  test('after a decline that ends the session, starts anew with another payment', async ({ shop }) => {
    const buyer = await visit(shop, checkoutIn(layer), ['manual', 'success'])
    const form = await buyer.form()
    await buyer.button('Pay').click()
    await form.send('SDK_PAYMENT_FAIL', declined('ORDER_IS_CLOSED'))
    await buyer.reads(says.startAnew)
    expect(await buyer.button('Pay').count()).toBe(0)
    await buyer.button('Try again').click()
    await buyer.button('Pay').click()
    await expectResult(buyer)
    expect(buyer.done).toEqual({ payments: 2, mounts: 2 })
  })

  test('sends ten fast clicks to the SDK as one', async ({ shop }) => {
    const buyer = await visit(shop, checkoutIn(layer), ['manual'])
    const form = await buyer.form()
    await buyer.button('Pay').evaluate((button: { click(): void }) => {
      for (let clicks = 0; clicks < 10; clicks += 1) button.click()
    })
    await form.submits(1)
    await form.send('SDK_PAYMENT_SUCCESSFUL', paid())
    await expectResult(buyer)
    expect(await form.submits(1)).toHaveLength(1)
  })

  test('while a payment is processed says so, offers no other, and asks the server', async ({ shop }) => {
    const buyer = await visit(shop, checkoutIn(layer), ['manual'])
    const form = await buyer.form()
    await buyer.button('Pay').click()
    await form.send('SDK_PAYMENT_PROCESSING', processing())
    await buyer.reads(says.checking)
    expect(await buyer.page.getByRole('button').count()).toBe(0)
    expect(await buyer.page.getByRole('progressbar', { name: 'Please wait' }).count()).toBe(1)
    buyer.server.paymentStatus = 'SUCCESS'
    await expectResult(buyer)
  })

  test('offers to try again when the component breaks, with the same session, and takes the payment then', async ({
    shop,
  }) => {
    const buyer = await visit(shop, checkoutIn(layer), ['manual'])
    await (await buyer.form()).send('SDK_CREATECOMPONENT_ERROR')
    await buyer.reads(says.tryAgain)
    expect(await buyer.button('Pay').count()).toBe(0)
    await buyer.button('Try again').click()
    await buyer.button('Pay').click()
    await (await buyer.form()).send('SDK_PAYMENT_SUCCESSFUL', paid())
    await expectResult(buyer)
    expect(buyer.done).toEqual({ payments: 1, mounts: 2 })
  })

  test('left before anything was sent, is gone, and begins anew when the buyer comes back', async ({ shop }) => {
    const buyer = await visit(shop, checkoutIn(layer), ['success'])
    await buyer.form()
    await buyer.leaves()
    await buyer.page.getByRole('status').waitFor({ state: 'detached' })
    expect(await buyer.page.locator('#page *, iframe[src*="instanceId="]').count()).toBe(0)
    await buyer.comesBack()
    await buyer.button('Pay').click()
    await expectResult(buyer)
    expect(buyer.done).toEqual({ payments: 1, mounts: 2 })
  })

  test('left with a payment under way, stops asking, and asks again when the buyer comes back', async ({ shop }) => {
    await shop.context.clock.install()
    const buyer = await visit(shop, checkoutIn(layer), ['manual'])
    const form = await buyer.form()
    await buyer.button('Pay').click()
    await form.send('SDK_PAYMENT_PROCESSING', processing())
    await buyer.reads(says.checking)
    await buyer.leaves()
    await buyer.page.getByRole('status').waitFor({ state: 'detached' })
    const { inquiries } = buyer.server
    await buyer.page.clock.fastForward(60_000)
    await buyer.page.evaluate(() => fetch('/'))
    expect(buyer.server.inquiries).toBe(inquiries)

    await buyer.comesBack()
    await buyer.reads(says.checking)
    expect(await buyer.page.getByRole('button').count()).toBe(0)
    buyer.server.paymentStatus = 'SUCCESS'
    await expectResult(buyer)
    expect(buyer.done).toEqual({ payments: 1, mounts: 1 })
  })
})

describe('what the pages share', () => {
  test('a component that does not load in time can be tried again', async ({ shop }) => {
    await shop.context.clock.install()
    const buyer = await visit(shop, checkoutIn('plain'), ['never-loads'])
    await createPaymentPage(buyer.page, 'opened')
    await buyer.page.clock.fastForward(16_000)
    await buyer.reads(says.tryAgain)
    await buyer.button('Try again').click()
    await buyer.reads(says.wait)
    await (await createPaymentPage(buyer.page, 'opened')).launch()
    await buyer.button('Pay').click()
    await (await buyer.form()).send('SDK_PAYMENT_SUCCESSFUL', paid())
    await expectResult(buyer)
    expect(buyer.done).toEqual({ payments: 1, mounts: 2 })
  })

  test('a shop that does not answer is told, and the page can be loaded again', async ({ shop }) => {
    const buyer = await visit(shop, checkoutIn('plain'), ['success'], { isDown: true })
    await buyer.reads(says.noAnswer)
    buyer.server.isDown = false
    await buyer.page.reload()
    await buyer.button('Pay').click()
    await expectResult(buyer)
  })

  test('of an order that is being paid elsewhere, no form is shown: the server is asked', async ({ shop }) => {
    const buyer = await visit(shop, checkoutIn('plain'), [], { isUnderWay: true })
    await buyer.reads(says.checking)
    expect(await buyer.page.getByRole('button').count()).toBe(0)
    buyer.server.paymentStatus = 'SUCCESS'
    await expectResult(buyer)
    expect(buyer.done.mounts).toBe(0)
  })

  test('a payment that was under way when the page was reloaded is asked about, and not begun anew', async ({
    shop,
  }) => {
    const buyer = await visit(shop, checkoutIn('plain'), ['manual'])
    await buyer.form()
    await buyer.button('Pay').click()
    await buyer.reads(says.sending)
    await buyer.page.reload()
    await buyer.reads(says.checking)
    buyer.server.paymentStatus = 'SUCCESS'
    await expectResult(buyer)
    expect(buyer.done).toEqual({ payments: 1, mounts: 1 })
  })
})
