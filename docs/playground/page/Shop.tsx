import { wordsFor } from '../../examples/ui/words.ts'
import { sentenceFor } from '../buyer-words.ts'
import type { Play, PlayState } from '../component/play.ts'
import { scenarioOf } from '../scenarios/scenarios.ts'
import { CheckIcon, LockIcon } from './icons.tsx'
import { PaymentComponent } from './PaymentComponent.tsx'
import { lang, say, scenarioName } from './settings.ts'
import { texts } from './texts.ts'

interface Props {
  readonly play: Play
  readonly state: PlayState
}

const Order = () => (
  <div class="order">
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <rect width="48" height="48" rx="10" class="tin" />
      <path class="leaf" d="M13 34c0-13 8-20 22-20 0 14-8 21-20 21 2-6 6-11 11-14-7 2-11 7-13 13z" />
    </svg>
    <div>
      <strong>{say(texts.oolong)}</strong>
      <span class="quantity">{say(texts.quantity)}</span>
    </div>
    <b>$14.00</b>
  </div>
)

/** The buyer's page: it shows what the machine's view says, and decides nothing by itself. */
export const Shop = ({ play, state }: Props) => {
  const { view, drawn } = state
  const { button } = wordsFor(view)
  const isPaid = view.state === 'succeeded'
  const { submitButton = 'merchant' } = scenarioOf(scenarioName.value)
  return (
    <article class="shop" data-state={view.state}>
      <div class="address">
        <i />
        <i />
        <i />
        <span>
          <LockIcon /> leaf-and-cup.example/{isPaid ? 'thank-you' : 'checkout'}
        </span>
      </div>
      <div class="shop-page">
        <h2>
          <span>{say(texts.shop)}</span>
          {say(isPaid ? texts.result : texts.checkout)}
        </h2>
        <Order />
        {isPaid ? (
          <div class="seal">
            <CheckIcon />
          </div>
        ) : (
          <PaymentComponent drawn={drawn} play={play} hasButton={submitButton === 'sdk'} />
        )}
        <p class="sentence" role="status">
          {view.busy && <i class="spinner" />}
          <span>{sentenceFor(view, lang.value)}</span>
        </p>
        {button === 'pay' && submitButton === 'merchant' && (
          <button type="button" id="pay" class="primary" disabled={!view.canSubmit} onClick={play.pay}>
            {say(texts.pay)} $14.00
          </button>
        )}
        {button === 'try-again' && (
          <button type="button" id="again" class="primary" onClick={play.tryAgain}>
            {say(texts.tryAgain)}
          </button>
        )}
      </div>
    </article>
  )
}
