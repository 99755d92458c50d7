import { describe, expect, test } from 'vitest'
import { judge } from '../../docs/playground/naive/judge.ts'
import { oursShown } from '../../docs/playground/naive/ours.ts'
import { type ScenarioName, scenarioOf } from '../../docs/playground/scenarios/scenarios.ts'
import { singleCodes } from '../../docs/playground/scenarios/single-codes.ts'
import { eventCodes } from '../../src/catalogue/event-codes.ts'
import { rest } from '../controller/helpers.ts'
import { createStage, type Stage } from './stage.ts'

// A visitor who presses the shop's own buttons, and the buttons of single codes.

/** Goes on, step by step, until the checkout is in that state. */
const stageAt = async (name: ScenarioName, state: string): Promise<Stage> => {
  const stage = createStage({ scenario: scenarioOf(name) })
  stage.play.begin()
  while (stage.passed.at(-1) !== state && stage.clock.toNext()) await rest()
  expect(stage.passed.at(-1)).toBe(state)
  return stage
}

const goOn = async ({ clock, play }: Stage): Promise<void> => {
  while (!play.getState().truth.isOver && clock.toNext()) await rest()
}

describe('a visitor', () => {
  test('who presses Pay before the scenario does, has pressed it once', async () => {
    const stage = await stageAt('success', 'form')
    stage.play.pay()
    await rest()
    await goOn(stage)
    const { view } = stage.play.getState()
    expect(view.state).toBe('succeeded')
    expect(view.counts).toMatchObject({ attempts: 1, duplicates: 0 })
  })

  test('who presses Pay twice, submits once', async () => {
    const stage = await stageAt('success', 'form')
    stage.play.pay()
    stage.play.pay()
    await rest()
    await goOn(stage)
    expect(stage.play.getState().view.counts).toMatchObject({ attempts: 1, duplicates: 1 })
  })

  test('who tries again after a session that had ended, can pay', async () => {
    const stage = await stageAt('declined-for-good', 'declined')
    stage.play.tryAgain()
    await rest()
    await goOn(stage)
    expect(stage.play.getState().view.state).toBe('succeeded')
    expect(stage.play.getState().truth).toMatchObject({ money: 'paid', isSessionOver: false })
  })

  test('who tries again after the component did not load, can pay', async () => {
    const stage = await stageAt('load-timeout', 'broken')
    await goOn(stage)
    stage.play.tryAgain()
    await rest()
    await goOn(stage)
    expect(stage.play.getState().view.state).toBe('succeeded')
  })

  test.each([
    [true, 'succeeded', 'paid'],
    [false, 'declined', 'refused'],
  ] as const)('who answers the bank with %s, ends in %s', async (isMe, state, money) => {
    const stage = await stageAt('three-d-secure', 'challenge')
    stage.play.answerBank(isMe)
    await rest()
    await goOn(stage)
    expect(stage.play.getState()).toMatchObject({ view: { state }, truth: { money } })
  })

  test('who presses Pay in the middle of a payment, changes nothing', async () => {
    const stage = await stageAt('processing', 'confirming')
    stage.play.pay()
    await rest()
    expect(stage.play.getState()).toMatchObject({ view: { state: 'confirming' }, truth: { money: 'open' } })
    await goOn(stage)
    expect(stage.play.getState().view.state).toBe('succeeded')
  })

  test('who leaves the page, ends its timers', async () => {
    const stage = await stageAt('processing', 'confirming')
    stage.play.stop()
    await rest()
    expect(stage.clock.toNext()).toBe(false)
  })
})

describe('the buttons of single codes', () => {
  test('are every code of the catalogue, by each of its channels', () => {
    const buttons = singleCodes.map(({ code, via }) => `${code} ${via}`)
    const all = Object.entries(eventCodes).flatMap(([code, { callbacks }]) => callbacks.map((via) => `${code} ${via}`))
    expect(buttons).toEqual(all)
  })

  const moments = [
    ['success', 'loading'],
    ['success', 'form'],
    ['success', 'submitting'],
    ['three-d-secure', 'challenge'],
    ['declined-for-good', 'declined'],
  ] as const

  describe.each(moments)('in %s, when it is %s,', (scenario, state) => {
    test.each(singleCodes)('$code by $via costs nobody anything with this package', async ({ code: _, ...single }) => {
      const { money, ...line } = single
      const { play } = await stageAt(scenario, state)
      play.send(line, money)
      await rest()
      const { view, truth } = play.getState()
      expect(judge(oursShown(view), truth), view.state).toBeNull()
      play.stop()
    })
  })

  test('that leave the outcome open are open in the books', async () => {
    for (const { code: _, money, ...line } of singleCodes) {
      const { play } = await stageAt('success', 'form')
      play.send(line, money)
      const { view, truth } = play.getState()
      if (view.state === 'confirming')
        expect(truth, JSON.stringify(line)).toMatchObject({ money: 'open', ends: 'unknown' })
      play.stop()
    }
  })

  test('are seen by the naive pages as well', async () => {
    const { play } = await stageAt('success', 'form')
    play.send({ via: 'onEventCallback', args: [{ code: 'SDK_PAYMENT_PROCESSING' }] }, 'open')
    expect(play.getState().naive['sample-as-meant']).toMatchObject({ says: 'failed', offers: 'another' })
    play.stop()
  })
})

test('a component that breaks after the buyer has paid inside it, is not called a failure', async () => {
  const stage = await stageAt('form-checks', 'form')
  while (stage.play.getState().truth.money === 'none') stage.clock.toNext()
  stage.play.send({ via: 'onError', args: [{ code: 'SDK_CREATECOMPONENT_ERROR' }] })
  await rest()
  const { view, truth } = stage.play.getState()
  expect(view).toMatchObject({ state: 'broken', nextStep: 'ask-server' })
  expect(truth.money).toBe('open')
  expect(judge(oursShown(view), truth)).toBeNull()
  stage.play.stop()
})

test('what an inspector sends to the checkout is seen by the naive pages as well', async () => {
  const { play } = await stageAt('success', 'form')
  play.checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_ERROR' })
  expect(play.getState().view.state).toBe('confirming')
  expect(play.getState().naive['last-word-wins'].says).toBe('failed')
  play.stop()
})
