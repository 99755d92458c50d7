import { describe, expect, it } from 'vitest'
import { createRecordedClock } from '../../src/replay/recorded-clock.ts'
import { callback, type Journey, replayed, states } from './command.ts'

const did = (t: number, name: string, call = 1) => ({ t, via: 'command', name, method: name, call })
const promised = (t: number, name: string, settled: string, value?: unknown, call = 1) => ({
  ...{ t, via: 'promise', name, call, settled },
  ...(value !== undefined && { value }),
})
/** A form with the merchant's own button, and a press of it. */
const submitted = [did(0, 'mount'), callback(10, 'SDK_END_OF_LOADING'), did(20, 'submit')]
const last = ({ steps }: Journey) => steps.at(-1)

describe('time', () => {
  it('passes as it was recorded: a deadline between two lines is a step of its own', async () => {
    const { steps } = await replayed([...submitted, callback(100_000, 'SDK_PAYMENT_SUCCESSFUL')])
    expect(steps.slice(3)).toMatchObject([
      { t: 60_020, channel: 'timer', code: 'checkout.timeout', from: 'submitting', to: 'confirming' },
      { t: 100_000, channel: 'onEventCallback', from: 'confirming', to: 'succeeded' },
    ])
  })

  it('shows a component that loads slowly, which stays in loading', async () => {
    const { steps, outcome } = await replayed([did(0, 'mount'), did(20_000, 'unmount')])
    expect(steps).toMatchObject([
      { code: 'mount' },
      { t: 20_000, channel: 'timer', code: 'checkout.timeout', from: 'loading', to: 'loading' },
      { code: 'unmount', from: 'loading', to: 'errored' },
    ])
    expect(outcome).toMatchObject({ status: 'errored', nextStep: 'retry-same-session' })
  })

  it('shows no deadline of a state that was left in time', async () => {
    const { steps } = await replayed([did(0, 'mount'), callback(10, 'SDK_END_OF_LOADING'), did(999_999, 'unmount')])
    expect(steps.map(({ channel }) => channel)).not.toContain('timer')
  })

  it('ends with the recording: a deadline after its last line does not pass', async () => {
    const journey = await replayed(submitted)
    expect(journey.steps).toHaveLength(3)
    expect(journey.outcome).toMatchObject({ status: 'unresolved' })
  })

  it('never runs backwards', async () => {
    const { steps } = await replayed([...submitted, callback(5, 'SDK_PAYMENT_CHALLENGE'), did(600_021, 'unmount')])
    expect(steps.slice(3)).toMatchObject([
      { t: 5, to: 'challenge' },
      { t: 600_020, channel: 'timer', to: 'confirming' },
      { t: 600_021, to: 'unresolved' },
    ])
  })

  it('passes in the SDK’s own log, which is no step', async () => {
    const { steps } = await replayed([...submitted, { t: 60_020, via: 'onLog', args: [{ code: 'SDK_PAYMENT_FAIL' }] }])
    expect(steps.slice(3)).toMatchObject([{ channel: 'timer', to: 'confirming' }])
  })

  it('runs what is due in the order of the hours, and what is due at once at once', () => {
    const clock = createRecordedClock()
    const rung: string[] = []
    clock.setTimeout(() => rung.push('second'), 20)
    clock.setTimeout(() => rung.push('first'), 10)
    clock.clearTimeout(clock.setTimeout(() => rung.push('cleared'), 5))
    expect([clock.next(20), clock.next(20), clock.next(20)]).toEqual([10, 20, null])
    expect(rung).toEqual(['first', 'second'])
    expect(clock.next(5)).toBeNull()
    expect(clock.now()).toBe(20)
  })
})

