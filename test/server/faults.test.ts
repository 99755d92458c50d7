import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Merchant, type Question, startMerchant } from './merchant.ts'
import { asking, openPage } from './page.ts'

const second = 1_000
const minute = 60 * second
const success = { paymentStatus: 'SUCCESS', paymentResultCode: 'SUCCESS' }

let merchant: Merchant
beforeEach(async () => {
  merchant = await startMerchant()
})
afterEach(() => merchant.stop())

test('a server that does not know yet is asked again until it does, one question after the other', async () => {
  const page = openPage(asking(merchant.url))
  const paths: string[] = []
  for (const [number, pause] of [1, 2, 4].entries()) {
    const question = await merchant.question(number + 1)
    paths.push(question.path)
    const pausing = page.clock.timer(pause * second)
    question.answer({ paymentStatus: 'PROCESSING' })
    await pausing
    page.clock.increment(pause * second)
  }
  const last = await merchant.question(4)
  last.answer(success)
  await page.until('succeeded')
  expect(paths).toEqual([1, 2, 3].map((attempt) => `/payments/order-1?attempt=${attempt}`))
  expect(page.checkout.close()).toMatchObject({ status: 'succeeded', confirmedBy: 'server' })
  expect(merchant.mostOpen()).toBe(1)
})

const HUGE = 'x'.repeat(8_000_000)

describe('a fault of the server is a try, and no answer', () => {
  test.each<[string, (question: Question) => void]>([
    ['it fails, with a page for people', ({ send }) => send('<html>Internal Server Error</html>', 500)],
    ['it fails, and says all the same that it succeeded', ({ answer }) => answer(success, 500)],
    ['it is overloaded, and says nothing', ({ send }) => send('', 503)],
    ['it resets the connection', ({ reset }) => reset()],
    [
      'it resets the connection in the middle of its answer',
      ({ response, reset }) => {
        response.writeHead(200, { 'content-length': 99 })
        response.write('{"paymentStatus":"SUCCESS"}', reset)
      },
    ],
    [
      'it ends its answer too early',
      ({ response }) => {
        response.writeHead(200).end('{"paymentStatus":"SUCC')
      },
    ],
    ['it does not answer in JSON', ({ send }) => send('SUCCESS')],
    ['it answers nothing', ({ send }) => send('')],
    ['it answers null', ({ send }) => send('null')],
    ['it answers a list', ({ answer }) => answer([success])],
    ['it answers in another shape', ({ answer }) => answer({ status: 'SUCCESS' })],
    ['it answers a status of another type', ({ answer }) => answer({ paymentStatus: ['SUCCESS'] })],
    ['it knows a status that we do not', ({ answer }) => answer({ paymentStatus: 'success' })],
    [
      'it contradicts itself: a success, with the code of a failure',
      ({ answer }) => answer({ paymentStatus: 'SUCCESS', paymentResultCode: 'RISK_REJECT' }),
    ],
    [
      'it contradicts itself: a failure that is under way',
      ({ answer }) => answer({ paymentStatus: 'FAIL', paymentResultCode: 'PAYMENT_IN_PROCESS' }),
    ],
    ['it answers far too much', ({ send }) => send(HUGE)],
    ['it answers far too much, and in JSON', ({ answer }) => answer({ status: 'SUCCESS', HUGE })],
  ])('%s', async (_what, does) => {
    const page = openPage(asking(merchant.url))
    const pausing = page.clock.timer(second)
    does(await merchant.question(1))
    await pausing
    expect(page.view()).toMatchObject({ state: 'confirming', busy: true, submission: 'certain' })
    page.clock.increment(second - 1)
    expect(page.tries()).toBe(1)
    page.clock.increment(1)
    const again = await merchant.question(2)
    again.answer(success)
    await page.until('succeeded')
    expect(merchant.asked()).toBe(2)
    expect(merchant.mostOpen()).toBe(1)
  })

  test('it is down, and comes up again', async () => {
    await merchant.stop()
    const page = openPage((question) => asking(merchant.url)(question))
    await page.clock.timer(second)
    const pausing = page.clock.timer(2 * second)
    page.clock.increment(second)
    await pausing
    merchant = await startMerchant()
    page.clock.increment(2 * second)
    const { path, answer } = await merchant.question(1)
    expect(path).toContain('attempt=3')
    answer(success)
    await page.until('succeeded')
  })
})

describe('a definite answer', () => {
  test('counts, however slow it is', async () => {
    const page = openPage(asking(merchant.url))
    const { answer } = await merchant.question(1)
    page.clock.increment(4 * minute)
    expect(page.view().busy).toBe(true)
    answer(success)
    await page.until('succeeded')
    expect(page.tries()).toBe(1)
  })

  test('counts, however large it is, and of it is kept what we know', async () => {
    const page = openPage(asking(merchant.url))
    const { answer } = await merchant.question(1)
    answer({ ...success, HUGE })
    await page.until('succeeded')
    expect(page.view().payment).toEqual(success)
  })

  test.each([
    ['FAIL', 'declined', 'failed'],
    ['CANCELLED', 'dismissed', 'cancelled'],
  ] as const)('%s: the checkout is %s', async (paymentStatus, state, status) => {
    const page = openPage(asking(merchant.url))
    const { answer } = await merchant.question(1)
    answer({ paymentStatus })
    await page.until(state)
    expect(page.checkout.close()).toMatchObject({ status, safeToPayAgain: true, confirmedBy: 'server' })
  })
})
