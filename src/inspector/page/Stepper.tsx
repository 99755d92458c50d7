import { firstPosition, goTo, lastPosition, type OpenCheckout } from './desk.ts'
import { BackIcon, ForwardIcon, NowIcon } from './icons.tsx'
import { numbers, say } from './words.ts'

/** Goes back in time, and forth, and to now. */
export const Stepper = ({ checkout }: { readonly checkout: OpenCheckout }) => {
  const journey = checkout.journey.value
  if (!journey) return null
  const position = checkout.position.value
  const [first, last] = [firstPosition(journey), lastPosition(journey)]
  const isNow = position === last
  return (
    <fieldset class="stepper bar">
      <legend class="visually-hidden">{say('position')}</legend>
      <button
        type="button"
        class="icon"
        aria-label={say('back')}
        disabled={position <= first}
        onClick={() => goTo(checkout, position - 1)}
      >
        <BackIcon />
      </button>
      <input
        type="range"
        min={first}
        max={last}
        value={position}
        aria-label={say('position')}
        disabled={first === last}
        onInput={({ currentTarget }) => goTo(checkout, currentTarget.valueAsNumber)}
      />
      <button
        type="button"
        class="icon"
        aria-label={say('forward')}
        disabled={isNow}
        onClick={() => goTo(checkout, position + 1)}
      >
        <ForwardIcon />
      </button>
      <span class="place">
        {numbers(position)} / {numbers(last)}
      </span>
      <button type="button" class="now" disabled={isNow} onClick={() => goTo(checkout, last)}>
        <NowIcon />
        {say(isNow ? 'following' : 'now')}
      </button>
    </fieldset>
  )
}