describe('callbacks', () => {
  it('onClose is the buyer’s closing of the popup', async () => {
    const journey = await replayed([...submitted.slice(0, 2), { t: 30, via: 'onClose', args: [{}] }])
    expect(last(journey)).toMatchObject({ channel: 'onClose', code: 'checkout.dismiss', from: 'form', to: 'dismissed' })
  })

  it('may come without arguments, as a native host calls them, and with what nobody can read', async () => {
    const { steps } = await replayed([
      { t: 0, via: 'onEventCallback', args: ['SDK_END_OF_LOADING'] },
      { t: 1, via: 'onEventCallback', args: ['SDK_PAYMENT_FAIL', '{"paymentStatus":"FAIL"}'] },
      { t: 2, via: 'onEventCallback' },
      { t: 3, via: 'onEventCallback', args: [{ code: 42 }] },
    ])
    expect(steps).toMatchObject([
      { code: 'SDK_END_OF_LOADING', to: 'form' },
      { code: 'SDK_PAYMENT_FAIL', to: 'declined', paymentStatus: 'FAIL' },
      { code: 'checkout.undecodable', to: 'declined', note: 'undecodable' },
      { code: 'checkout.undecodable', to: 'declined', note: 'undecodable' },
    ])
  })

  it('are marked where they make no sense, contradict themselves, or are not known', async () => {
    const { steps, outcome } = await replayed([
      ...submitted,
      callback(30, 'SDK_END_OF_LOADING'),
      callback(40, 'SDK_PAYMENT_SUCCESSFUL', { paymentStatus: 'FAIL' }),
      callback(50, 'SDK_OF_TOMORROW'),
      callback(60, 'SDK_PAYMENT_PROCESSING', { paymentStatus: 7 }),
    ])
    expect(steps.slice(3)).toMatchObject([
      { to: 'submitting', note: 'out-of-place' },
      { to: 'confirming', note: 'contradiction', paymentStatus: 'FAIL' },
      { code: 'SDK_OF_TOMORROW', to: 'confirming', note: 'unrecognised' },
      { to: 'confirming', note: 'malformed' },
    ])
    expect(outcome).toMatchObject({ anomalies: 3 })
  })

  it('cannot pass for a command of the page', async () => {
    const { steps, outcome } = await replayed([...submitted, callback(30, 'checkout.close')])
    expect(steps.at(-1)).toMatchObject({ code: 'checkout.close', to: 'submitting', note: 'unrecognised' })
    expect(outcome).toMatchObject({ status: 'unresolved' })
  })

  it('of one failure by two channels: the second is marked as told before', async () => {
    const { steps } = await replayed([
      did(0, 'mount'),
      callback(10, 'SDK_CREATECOMPONENT_ERROR', undefined, 'onError'),
      callback(10, 'SDK_CREATECOMPONENT_ERROR'),
    ])
    expect(steps.slice(1).map(({ note }) => note)).toEqual([undefined, 'echo'])
  })

  it('after an unmount are late', async () => {
    const { steps, outcome } = await replayed([...submitted, did(30, 'unmount'), callback(40, 'SDK_PAYMENT_FAIL')])
    expect(steps.at(-1)).toMatchObject({ from: 'unresolved', to: 'unresolved', note: 'late' })
    expect(outcome).toMatchObject({ status: 'unresolved' })
  })
})

describe('commands', () => {
  it.each([
    ['a submit before there is a form', [did(0, 'mount'), did(1, 'submit')], 'refused: too-early'],
    ['a second mount', [did(0, 'mount'), did(1, 'mount', 2)], 'refused: mounted'],
    ['a mount during a payment', [...submitted, did(30, 'mount', 2)], 'refused: duplicate'],
    ['a mount after the unmount', [did(0, 'mount'), did(1, 'unmount'), did(2, 'mount', 2)], 'refused: closed'],
  ])('%s is refused', async (_, lines, note) => {
    expect(last(await replayed(lines))).toMatchObject({ channel: 'command', note })
  })

  it('an unmount closes the checkout, and a second one changes nothing', async () => {
    const { steps } = await replayed([did(0, 'mount'), did(1, 'unmount'), did(2, 'unmount', 2)])
    expect(steps.slice(1)).toMatchObject([
      { code: 'unmount', from: 'loading', to: 'cancelled' },
      { code: 'unmount', from: 'cancelled', to: 'cancelled' },
    ])
  })
})

