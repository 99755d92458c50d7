import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createActor, getNextSnapshot } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { toSaved } from '../../machines/checkout.saved.ts'
import { type CheckoutSnapshot, stateOf } from '../../machines/checkout.state.ts'
import type { CheckoutInput } from '../../machines/checkout.types.ts'
import { toView } from '../../src/view/to-view.ts'
import type { CheckoutView } from '../../src/view/types.ts'
import { type Control, expected, type Happening, isFlight, type Setting, submissionOf } from './contract.ts'
import { expiry, happenings, serverAnswers, timeouts } from './happenings.ts'
import { expectedTelling, type Telling } from './telling.ts'

// Not sampled: every control state that can be reached, times every event. XState's own graph utilities find the
// states; the table of the contract, transcribed in contract.ts, says where each event has to lead.

const controlOf = (snapshot: CheckoutSnapshot): Control => {
  const view = toView(snapshot)
  const forms = ['ready', 'interrupted', 'invalid'] as const
  return {
    state: view.state,
    doubt: snapshot.context.doubt,
    slow: snapshot.matches({ live: { preparing: { loading: 'slow' } } }),
    form: forms.find((form) => snapshot.matches({ live: { preparing: { form } } })) ?? null,
    asking: view.busy && ['confirming', 'dismissed', 'broken'].includes(view.state),
    mayRetry: snapshot.context.decline?.sameSession === true && view.state === 'declined',
    elsewhere: snapshot.context.elsewhere,
  }
}
const keyOf = (snapshot: CheckoutSnapshot): string => JSON.stringify(controlOf(snapshot))

/** What can come in this state: the machine's own actors are there only where it has started them. */
const possible = (snapshot: CheckoutSnapshot): readonly Happening[] => {
  if (snapshot.status === 'done') return []
  const { state, slow, asking } = controlOf(snapshot)
  return [
    ...happenings,
    ...((state === 'loading' && !slow) || ['submitting', 'challenge', 'redirecting'].includes(state) ? timeouts : []),
    ...(['init', 'loading', 'form'].includes(state) ? expiry : []),
    ...(asking ? serverAnswers : []),
    ...(state === 'declined' && snapshot.context.submitTicket !== null
      ? [
          {
            name: 'answer.late: new session',
            event: {
              type: 'answer.late',
              ticket: snapshot.context.submitTicket,
              needChangeSessionForRetry: true,
            },
          } satisfies Happening,
        ]
      : []),
  ]
}

const inputFor = ({ submitButton, announcesForm, canAsk }: Setting): CheckoutInput => ({
  submitButton,
  announcesForm,
  ...(canAsk && { inquire: () => ({}) }),
})

const reach = (setting: Setting): readonly CheckoutSnapshot[] =>
  getShortestPaths(checkoutMachine, {
    input: inputFor(setting),
    events: (snapshot) => possible(snapshot).map(({ event }) => event),
    serializeState: keyOf,
    // What was heard on the way here is not what comes next.
  }).map(({ state }) => ({ ...state, context: { ...state.context, heard: null } }) as CheckoutSnapshot)

const next = (snapshot: CheckoutSnapshot, { event }: Happening): CheckoutSnapshot =>
  getNextSnapshot(checkoutMachine, snapshot, event) as CheckoutSnapshot

const settings: readonly Setting[] = [
  { submitButton: 'sdk', announcesForm: true, canAsk: true },
  { submitButton: 'sdk', announcesForm: true, canAsk: false },
  { submitButton: 'sdk', announcesForm: false, canAsk: true },
  { submitButton: 'sdk', announcesForm: false, canAsk: false },
  { submitButton: 'merchant', announcesForm: true, canAsk: true },
  { submitButton: 'merchant', announcesForm: true, canAsk: false },
]

const walked = { states: 0, transitions: 0 }

