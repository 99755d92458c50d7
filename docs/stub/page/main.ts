import type { PagePhase, ReceivedSubmit, RedirectData, SdkMessage, StubPage, SubmitAnswer } from '../protocol.ts'
import { type Scenario, type Step, scenarios } from '../scenarios.ts'
import { NOWHERE, readStubSession, type StubSession } from '../session-data.ts'
import { embeddedSession, emit, isPopup, isPreload, listen, merchantUrl, post, region } from './channel.ts'
import { answerElement, isElement, noteReport, sizeOwner, takeAnswer } from './element-page.ts'
import { showForm, showQuestion, showText } from './screen.ts'

// The payment page that the SDK loads into its iframe. See ../README.md.

let phase: PagePhase = 'opened'
let session: StubSession = { scenario: 'manual', paymentRequestId: '' }
let tries = 0
const heard: SdkMessage[] = []
const submits: ReceivedSubmit[] = []

const scenario = (): Scenario => scenarios[session.scenario]

const send = (code: string, result?: unknown, message?: string): void => {
  emit('onEventCallback', { code, message, result })
}

/** Tells "Antom's server" what became of a payment, for a merchant's server that asks it. */
const tellServer = (code: string, result: unknown): void => {
  const { paymentStatus, paymentResultCode } = (result ?? {}) as { paymentStatus?: string; paymentResultCode?: string }
  const status = paymentStatus ?? (code === 'SDK_PAYMENT_CANCEL' ? 'CANCELLED' : undefined)
  if (!status) return
  const body = JSON.stringify({
    paymentRequestId: session.paymentRequestId,
    paymentStatus: status,
    paymentResultCode,
  })
  void fetch('/stub/outcome', { method: 'POST', body, keepalive: true })
}

const leaveForWallet = (): void => {
  const wallet = new URL('/stub/wallet.html', location.origin)
  wallet.searchParams.set('id', session.paymentRequestId)
  wallet.searchParams.set('return', session.returnUrl ?? merchantUrl)
  emit('onRedirect', { normalUrl: wallet.href })
}

/** What a person sees the scenario do. `end` is told when nothing more comes. */
const play = (steps: readonly Step[], end: () => void): void => {
  for (const step of steps) {
    if ('report' in step) {
      tellServer(step.report, step.result)
      send(step.report, step.result)
      noteReport(step.report, step.result)
    } else if ('leave' in step) leaveForWallet()
    else if ('form' in step) {
      openForm()
      end()
      return
    } else {
      phase = 'asking'
      showQuestion(step.ask, step.yes, step.no, ({ steps: next }) => play(next, end))
      return
    }
  }
  phase = 'done'
  showText('That was all.')
  end()
}

const pay = (end: () => void = () => {}): void => {
  const all = scenario().pay
  const steps = all[Math.min(tries, all.length - 1)] ?? []
  tries += 1
  // A test that drives the page keeps its form.
  if (session.scenario === 'manual') return
  play(steps, end)
}

const openForm = (): void => {
  phase = 'form'
  if (isElement) showText(scenario().about)
  else showForm(scenario().about, () => pay())
}

const answerSubmit = (answer: SubmitAnswer, at = submits.findIndex(({ answered }) => !answered)): void => {
  const submit = submits[at]
  if (!submit) throw new Error('there is no submit() to answer')
  submit.answered = true
  emit('onSubmitPayCallback', answer, submit.id)
}

const rejectRepeat = (): void => {
  send('SDK_DUPLICATE_SUBMISSION_BEHAVIOR')
  answerSubmit({ code: 'REPEAT_REQ_REJECT', message: 'A payment is already being submitted.' }, submits.length - 1)
}

/** The merchant's own button. By itself the page does what "pay" does, once at a time. */
const receiveSubmit = (submit: ReceivedSubmit): void => {
  submits.push(submit)
  if (session.scenario === 'manual') return
  const at = submits.length - 1
  if (isElement) pay(() => answerElement(submit, takeAnswer()))
  else if (phase === 'form') pay(() => answerSubmit({ code: 'SUCCESS' }, at))
  else rejectRepeat()
}

const endLoading = (): void => {
  emit('dismissLoading', { message: '' })
  if (isPopup) emit('showCloseButton', {})
  emit('onSizeChanged', { height: 360, width: 420, ...sizeOwner })
}

const launch = (): void => {
  if (phase === 'opened') phase = 'launched'
  emit('onLaunch')
}

const stub: StubPage = {
  get phase() {
    return phase
  },
  get scenario() {
    return session.scenario
  },
  heard,
  submits,
  launch,
  endLoading,
  send,
  sendRaw: (data) => emit('onEventCallback', data),
  emit,
  post,
  answerSubmit,
  rejectRepeat,
  answerElement(answer, at = submits.findIndex(({ answered }) => !answered), byEvent = false) {
    const submit = submits[at]
    if (!submit) throw new Error('there is no submitPayment() to answer')
    submit.answered = true
    answerElement(submit, answer, byEvent)
  },
  closePopup(asCancelled = false) {
    emit('setAllowRetention', false)
    if (asCancelled)
      emit('declareEventCallbackInfo', {
        popWindowEventInfo: { enableCallback: true, eventName: 'SDK_PAYMENT_CANCEL', eventResult: {} },
      })
    emit('onClose')
  },
  redirect: (to: string | RedirectData) => emit('onRedirect', to),
}

const hear = (message: SdkMessage): void => {
  heard.push(message)
  const { event, data, eventCallbackId } = message.context
  if (event === 'renderComponent') {
    session = (data as { sessionResult?: { stub?: StubSession } }).sessionResult?.stub ?? session
    openForm()
    endLoading()
  }
  if (event === 'submitPay' && eventCallbackId) receiveSubmit({ id: eventCallbackId, data, answered: false })
}

Object.assign(window, { stub })
if (embeddedSession !== null) {
  session = readStubSession(embeddedSession) ?? session
  openForm()
} else if (!isPreload) {
  listen(hear)
  if (region !== NOWHERE) launch()
}
