import type { Frame, Page } from 'playwright-core'
import type { AppEvent, PagePhase, RedirectData, StubPage, SubmitAnswer } from '../../docs/stub/protocol.ts'

/** The payment page in the SDK's iframe, driven from a test. What each says is told at `StubPage`. */
export interface PaymentPage {
  readonly frame: Frame
  send(code: string, result?: unknown, message?: string): Promise<void>
  sendRaw(data: unknown): Promise<void>
  emit(event: AppEvent, data?: unknown): Promise<void>
  post(message: unknown): Promise<void>
  launch(): Promise<void>
  endLoading(): Promise<void>
  answerSubmit(answer: SubmitAnswer, at?: number): Promise<void>
  rejectRepeat(): Promise<void>
  closePopup(asCancelled?: boolean): Promise<void>
  redirect(to: string | RedirectData): Promise<void>
  /** Waits until this many `submit()` calls have come; answers what they carried. */
  submits(count: number): Promise<readonly unknown[]>
  /** The buyer presses a button: `pay` of the form, `yes` or `no` of a question. */
  press(button: 'pay' | 'yes' | 'no'): Promise<void>
}

declare global {
  /** In the payment page. */
  var stub: StubPage
}

/** The iframe that is mounted: others are loaded ahead, to warm the cache. */
const mounted = 'iframe[src*="instanceId="]:not([src*="isPreload=true"]), #antom-checkout-page-sub-page-iframe'

const phases: readonly PagePhase[] = ['opened', 'launched', 'form', 'asking', 'done']

export const createPaymentPage = async (page: Page, phase: 'opened' | 'launched' | 'form'): Promise<PaymentPage> => {
  const iframe = await page.waitForSelector(mounted, { state: 'attached' })
  const frame = await iframe.contentFrame()
  if (!frame) throw new Error('the SDK’s iframe has no document')
  await frame.waitForFunction(
    (enough) => 'stub' in globalThis && enough.includes(stub.phase),
    phases.slice(phases.indexOf(phase)),
  )
  return {
    frame,
    send: (code, result, message) =>
      frame.evaluate(([c, r, m]) => stub.send(c, r, m), [code, result, message] as const),
    sendRaw: (data) => frame.evaluate((d) => stub.sendRaw(d), data),
    emit: (event, data) => frame.evaluate(([e, d]) => stub.emit(e, d), [event, data] as const),
    post: (message) => frame.evaluate((m) => stub.post(m), message),
    launch: () => frame.evaluate(() => stub.launch()),
    endLoading: () => frame.evaluate(() => stub.endLoading()),
    answerSubmit: (answer, at) => frame.evaluate(([a, n]) => stub.answerSubmit(a, n), [answer, at] as const),
    rejectRepeat: () => frame.evaluate(() => stub.rejectRepeat()),
    closePopup: (asCancelled) => frame.evaluate((c) => stub.closePopup(c), asCancelled),
    redirect: (to) => frame.evaluate((t) => stub.redirect(t), to),
    async submits(count) {
      await frame.waitForFunction((n) => stub.submits.length >= n, count)
      return frame.evaluate(() => stub.submits.map(({ data }) => data))
    },
    // A button may leave the page: what comes of it is for the test to wait for.
    press: (button) => frame.click(`#${button}`, { noWaitAfter: true }),
  }
}