describe.each(settings)(
  'every reachable state times every event (button: $submitButton, announced: $announcesForm, inquire: $canAsk)',
  (setting) => {
    const states = reach(setting)
    const edges = states.flatMap((from) =>
      possible(from).map((happening) => ({ from, happening, to: next(from, happening) })),
    )
    walked.states += states.length
    walked.transitions += edges.length
    // biome-ignore lint/suspicious/noConsole: how much was covered is part of the proof.
    console.log(
      `${setting.submitButton} button, ${setting.announcesForm ? 'announced' : 'unannounced'}, ${setting.canAsk ? 'with' : 'without'} inquire: ${states.length} control states, ${edges.length} transitions walked`,
    )

    test('leads where the contract says', () => {
      const wrong = edges
        .map(({ from, happening, to }) => ({
          of: `${JSON.stringify(controlOf(from))} ${happening.name}`,
          is: keyOf(to),
          should: JSON.stringify(expected(controlOf(from), happening, setting)),
        }))
        .filter(({ is, should }) => is !== should)
      expect(wrong).toEqual([])
    })

    test('ends well: closed in any state, it is in a final state at once', () => {
      for (const from of states) {
        const { status, output } = getNextSnapshot(checkoutMachine, from, { type: 'checkout.close' })
        expect(status).toBe('done')
        expect(['succeeded', 'failed', 'cancelled', 'errored', 'unresolved']).toContain(output?.status)
      }
    })

    test('never has a false success', () => {
      for (const { from, happening, to } of edges) {
        if (stateOf(to) !== 'succeeded' || stateOf(from) === 'succeeded') continue
        expect(happening.contradicts).not.toBe(true)
        expect(['SDK_PAYMENT_SUCCESSFUL', 'server.succeeded']).toContain(happening.event.type)
      }
    })

    test('keeps a success, whatever follows', () => {
      const succeeded = states.filter((state) => stateOf(state) === 'succeeded')
      expect(succeeded).not.toEqual([])
      for (const from of succeeded)
        for (const happening of [...happenings, ...timeouts, ...expiry, ...serverAnswers])
          expect(next(from, happening)).toBe(from)
    })

    test('offers and accepts no second payment while one may be under way', () => {
      for (const from of states) {
        const view = toView(from)
        if (view.submission === 'none' || view.state === 'form') continue
        expect(view.canSubmit).toBe(false)
        if (from.status === 'active')
          expect(stateOf(next(from, happenings.find(({ name }) => name === 'checkout.submit') as Happening))).toBe(
            view.state,
          )
      }
      for (const { from, to } of edges) {
        if (!['failed', 'cancelled', 'errored'].includes(stateOf(to))) continue
        expect(submissionOf(controlOf(from))).toBe('none')
        expect(to.output?.safeToPayAgain).toBe(true)
      }
    })

    test('says in each state what the contract says', () => {
      for (const from of states) {
        const { state, submission, busy, canMount, canSubmit, final, nextStep } = toView(from)
        const control = controlOf(from)
        const isElsewhere = control.elsewhere !== 'none'
        if (!final) expect(canSubmit).toBe(!isElsewhere && (state === 'form' || control.mayRetry))
        if (isElsewhere && submissionOf({ ...control, elsewhere: 'none' }) === 'none') expect(nextStep).toBe('wait')
        else if (control.form)
          expect(nextStep).toBe({ ready: 'none', interrupted: 'resubmit', invalid: 'fix-form' }[control.form])
        expect(submission).toBe(submissionOf(control))
        expect(busy).toBe(['loading', 'submitting', 'challenge', 'redirecting'].includes(state) || control.asking)
        const isHeld = control.elsewhere !== 'none' && setting.submitButton === 'sdk'
        expect(canMount).toBe(['init', 'declined', 'dismissed', 'broken'].includes(state) && !isHeld)
        expect(final).toBe(from.status === 'done')
      }
    })

    test('counts an attempt for each flight, and for nothing else', () => {
      for (const { from, to } of edges) {
        const begins = !isFlight(stateOf(from)) && isFlight(stateOf(to))
        expect(to.context.counts.attempts - from.context.counts.attempts).toBe(begins ? 1 : 0)
      }
    })

    test('tells, notes or counts every event', () => {
      const wrong = edges
        .map(({ from, happening, to }) => {
          const [before, after] = [from.context, to.context]
          const newest = after.anomalies.last.at(-1)
          const code = 'code' in happening.event ? happening.event.code : undefined
          const told: Telling = {
            ...(after.notice === null && before.notice !== null && { notice: null }),
            ...(after.notice?.code === (code ?? happening.event.type) && { notice: after.notice.severity }),
            ...(newest && after.anomalies.count === before.anomalies.count + 1 && { anomaly: newest.reason }),
            ...(after.unrecognised.count === before.unrecognised.count + 1 && { unrecognised: true }),
            ...(after.counts.duplicates === before.counts.duplicates + 1 && { duplicate: true }),
          }
          const { notice, ...expected } = expectedTelling(controlOf(from), happening, controlOf(to))
          const kept = notice === undefined && after.notice === before.notice
          const cleared = notice === null && after.notice === null
          return {
            of: `${keyOf(from)} ${happening.name}`,
            is: JSON.stringify({ ...told, notice: kept || cleared ? undefined : told.notice }),
            should: JSON.stringify({ ...expected, notice: cleared ? undefined : notice }),
          }
        })
        .filter(
          ({ is, should }) =>
            JSON.stringify(Object.entries(JSON.parse(is)).sort()) !==
            JSON.stringify(Object.entries(JSON.parse(should)).sort()),
        )
      expect(wrong).toEqual([])
    })

    test('takes the same code by another channel for the same happening', () => {
      const other = { onEventCallback: 'onError', onError: 'onEventCallback', promise: 'onError' } as const
      const parts = ({
        state,
        submission,
        nextStep,
        counts,
        diagnostics,
        canSubmit,
        canMount,
      }: CheckoutView): object => ({
        ...{ state, submission, nextStep, counts, canSubmit, canMount },
        anomalies: diagnostics.anomalies.count,
        unrecognised: diagnostics.unrecognised.count,
      })
      for (const { from, happening } of edges) {
        // What other tabs say has no part in it.
        if (!happening.event.type.startsWith('SDK_') || from.context.elsewhere !== 'none') continue
        for (const [channel, echo] of Object.entries(other)) {
          if (happening.name.startsWith('foreign') && channel !== 'onError') continue
          const once = next(from, { ...happening, event: { ...happening.event, channel } as Happening['event'] })
          const twice =
            once.status === 'done'
              ? once
              : next(once, { ...happening, event: { ...happening.event, channel: echo } as Happening['event'] })
          expect(parts(toView(twice)), `${keyOf(from)} ${happening.name} by ${channel}, then ${echo}`).toEqual(
            parts(toView(once)),
          )
        }
      }
    })

    test('restored from any state, is not less careful', () => {
      for (const from of states) {
        const saved = toSaved(from, (time) => time)
        const before = toView(from)
        if (!saved) {
          expect(['succeeded', 'failed', 'cancelled', 'errored']).toContain(before.state)
          continue
        }
        const clone = JSON.parse(JSON.stringify(saved)) as typeof saved
        const restored = createActor(checkoutMachine, { input: { ...inputFor(setting), saved: clone } }).start()
        const after = toView(restored.getSnapshot())
        restored.stop()
        expect(after.submission).toBe(before.submission)
        expect(after.canSubmit).toBe(false)
        expect(after.counts).toEqual(before.counts)
        if (from.context.elsewhere !== 'none' && from.status === 'active')
          expect(after.nextStep).toBe(after.state === 'init' ? 'none' : 'ask-server')
        else if (['declined', 'broken', 'dismissed'].includes(before.state)) {
          expect(after.state).toBe(before.state)
          expect(after.nextStep).toBe(before.nextStep)
        } else if (before.submission === 'certain') expect(after.state).toBe('confirming')
        else expect(after.state).toBe(before.submission === 'none' ? 'init' : 'dismissed')
      }
    })
  },
)

test.each(['README.md', 'README.zh-CN.md'])('%s states how much was walked', (page) => {
  const text = readFileSync(page, 'utf8')
  for (const figure of Object.values(walked)) expect(text).toContain(` ${figure.toLocaleString('en')} `)
})
