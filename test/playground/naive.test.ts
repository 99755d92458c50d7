import { describe, expect, test } from 'vitest'
import { type NaiveName, naiveHandlers, naiveNames } from '../../docs/playground/naive/handlers.ts'
import { harms, judge, type Truth } from '../../docs/playground/naive/judge.ts'
import { atFirst } from '../../docs/playground/naive/ordinary.ts'
import type { Harm, Shown } from '../../docs/playground/naive/types.ts'
import { scenarioNames, scenarioOf } from '../../docs/playground/scenarios/scenarios.ts'
import { playThrough } from './stage.ts'
import { verdicts } from './verdicts.ts'

describe.each(scenarioNames)('in the scenario %s', (name) => {
  test('each naive page does the harm that is said of it, and no other', async () => {
    const { play } = await playThrough(scenarioOf(name))
    const { naive, truth } = play.getState()
    const found: Partial<Record<Harm, NaiveName[]>> = {}
    for (const each of naiveNames) {
      const harm = judge(naive[each], truth)
      if (harm) found[harm] = [...(found[harm] ?? []), each]
    }
    expect(found).toEqual(verdicts[name])
    play.stop()
  })
})

test('there is no naive page that does no harm in any scenario', () => {
  const harmful = new Set(Object.values(verdicts).flatMap((verdict) => Object.values(verdict).flat()))
  expect(naiveNames.filter((name) => !harmful.has(name))).toEqual([])
})

describe('a page is judged', () => {
  const open: Truth = { money: 'open', ends: 'paid', isSessionOver: false, isOver: false }
  const submitted: Shown = { ...atFirst, says: 'wait', payments: 1, submits: 1 }

  test('harmless while the buyer waits for a payment under way', () => {
    expect(judge(submitted, open)).toBeNull()
  })

  test('harmful when it says “failed” of a payment that arrives', () => {
    expect(judge({ ...submitted, says: 'failed' }, open)).toBe('told-failed')
  })

  test('harmful when it takes the component down in the middle of a payment, though it be refused later', () => {
    expect(judge({ ...submitted, says: 'failed', isTornDown: true }, { ...open, ends: 'not-paid' })).toBe('cut-off')
  })

  test('by what may be, where a person sends codes by hand and nobody knows the end', () => {
    const unknown: Truth = { ...open, ends: 'unknown' }
    expect(judge({ ...submitted, says: 'failed', offers: 'another' }, unknown)).toBe('may-pay-twice')
  })

  test('harmless when the payment was refused and it offers another one', () => {
    const refused: Truth = { money: 'refused', ends: 'not-paid', isSessionOver: true, isOver: true }
    expect(judge({ ...atFirst, says: 'failed', offers: 'another' }, refused)).toBeNull()
  })

  test('with one sentence in both languages for each harm', () => {
    for (const { en, zh } of Object.values(harms)) {
      expect(en).toMatch(/\.$/)
      expect(zh).toMatch(/。$/)
    }
  })
})

test('the official sample takes the very first code of a checkout for “paid”', () => {
  const seen = { via: 'onEventCallback', args: [{ code: 'SDK_START_OF_LOADING' }] } as const
  expect(naiveHandlers['sample-as-written'].handle(atFirst, seen).says).toBe('paid')
})
