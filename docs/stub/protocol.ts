// How the SDK and its payment page talk: JSON strings by `postMessage`, as `@alipay/ams-checkout` 1.47.2 reads and writes
// them (esm/plugin/component/index.js, esm/constant). Types and names only: the page and the tests share them.

/** What the page says to the SDK. */
export interface AppMessage {
  readonly name: 'APP_TO_SDK'
  /** Which SDK object is meant: the page has it from its own address. Others' messages are ignored by the SDK. */
  readonly instanceId: string
  readonly context: MessageContext<AppEvent>
}

/** What the SDK says to the page. */
export interface SdkMessage {
  readonly name: 'SDK_TO_APP'
  readonly instanceId: string
  readonly context: MessageContext<string>
}

export interface MessageContext<Name extends string> {
  readonly event: Name
  readonly data?: unknown
  /** What an answer has to carry, so that the SDK knows which question it answers. */
  readonly eventCallbackId?: string | undefined
}

/** The events that the stub's page uses. The SDK drops what it does not know. */
export type AppEvent =
  | 'onLaunch'
  | 'onSizeChanged'
  | 'dismissLoading'
  | 'onEventCallback'
  | 'onSubmitPayCallback'
  | 'onRedirect'
  | 'onClose'
  | 'setAllowRetention'
  | 'declareEventCallbackInfo'
  | 'onLog'
  | (string & {})

/** A `submit()` of the merchant's that reached the page. */
export interface ReceivedSubmit {
  readonly id: string
  readonly data: unknown
  answered: boolean
}

/** What `submit()` resolves to, as the SDK's own declarations have it. */
export interface SubmitAnswer {
  readonly code: string
  readonly message?: string
  readonly [more: string]: unknown
}

/** Where the page stands. `form` and after: the buyer sees something. */
export type PagePhase = 'opened' | 'launched' | 'form' | 'asking' | 'done'

/** `window.stub` in the payment page: what a test says, the page reports, and when. */
export interface StubPage {
  readonly phase: PagePhase
  /** The present question's or form's text, as a person sees it. */
  readonly scenario: string
  /** Everything that the SDK sent, oldest first. */
  readonly heard: readonly SdkMessage[]
  readonly submits: readonly ReceivedSubmit[]
  /** "I am there": without it the SDK gives up after 15 s. The page says it by itself, except in `never-loads`. */
  launch(): void
  /** The form is there: `SDK_END_OF_LOADING`. The page says it by itself when the SDK asks it to render. */
  endLoading(): void
  /** One call of the merchant's `onEventCallback`. */
  send(code: string, result?: unknown, message?: string): void
  /** The same with anything at all: the SDK checks nothing of it. */
  sendRaw(data: unknown): void
  /** Any event of the protocol. */
  emit(event: AppEvent, data?: unknown, eventCallbackId?: string): void
  /** A message as it stands, e.g. one that is not JSON. */
  post(message: unknown): void
  /** Answers a `submit()`: the oldest that is unanswered, or the one at that place (0 is the first). */
  answerSubmit(answer: SubmitAnswer, at?: number): void
  /** Payment Element: the same for a `submitPayment()`, with anything at all. See `page/element-page.ts` for `byEvent`. */
  answerElement(answer: unknown, at?: number, byEvent?: boolean): void
  /** Refuses the newest `submit()` as a repetition, in the two ways in which the real page does. */
  rejectRepeat(): void
  /** The buyer closes the popup by the page's own button. With `asCancelled`, `SDK_PAYMENT_CANCEL` follows. */
  closePopup(asCancelled?: boolean): void
  /** Leaves the merchant's page. */
  redirect(to: string | RedirectData): void
}

export interface RedirectData {
  readonly normalUrl?: string
  readonly schemeUrl?: string
  readonly applinkUrl?: string
  readonly target?: '_self' | '_blank' | '_replace'
  readonly isDestroy?: boolean
  readonly isCallApp?: boolean
}
