import { signal, useSignal } from '@preact/signals'
import { eventCodes } from '../../catalogue/event-codes.ts'
import { paymentResultCodes } from '../../catalogue/payment-result-codes.ts'
import type { EventCodeEntry, EventKind } from '../../catalogue/types.ts'
import type { Intervention } from '../protocol.ts'
import { goTo, lastPosition, type OpenCheckout, stateAt } from './desk.ts'
import { Snippet } from './Snippet.tsx'
import { controlSnippet } from './snippets.ts'
import type { TextName } from './texts.ts'
import { inLang, say } from './words.ts'

type Channel = 'onEventCallback' | 'onError'

const statuses = ['SUCCESS', 'FAIL', 'PROCESSING', 'PENDING', 'CANCELLED'] as const

/** The status that the real SDK sends with such a code. */
const usualStatus: Readonly<Record<string, string>> = {
  SDK_PAYMENT_SUCCESSFUL: 'SUCCESS',
  SDK_PAYMENT_FAIL: 'FAIL',
  SDK_PAYMENT_PROCESSING: 'PROCESSING',
  SDK_PAYMENT_PENDING: 'PENDING',
}

// `usual`: as the code says; `none`: left out.
const via = signal<Channel>('onEventCallback')
const status = signal('usual')
const resultCode = signal('')

const interventionOf = (code: string, { kind }: EventCodeEntry): Intervention => {
  const paymentStatus =
    status.value === 'usual' ? usualStatus[code] : status.value === 'none' ? undefined : status.value
  if (kind !== 'result') return { via: via.value, code }
  return {
    via: via.value,
    code,
    ...(paymentStatus !== undefined && { paymentStatus }),
    ...(resultCode.value !== '' && { paymentResultCode: resultCode.value }),
  }
}

const kinds: readonly (readonly [EventKind, TextName])[] = [
  ['result', 'results'],
  ['status', 'statuses'],
  ['error', 'errors'],
]

const codesOf = (kind: EventKind): readonly (readonly [string, EventCodeEntry])[] =>
  Object.entries<EventCodeEntry>(eventCodes).filter(([, entry]) => entry.kind === kind)

const Choices = () => (
  <div class="send-choices">
    <fieldset class="choice">
      <legend>{say('by')}</legend>
      {(['onEventCallback', 'onError'] as const).map((each) => (
        <label key={each}>
          <input type="radio" name="via" checked={via.value === each} onChange={() => (via.value = each)} />
          {each}
        </label>
      ))}
    </fieldset>
    <label class="field">
      paymentStatus
      <select value={status.value} onChange={({ currentTarget }) => (status.value = currentTarget.value)}>
        <option value="usual">{say('asTheCodeSays')}</option>
        <option value="none">{say('leftOut')}</option>
        {statuses.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
    <label class="field">
      paymentResultCode
      <select value={resultCode.value} onChange={({ currentTarget }) => (resultCode.value = currentTarget.value)}>
        <option value="">{say('leftOut')}</option>
        <option>SUCCESS</option>
        {Object.keys(paymentResultCodes).map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  </div>
)

const WhyNot = ({ checkout }: { readonly checkout: OpenCheckout }) => {
  const why = checkout.sending.value
  if (why === 'allowed') return null
  return (
    <div class="why-not">
      <p>{say(why)}</p>
      {why === 'noSendControl' && <Snippet code={controlSnippet} />}
    </div>
  )
}

/** Sends a live checkout what the SDK, the buyer or the merchant could. */
export const Send = ({ checkout }: { readonly checkout: OpenCheckout }) => {
  // The newest thing that was sent: said once, for readers of the screen, too.
  const sent = useSignal('')
  const isAllowed = checkout.sending.value === 'allowed'
  const journey = checkout.journey.value
  const isOver = journey !== null && stateAt(journey, lastPosition(journey)).status !== 'active'
  const send = (name: string, intervention: Intervention): void => {
    if (journey) goTo(checkout, lastPosition(journey))
    checkout.send?.(intervention)
    sent.value = name
  }
  return (
    <div class="send">
      <WhyNot checkout={checkout} />
      {isAllowed && <p class="hint">{say(isOver ? 'ended' : 'sendHint')}</p>}
      <fieldset class="send-form" disabled={!isAllowed}>
        <legend class="visually-hidden">{say('sendTo')}</legend>
        <Choices />
        {kinds.map(([kind, name]) => (
          <section key={kind} class="codes">
            <h3>{say(name)}</h3>
            <div class="chips">
              {codesOf(kind).map(([code, entry]) => (
                <button
                  key={code}
                  type="button"
                  class="chip"
                  data-usual={entry.callbacks.some((callback) => callback === via.value)}
                  title={inLang(entry.meaning)}
                  onClick={() => send(code, interventionOf(code, entry))}
                >
                  {code}
                </button>
              ))}
            </div>
          </section>
        ))}
        <section class="codes">
          <h3>{say('merchant')}</h3>
          <div class="chips">
            <button type="button" class="chip plain" onClick={() => send('onClose', { via: 'onClose' })}>
              {say('onClose')}
            </button>
            <button type="button" class="chip plain" onClick={() => send('close', { via: 'close' })}>
              {say('closeIt')}
            </button>
          </div>
        </section>
      </fieldset>
      <output class="hint" aria-live="polite">
        {sent.value && `${say('sent')}: ${sent.value}`}
      </output>
    </div>
  )
}
