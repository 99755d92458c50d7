import { marks as markTexts } from '../../replay/texts.ts'
import type { Facts } from '../journey/facts.ts'
import { nameOf } from '../journey/state.ts'
import type { Moment, State } from '../journey/types.ts'
import { StateName } from './State.tsx'
import { toneOf } from './tones.ts'
import { gap, inLang, say, shown, since as sinceStart, titleOf } from './words.ts'

/** In pixels; `timeline.css` draws them so. */
export const ROW_HEIGHT = 48

interface Place {
  /** Its position in the journey. */
  readonly at: number
  /** Where it begins, in pixels from the list's beginning. */
  readonly start: number
  readonly index: number
  readonly count: number
  readonly isSelected: boolean
  onPick(): void
}

const rowOf = ({ at, start, index, count, isSelected, onPick }: Place, after: State) => ({
  id: `moment-${at}`,
  class: 'row',
  role: 'option' as const,
  'aria-selected': isSelected,
  'aria-posinset': index + 1,
  'aria-setsize': count,
  'data-tone': toneOf(nameOf(after.path)),
  style: { transform: `translateY(${start}px)` },
  onClick: onPick,
})

interface Props extends Place {
  readonly moment: Moment
  readonly facts: Facts
  readonly before: State
  /** When the moment before was. */
  readonly since: number
}

export const MomentRow = ({ moment, facts, before, since, ...place }: Props) => {
  const { t, channel, code, marks, after, event } = moment
  const result = event?.result?.paymentResultCode ?? event?.result?.paymentStatus
  return (
    <div {...rowOf(place, after)} data-severity={facts.severity}>
      <span class="row-time">{sinceStart(t)}</span>
      <span class="row-line">
        <span class="row-code" title={titleOf(code)}>
          {shown(code)}
          {result !== undefined && (
            <span class="row-result" title={facts.result ? inLang(facts.result) : undefined}>
              {' '}
              {shown(result)}
            </span>
          )}
        </span>
        {facts.from !== facts.to ? (
          <span class="row-move">
            <StateName path={before.path} />
            <span class="arrow" role="img" aria-label={say('goesTo')}>
              →
            </span>
            <StateName path={after.path} />
          </span>
        ) : (
          <span class="row-move unmoved">
            <span class="visually-hidden">{say('staysIn')} </span>
            <StateName path={after.path} />
          </span>
        )}
      </span>
      <span class="row-gap">{gap(t - since)}</span>
      <span class="row-line">
        <span class="row-meaning">
          <span class="channel">{channel}</span> {inLang(facts.meaning)}
        </span>
        {marks.map((mark) => (
          <span key={mark} class="mark" data-mark={mark.split(':')[0]} title={inLang(markTexts[mark])}>
            {inLang(markTexts[mark])}
          </span>
        ))}
      </span>
    </div>
  )
}

export const BeginningRow = ({ state, ...place }: Place & { readonly state: State }) => (
  <div {...rowOf(place, state)}>
    <span class="row-time" />
    <span class="row-line">
      <span class="row-code plain">{say('beginning')}</span>
      <span class="row-move">
        <StateName path={state.path} />
      </span>
    </span>
    <span class="row-gap" />
    <span class="row-line">
      <span class="row-meaning">{say('beginningHint')}</span>
    </span>
  </div>
)
