import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../../docs/playground/component/component.ts'
import { judge } from '../../docs/playground/naive/judge.ts'
import { oursShown } from '../../docs/playground/naive/ours.ts'
import { type ScenarioName, scenarioNames, scenarioOf } from '../../docs/playground/scenarios/scenarios.ts'
import type { Line } from '../../docs/playground/scenarios/types.ts'
import { scenarios as stubScenarios } from '../../docs/stub/scenarios.ts'
import { playThrough } from './stage.ts'

describe.each(scenarioNames)('the scenario %s', (name) => {
  const scenario = scenarioOf(name)

  test('passes through the states that it is meant to show', async () => {
    const { passed, play } = await playThrough(scenario)
    expect(passed).toEqual(scenario.passes)
    expect(play.getState().view.nextStep).toBe(scenario.nextStep)
    play.stop()
  })

  test('ends as it says that the money does', async () => {
    const { play } = await playThrough(scenario)
    const { money, isOver } = play.getState().truth
    expect(isOver).toBe(true)
    expect(money === 'paid').toBe(scenario.ends === 'paid')
    play.stop()
  })

  test('takes the same time each time', async () => {
    const timesOf = async (): Promise<readonly number[]> => {
      const times: number[] = []
      await playThrough(scenario, (_, now) => times.push(now))
      return times
    }
    expect(await timesOf()).toEqual(await timesOf())
  })

  test('costs nobody anything at any moment, with this package', async () => {
    await playThrough(scenario, (play) => {
      const { view, truth } = play.getState()
      expect(judge(oursShown(view), truth), view.state).toBeNull()
    })
  })
})

const callbacks = ['onEventCallback', 'onError', 'onClose']

/** What reached the page: callbacks with their codes, and how the mount's promise was settled. */
const heardBy = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap((line) => {
    if (line.via === 'promise') return line.name === 'mount' ? [`mount ${line.settled}`] : []
    return callbacks.includes(line.via) ? [`${line.via} ${codeOf(line)}`] : []
  })

const readTrace = (name: string): readonly Line[] =>
  readFileSync(new URL(`../traces/${name}.ndjson`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line))

const traced = scenarioNames.flatMap((name) => {
  const { trace } = scenarioOf(name)
  return trace === undefined ? [] : [[name, trace] as const]
})

test.each(traced)('%s has the callbacks of the recorded trace %s, in the same order', (name, trace) => {
  expect(heardBy(scenarioOf(name).steps)).toEqual(heardBy(readTrace(trace)))
})

/** A step of the stub's payment page, as far as it is told to the merchant. */
const reportsOf = (steps: readonly unknown[]): readonly string[] =>
  steps.flatMap((step) => {
    const { report, yes } = step as { report?: string; yes?: { steps: readonly unknown[] } }
    return report !== undefined ? [report] : yes ? reportsOf(yes.steps) : []
  })

const shared = [
  ['success', 'success'],
  ['three-d-secure', 'three-d-secure'],
  ['declined-then-retried', 'declined-then-retried'],
  ['processing', 'processing'],
  ['unknown-code', 'unknown-code'],
] as const satisfies readonly (readonly [ScenarioName, keyof typeof stubScenarios])[]

test.each(shared)('%s has the component say what the stub’s payment page says in %s', (name, ofStub) => {
  // The retry is announced only where the button is the SDK's.
  const said = reportsOf(stubScenarios[ofStub].pay.flat()).filter((code) => code !== 'SDK_PAYMENT_RETRY')
  const told = scenarioOf(name).steps.flatMap((step) => codeOf(step) ?? [])
  expect(told.filter((code) => code.startsWith('SDK_PAYMENT'))).toEqual(said)
})
