import { describe, expect, it } from 'vitest'
import { callback, command, replayed } from './command.ts'

const answered = (t: number, value?: unknown, settled = 'resolved') => ({
  ...{ t, via: 'promise', name: 'inquire', settled },
  ...(value !== undefined && { value }),
})
const success = { paymentStatus: 'SUCCESS', paymentResultCode: 'SUCCESS' }
const open = callback(0, 'SDK_PAYMENT_PROCESSING')

describe('what the merchant’s server answered', () => {
  it.each([
    ['SUCCESS', 'succeeded', 'succeeded', 'succeeded'],
    ['FAIL', 'failed', 'declined', 'failed'],
    ['CANCELLED', 'cancelled', 'dismissed', 'cancelled'],
  ])('%s is what became of the payment', async (paymentStatus, event, to, status) => {
    const { steps, outcome } = await replayed([open, answered(2_000, { paymentStatus })])
    const step = { t: 2_000, channel: 'promise', code: `server.${event}`, from: 'confirming', to, paymentStatus }
    expect(steps.at(-1)).toMatchObject(step)
    expect(outcome).toMatchObject({ status })
  })

  it('is told with its meaning', async () => {
    const stdin = [[open, answered(0, { paymentStatus: 'FAIL', paymentResultCode: 'RISK_REJECT' })]]
    const text = stdin.map((lines) => lines.map((line) => JSON.stringify(line)).join('\n'))
    expect((await command(['replay'], { stdin: text })).stdout).toMatch(
      /promise +server\.failed +confirming → declined +Your server says that the payment failed\. \(FAIL, RISK_REJECT: /,
    )
  })

  it.each([
    ['not known yet', answered(1_000, { paymentStatus: 'PENDING' }), 'inquire resolved'],
    ['contradicting itself', answered(1_000, { ...success, paymentResultCode: 'RISK_REJECT' }), 'inquire resolved'],
    ['nothing', answered(1_000), 'inquire resolved'],
    ['an error, whatever it says', answered(1_000, success, 'rejected'), 'inquire rejected'],
  ])('%s changes nothing, and the next answer may follow at once', async (_what, line, code) => {
    const { steps } = await replayed([open, line, answered(1_000, success)])
    expect(steps.slice(1)).toMatchObject([
      { code, from: 'confirming', to: 'confirming' },
      { code: 'server.succeeded', from: 'confirming', to: 'succeeded' },
    ])
    expect(steps[1]).not.toHaveProperty('note')
  })

  it('counts whenever it was recorded: when to ask and when to give up, the page knew', async () => {
    const { outcome } = await replayed([open, answered(3_600_000, success)])
    expect(outcome).toMatchObject({ status: 'succeeded', confirmedBy: 'server' })
  })

  it('is for nobody where there was nothing to ask', async () => {
    const { steps, outcome } = await replayed([
      answered(0, success),
      callback(1, 'SDK_PAYMENT_FAIL'),
      answered(2, success),
    ])
    expect(steps).toMatchObject([
      { from: 'init', to: 'init', note: 'not-asked' },
      { to: 'declined' },
      { from: 'declined', to: 'declined', note: 'not-asked' },
    ])
    expect(outcome).toMatchObject({ status: 'failed', confirmedBy: 'sdk' })
  })
})

describe('a trace without such answers', () => {
  it('is replayed as if nobody could be asked, however long it is', async () => {
    const { steps, outcome } = await replayed([open, callback(86_400_000, 'SDK_PAYMENT_WARN')])
    expect(steps.map(({ channel }) => channel)).toEqual(['onEventCallback', 'onEventCallback'])
    expect(outcome).toMatchObject({ status: 'unresolved', confirmedBy: null, code: 'SDK_PAYMENT_WARN' })
  })
})
