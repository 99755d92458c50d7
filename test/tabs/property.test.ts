import fc from 'fast-check'
import { describe, test } from 'vitest'
import { createToldServer, patience } from '../../src/testing/told-server.ts'
import { memory } from '../controller/helpers.ts'
import { createBrowser, type Kind, type TestTab } from './browser.ts'

// Three tabs with one order. Whatever is pressed, told, closed, crashed and loaded anew in them, and in whichever order
// the browser's locks and words arrive: of all tabs together one payment is under way, and none follows a success.

const tabs = ['a', 'b', 'c'] as const
type Name = (typeof tabs)[number]

type Act =
  | { readonly act: 'submit' | 'mount' | 'leave' | 'crash' | 'open' | 'second' | 'close'; readonly tab: Name }
  | { readonly act: 'answer'; readonly tab: Name; readonly paymentStatus: string }
  | { readonly act: 'tell'; readonly tab: Name; readonly code: string }
  | { readonly act: 'step'; readonly kind: Kind }
  | { readonly act: 'rest' }

/** The payment may be under way for all that is known of it. */
const opening = ['SDK_PAYMENT_CHALLENGE', 'SDK_PAYMENT_PROCESSING', 'SDK_SUBMIT_NETWORK_ERROR', 'SDK_CALL_URL_SUCCESS']
/** Nothing is under way any more. */
const settling = ['SDK_PAYMENT_FAIL']

const act = (acts: readonly ('mount' | 'submit')[], settlingToo: readonly string[]) => {
  const tab = fc.constantFrom(...tabs)
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ act: fc.constantFrom(...acts), tab }) },
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constant('tell' as const),
        tab,
        code: fc.constantFrom(...opening, ...settling, ...settlingToo, 'SDK_PAYMENT_SUCCESSFUL', 'SDK_END_OF_LOADING'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('leave' as const, 'open' as const), tab }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('close' as const), tab }) },
    {
      weight: 1,
      arbitrary: fc.record({
        act: fc.constant('answer' as const),
        tab,
        paymentStatus: fc.constantFrom('PROCESSING', 'the truth'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('crash' as const), tab }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('second' as const), tab }) },
    {
      weight: 6,
      arbitrary: fc.record({ act: fc.constant('step' as const), kind: fc.constantFrom<Kind>('lock', 'word') }),
    },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('rest' as const) }) },
  ) satisfies fc.Arbitrary<Act>
}

/** What is true of the money, whoever knows it. */
const createTruth = (button: 'sdk' | 'merchant') => {
  const underWay = new Set<string>()
  /** Of these it was told. A form of the SDK's that was only open may be opened anew by the next one. */
  const seen = new Set<string>()
  let isPaid = false
  return {
    reached(tab: string): void {
      if (isPaid) throw new Error(`${tab} reached the SDK after a success.`)
      const others = [...underWay].filter((other) => other !== tab)
      if (others.length > 0) throw new Error(`${tab} reached the SDK while ${others.join()} had a payment under way.`)
      underWay.add(tab)
    },
    told(tab: string, code: string, settles: readonly string[]): void {
      if (code === 'SDK_PAYMENT_SUCCESSFUL') isPaid = true
      else if (settles.includes(code)) underWay.delete(tab)
      if (code === 'SDK_PAYMENT_FAIL') seen.delete(tab)
      else if (opening.includes(code) && code !== 'SDK_SUBMIT_NETWORK_ERROR') seen.add(tab)
    },
    has: (tab: string): boolean => underWay.has(tab),
    get isPaid(): boolean {
      return isPaid
    },
    /** What the merchant's server knows of it. */
    get atTheServer(): string {
      if (isPaid) return 'SUCCESS'
      return underWay.size === 0 ? 'FAIL' : 'PROCESSING'
    },
    /** Nobody is left who could tell what became of it. Whether there was anything. */
    orphan(tab: string): boolean {
      const isOrphan = underWay.delete(tab) && (button === 'merchant' || seen.has(tab))
      if (isOrphan) underWay.add(`the former ${tab}`)
      seen.delete(tab)
      return isOrphan
    },
  }
}

