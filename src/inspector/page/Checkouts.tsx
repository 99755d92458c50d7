import { useLayoutEffect, useRef } from 'preact/hooks'
import { checkouts, lastPosition, type OpenCheckout, putAway, select, selected, stateAt } from './desk.ts'
import { ClearIcon, OpenIcon } from './icons.tsx'
import { isOpening } from './panels.ts'
import { StateName } from './State.tsx'
import { type TextName, texts } from './texts.ts'
import { numbers, say, shown, titleOf } from './words.ts'

const isText = (name: string): name is TextName => Object.hasOwn(texts, name)

const Standing = ({ checkout }: { readonly checkout: OpenCheckout }) => {
  const journey = checkout.journey.value
  const progress = checkout.progress.value
  if (checkout.failure.value) return <span class="hint bad">{say(checkout.failure.value)}</span>
  if (!journey) return <span class="hint">{say(progress ? 'opening' : 'unopened')}</span>
  return <StateName path={stateAt(journey, lastPosition(journey)).path} />
}

const Entry = ({ checkout }: { readonly checkout: OpenCheckout }) => {
  const button = useRef<HTMLButtonElement>(null)
  const isSelected = selected.value === checkout
  useLayoutEffect(() => {
    if (isSelected) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isSelected])
  const name = checkout.name.value
  const journey = checkout.journey.value
  const progress = checkout.progress.value
  const isGone = checkout.kind === 'live' && checkout.sending.value === 'noSendGone'
  return (
    <li class="entry" data-kind={checkout.kind}>
      <button
        ref={button}
        type="button"
        class="entry-open"
        aria-current={isSelected ? 'true' : undefined}
        onClick={() => select(checkout)}
      >
        <span class="entry-name" title={titleOf(name)}>
          {shown(name)}
        </span>
        <span class="entry-about">
          <Standing checkout={checkout} />
          <span class="entry-from hint">
            {checkout.kind === 'live' && (
              <span class="kind" data-is-gone={isGone}>
                {say(isGone ? 'gone' : 'live')}
              </span>
            )}
            {isText(checkout.from) ? say(checkout.from) : shown(checkout.from)}
            {journey && ` · ${numbers(lastPosition(journey))}`}
          </span>
        </span>
      </button>
      {progress ? (
        <div class="entry-progress">
          <progress aria-label={say('opening')} max={1} {...(progress.share !== null && { value: progress.share })} />
          <button type="button" class="quiet" onClick={() => progress.cancel()}>
            {say('cancel')}
          </button>
        </div>
      ) : (
        <button
          type="button"
          class="icon entry-close"
          aria-label={`${say('closeCheckout')}: ${shown(name)}`}
          onClick={() => putAway(checkout)}
        >
          <ClearIcon />
        </button>
      )}
    </li>
  )
}

/** Everything that lies open: what runs, and what was recorded. */
export const Checkouts = () => (
  <nav class="checkouts panel" aria-label={say('checkouts')}>
    <h2 class="bar">
      {say('checkouts')} <span class="hint">{numbers(checkouts.value.length)}</span>
      <button type="button" class="quiet open" title={say('sources')} onClick={() => (isOpening.value = true)}>
        <OpenIcon />
        {say('open')}
      </button>
    </h2>
    {checkouts.value.length === 0 ? (
      <p class="hint empty">{say('noCheckouts')}</p>
    ) : (
      <ul class="entries">
        {checkouts.value.map((checkout) => (
          <Entry key={checkout.id} checkout={checkout} />
        ))}
      </ul>
    )}
  </nav>
)