describe('promises', () => {
  it.each([
    ['rejects: what became of it is not known', promised(30, 'submit', 'rejected'), 'submit rejected', 'confirming'],
    [
      'rejects with a code of the SDK',
      promised(30, 'submit', 'rejected', { code: 'SDK_PAYMENT_FAIL' }),
      'SDK_PAYMENT_FAIL',
      'declined',
    ],
    [
      'says that it does not know',
      promised(30, 'submit', 'resolved', { code: 'PROCESS_FAIL' }),
      'PROCESS_FAIL',
      'confirming',
    ],
    ['says nothing', promised(30, 'submit', 'resolved'), 'submit resolved', 'submitting'],
    [
      'is refused by Payment Element',
      promised(30, 'submit', 'resolved', { status: 'FAIL', error: { code: 'UI_STATE_ERROR' } }),
      'UI_STATE_ERROR',
      'form',
    ],
    ['succeeds in Payment Element', promised(30, 'submit', 'resolved', { status: 'SUCCESS' }), 'SUCCESS', 'succeeded'],
    [
      'brings a code that is none',
      promised(30, 'submit', 'resolved', { code: 'X'.repeat(129) }),
      'submit resolved',
      'submitting',
    ],
  ])('of a submit that %s', async (_, line, code, to) => {
    expect(last(await replayed([...submitted, line]))).toMatchObject({
      channel: 'promise',
      code,
      from: 'submitting',
      to,
    })
  })

  it('of Payment Element tell why the payment failed', async () => {
    const journey = await replayed([
      ...submitted,
      promised(30, 'submit', 'resolved', { status: 'FAIL', error: { code: 'INVALID_CARD' } }),
    ])
    expect(last(journey)).toMatchObject({ to: 'declined', paymentStatus: 'FAIL', paymentResultCode: 'INVALID_CARD' })
    expect(journey.outcome).toMatchObject({ status: 'failed', nextStep: 'change-method' })
  })

  it('of a mount that is rejected for a reason of its own is a component that could not be created', async () => {
    const journey = await replayed([did(0, 'mount'), promised(10, 'mount', 'rejected', 'no such element')])
    expect(last(journey)).toMatchObject({ code: 'mount rejected', from: 'loading', to: 'broken' })
  })

  it('that settle twice, or whose call was not recorded, change nothing', async () => {
    const fails = promised(30, 'submit', 'rejected', undefined, 7)
    const { steps } = await replayed([
      ...submitted,
      fails,
      promised(40, 'submit', 'resolved'),
      promised(50, 'submit', 'rejected'),
    ])
    expect(steps.slice(3)).toMatchObject([
      { to: 'submitting', note: 'unknown-call' },
      { to: 'submitting' },
      { to: 'submitting', note: 'unknown-call' },
    ])
  })

  it('of an attempt that is over are late', async () => {
    const journey = await replayed([
      ...submitted,
      callback(30, 'SDK_PAYMENT_FAIL', { paymentStatus: 'FAIL' }),
      promised(40, 'submit', 'resolved', { code: 'UNKNOWN_EXCEPTION' }),
    ])
    expect(last(journey)).toMatchObject({ from: 'declined', to: 'declined', note: 'late' })
  })

  it('of an unmount mean nothing to the checkout', async () => {
    const journey = await replayed([did(0, 'unmount'), promised(1, 'unmount', 'resolved')])
    expect(last(journey)).toMatchObject({ code: 'unmount resolved', from: 'cancelled', to: 'cancelled' })
    expect(last(journey)).not.toHaveProperty('note')
  })
})

describe('whose submit button it is', () => {
  const untouched = [did(0, 'mount'), callback(10, 'SDK_END_OF_LOADING'), did(20, 'unmount')]

  it('the SDK’s, where the page never submits: the buyer may have paid unseen', async () => {
    expect((await replayed(untouched)).outcome).toMatchObject({ status: 'unresolved', safeToPayAgain: false })
  })

  it('the merchant’s, where the page submits, and from the beginning', async () => {
    const { steps } = await replayed(submitted)
    expect(steps.map(({ submission }) => submission)).toEqual(['none', 'none', 'certain'])
  })

  it('whosoever’s the user says', async () => {
    expect((await replayed(untouched, '--submit-button', 'merchant')).outcome).toMatchObject({ status: 'cancelled' })
    const { steps } = await replayed(submitted, '--submit-button', 'sdk')
    expect(steps.map(({ submission }) => submission)).toEqual(['none', 'possible', 'certain'])
  })

  it('is found for each trace by itself', async () => {
    const journey = await replayed([{ trace: 'sdk' }, ...untouched, { trace: 'merchant' }, ...submitted])
    expect(states(journey)).toEqual(['init', 'loading', 'form', 'unresolved'])
    expect(journey.outcome).toMatchObject({ safeToPayAgain: false })
  })
})