const run = async (acts: readonly Act[], button: 'sdk' | 'merchant', isShared: boolean): Promise<void> => {
  const browser = createBrowser()
  const truth = createTruth(button)
  const shared = memory()
  const stores = { a: memory(), b: memory(), c: memory() }
  const open = new Map<Name, TestTab>()
  const servers = new Map<Name, ReturnType<typeof createToldServer>['answer']>()
  const settles = button === 'sdk' ? ['SDK_PAYMENT_CANCEL'] : ['SDK_PAYMENT_FAIL', 'SDK_FORM_VERIFICATION_FAILED']

  const openTab = async (name: Name): Promise<void> => {
    const { inquire, answer } = createToldServer()
    const storage = isShared ? shared : stores[name]
    const tab = await browser.open(name, { submitButton: button, storage, inquire, inquiry: patience })
    open.set(name, tab)
    servers.set(name, answer)
    if (button === 'merchant') tab.tell('SDK_END_OF_LOADING')
  }
  const reach = (name: Name, tab: TestTab | undefined) => (): Promise<unknown> => {
    // What a tab that is gone would have done, it does not do.
    if (open.get(name) === tab) truth.reached(name)
    return new Promise(() => {})
  }
  // What the SDK tells of is what it has been asked for: of a payment that is not under way there, it says nothing.
  const isCredible = (name: Name, code: string): boolean =>
    code === 'SDK_END_OF_LOADING'
      ? open.get(name)?.checkout.getSnapshot().state === 'loading'
      : truth.has(name) && !truth.isPaid

  /** The tabs that have seen a payment left behind. With a storage for each, all is forgotten with the last of them. */
  let witnesses: Name[] | undefined
  const isForgotten = (gone: Name): boolean => {
    if (truth.orphan(gone))
      witnesses ??= [...open].flatMap(([name, { checkout }]) => (checkout.getSnapshot().final ? [] : [name]))
    witnesses = witnesses?.filter((name) => name !== gone)
    return !isShared && witnesses?.length === 0
  }

  for (const name of tabs) await openTab(name)
  for (const next of acts) {
    const tab = 'tab' in next ? open.get(next.tab) : undefined
    switch (next.act) {
      case 'submit':
        void tab?.checkout.submit(reach(next.tab, tab)).then(insistNothingThrew)
        break
      case 'mount':
        void tab?.checkout.mount(reach(next.tab, tab)).then(insistNothingThrew)
        break
      case 'tell':
        if (!tab || !isCredible(next.tab, next.code)) break
        truth.told(next.tab, next.code, settles)
        tab.tell(next.code)
        break
      case 'leave':
      case 'crash':
        // With a storage for each tab, what a tab does not say in time is lost with it.
        await browser.leave(next.tab, isShared && next.act === 'crash' ? 'abruptly' : undefined)
        open.delete(next.tab)
        if (isForgotten(next.tab)) return
        break
      case 'open':
        // A tab that comes after a success does not know of it either: its entry is cleared.
        if (!tab && !truth.isPaid) await openTab(next.tab)
        break
      case 'close':
        tab?.checkout.close()
        if (isForgotten(next.tab)) return
        break
      case 'answer':
        tab?.clock.increment(0)
        servers.get(next.tab)?.('resolved', {
          paymentStatus: next.paymentStatus === 'the truth' ? truth.atTheServer : next.paymentStatus,
        })
        break
      case 'second':
        await browser.rest()
        tab?.clock.increment(1_000)
        await browser.rest()
        break
      case 'step':
        await browser.step(next.kind)
        break
      case 'rest':
        await browser.rest()
    }
    if (problem) throw problem
  }
  await browser.rest()
  if (problem) throw problem
}

let problem: unknown
/** The controller hands over what the SDK throws: that is where the truth has objected. */
const insistNothingThrew = (answer: { readonly _tag: string; readonly left?: unknown }): void => {
  const { kind, error } = (answer.left ?? {}) as { kind?: string; error?: unknown }
  if (kind === 'rejection') problem = error
}

describe.each([
  ['merchant', true, ['submit'], ['SDK_FORM_VERIFICATION_FAILED']],
  ['merchant', false, ['submit'], ['SDK_FORM_VERIFICATION_FAILED']],
  ['sdk', true, ['mount'], ['SDK_PAYMENT_CANCEL']],
  ['sdk', false, ['mount'], ['SDK_PAYMENT_CANCEL']],
] as const)('button: %s, one storage for all: %s', (button, isShared, acts, settlingToo) => {
  test('one payment at a time, and none after a success', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act(acts, settlingToo), { maxLength: 40, size: 'max' }), async (all) => {
        problem = undefined
        await run(all, button, isShared)
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 500) },
    )
  })
})
