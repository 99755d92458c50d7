import { type CheckoutOptions, createCheckout, type Refusal, type Rejection, toView } from 'antom-checkout-machine'
import type { MerchantHandle, MerchantOptions, Told } from '../merchant.ts'
import { createRecorder } from './recorder.ts'
import { createSdk, type Sdk } from './sdk.ts'

// A merchant's page around the built package and the real SDK. Its address says how it is set up, and `window.merchant`
// is how a test uses it.

const found = new URLSearchParams(location.search).get('options')
const {
  integration = 'inline',
  environment = 'sandbox',
  loadingHooks = 'both',
  storage,
  inquireAt,
  ...plain
}: MerchantOptions = JSON.parse(found ?? '{}')

const recorder = createRecorder()

const inquire = (address: string): CheckoutOptions['inquire'] => {
  const ask = recorder.inquiring(async (signal) => (await fetch(address, { signal })).json())
  return ({ signal }) => ask(signal)
}

const storages = { session: () => sessionStorage, local: () => localStorage }
const options: CheckoutOptions = {
  ...plain,
  storage: storage && storages[storage](),
  inquire: inquireAt ? inquire(inquireAt) : undefined,
}

const checkout = createCheckout(options)
const states: string[] = []
const answers = new Map<string, Told>()
let sdk: Sdk | undefined

const stateElement = document.querySelector('#state') as HTMLElement
const payButton = document.querySelector('#pay') as HTMLButtonElement

const note = (state: string): void => {
  if (states.at(-1) !== state) states.push(state)
}
note(checkout.getSnapshot().state)
checkout.actor.subscribe((snapshot) => note(toView(snapshot).state))

const show = (): void => {
  const { state, canSubmit } = checkout.getSnapshot()
  stateElement.textContent = state
  payButton.disabled = !canSubmit
}
show()
checkout.subscribe(show)

type Answer = Awaited<ReturnType<typeof checkout.mount<unknown>>>

const told = (answer: Answer): Told => {
  if (answer._tag === 'Right') return { kind: 'done', value: answer.right }
  const refused: Refusal | Rejection = answer.left
  return refused.kind === 'refusal'
    ? { kind: 'refusal', reason: refused.reason, state: refused.state }
    : { kind: 'rejection', error: refused.error }
}

/** The callbacks that the SDK gets, recorded on their way. */
const callbacks = {
  onEventCallback: recorder.callback('onEventCallback', checkout.callbacks.onEventCallback),
  onError: recorder.callback('onError', checkout.callbacks.onError),
  onClose: recorder.callback('onClose', checkout.callbacks.onClose),
  onLog: recorder.callback('onLog', () => {}),
}

/** The SDK is constructed when it is first needed: a page that only comes back from a wallet does without. */
const theSdk = (): Sdk => {
  if (!sdk) {
    recorder.start()
    const element = { hooks: loadingHooks, state: () => checkout.getSnapshot().state }
    sdk = createSdk(integration, { environment, locale: 'en_US', ...callbacks }, element)
  }
  return sdk
}

/** What it tells of one call, once that has settled. */
const past = async (ask: () => unknown): Promise<Told> => {
  try {
    return { kind: 'done', value: await ask() }
  } catch (error) {
    return { kind: 'rejection', error }
  }
}

const merchant: MerchantHandle = {
  mount(sessionData) {
    const { mounting, mount } = theSdk()
    const call = recorder.command('mount', mounting)
    const ask = recorder.settling('mount', call, () => mount(sessionData))
    checkout.mount(ask).then((answer) => answers.set(`mount ${call}`, told(answer)))
    return call
  },
  submit() {
    const { submit } = theSdk()
    const call = recorder.command('submit', 'submit')
    checkout
      .submit(recorder.settling('submit', call, submit))
      .then((answer) => answers.set(`submit ${call}`, told(answer)))
    return call
  },
  unmount() {
    const call = recorder.command('unmount', 'unmount')
    theSdk().unmount()
    return call
  },
  mountAgain(sessionData) {
    theSdk().unmount()
    return merchant.mount(sessionData)
  },
  mountPastCheckout(sessionData) {
    const { mounting, mount } = theSdk()
    const call = recorder.command('mount', mounting)
    past(recorder.settling('mount', call, () => mount(sessionData))).then((answer) =>
      answers.set(`mount ${call}`, answer),
    )
    return call
  },
  submitPastCheckout() {
    const { submit } = theSdk()
    const call = recorder.command('submit', 'submit')
    past(recorder.settling('submit', call, submit)).then((answer) => answers.set(`submit ${call}`, answer))
    return call
  },
  call: (name, args) => callbacks[name](...args),
  close: () => checkout.close(),
  view: () => checkout.getSnapshot(),
  states: () => states,
  told: (name, call) => answers.get(`${name} ${call}`),
  trace: () => recorder.lines,
}

payButton.onclick = () => merchant.submit()
Object.assign(window, { merchant })
