import { expect } from 'vitest'
import { record } from './record.ts'
import { test } from './rig.ts'

test('the payment page never says that it is there: the SDK gives up after 15 s, by three channels', async ({
  shop,
}) => {
  await shop.context.clock.install()
  const tab = await shop.open()
  // From here on no time passes but what the test says.
  await tab.page.clock.pauseAt(Date.now() + 60_000)
  await tab.mount({ scenario: 'never-loads' })
  await tab.paymentPage('opened')
  await tab.page.clock.runFor(14_999)
  expect(await tab.view()).toMatchObject({ state: 'loading', busy: true, nextStep: 'wait' })

  await tab.page.clock.runFor(1)
  const told = await tab.told('mount')
  const error = { code: 'SDK_CREATECOMPONENT_ERROR', message: 'Load resource timeout' }
  expect(told).toEqual({ kind: 'rejection', error })
  expect((await tab.trace()).filter(({ via }) => via !== 'onLog').slice(2)).toMatchObject([
    { via: 'onError', args: [error] },
    { via: 'onEventCallback', args: [error] },
    { via: 'promise', name: 'mount', settled: 'rejected', value: error },
  ])
  expect(await tab.states()).toEqual(['init', 'loading', 'broken'])
  expect(await tab.view()).toMatchObject({
    canMount: true,
    canSubmit: false,
    submission: 'none',
    nextStep: 'retry-same-session',
    diagnostics: { anomalies: { count: 0 } },
  })
  await record('browser-load-timeout', 'The payment page never loads: the SDK gives up.', tab)
  expect(await tab.close()).toMatchObject({ status: 'errored', safeToPayAgain: true, nextStep: 'retry-same-session' })
})
