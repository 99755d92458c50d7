import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drive } from '../../src/testing/drive.ts'
import {
  checkoutPage,
  hostileJourney,
  type Step,
  toJourney,
  toTrace,
  wellBehavedJourney,
} from '../../src/testing/index.ts'
import { command, journeys } from './command.ts'

// What passes after the last line of a trace is not in it.
const withoutTail = (steps: readonly Step[]): readonly Step[] =>
  steps.at(-1)?.kind === 'wait' ? withoutTail(steps.slice(0, -1)) : steps

test('a counterexample, pasted into the command, does there what it did to the page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(hostileJourney({ maxLength: 20 }), wellBehavedJourney()), async ({ steps }) => {
      const told = withoutTail(steps)
      const { page, take } = drive(checkoutPage({ submitButton: 'merchant' }))
      for (const step of told) await take(step)
      page.close()
      const { stdout, status } = await command(['replay', '--json', '--submit-button', 'merchant'], {
        stdin: [toTrace(toJourney(told))],
      })
      expect(status).toBe(0)
      expect(journeys(stdout)[0]?.outcome['status']).toBe(page.shows().outcome)
    }),
    { numRuns: 100 },
  )
})
