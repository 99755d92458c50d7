import { ClearIcon, SearchIcon } from './icons.tsx'
import { type ChannelName, channel, onlyMarked, search } from './rows.ts'
import { numbers, say } from './words.ts'

const channels: readonly ChannelName[] = [
  'onEventCallback',
  'onError',
  'onClose',
  'command',
  'promise',
  'server',
  'timer',
  'tab',
]

interface Props {
  /** How many rows are left; `null`: nothing is filtered. */
  readonly found: number | null
  onLeave(): void
}

/** The button for it goes with what it clears: one writes on. */
const clear = (): void => {
  search.value = ''
  document.getElementById('search')?.focus()
}

/** What narrows the timeline. */
export const TimelineFilter = ({ found, onLeave }: Props) => (
  <search class="filter bar">
    <label class="field search">
      <SearchIcon />
      <input
        id="search"
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-label={say('search')}
        aria-keyshortcuts="/"
        placeholder={say('searchHint')}
        value={search.value}
        onInput={({ currentTarget }) => (search.value = currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') search.value = ''
          if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault()
            onLeave()
          }
        }}
      />
      {search.value === '' ? (
        <kbd>/</kbd>
      ) : (
        <button type="button" class="icon" aria-label={say('clear')} onClick={clear}>
          <ClearIcon />
        </button>
      )}
    </label>
    <select
      aria-label={say('channel')}
      value={channel.value ?? ''}
      onChange={({ currentTarget: { value } }) => (channel.value = channels.find((each) => each === value) ?? null)}
    >
      <option value="">{say('everyChannel')}</option>
      {channels.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </select>
    <label class="check">
      <input
        type="checkbox"
        checked={onlyMarked.value}
        onChange={({ currentTarget }) => (onlyMarked.value = currentTarget.checked)}
      />
      {say('onlyMarked')}
    </label>
    <output class="hint" aria-live="polite">
      {found === null ? '' : `${numbers(found)} ${say('matches')}`}
    </output>
  </search>
)
