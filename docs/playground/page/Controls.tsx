import { signal } from '@preact/signals'
import { Scenarios } from './Scenarios.tsx'
import { SingleCodes } from './SingleCodes.tsx'
import { say } from './settings.ts'
import { TimeControls } from './TimeControls.tsx'
import { texts } from './texts.ts'

const shown = signal<'scenarios' | 'codes'>('scenarios')

export const Controls = () => (
  <nav class="controls" aria-label={say(texts.scenarios)}>
    <TimeControls />
    <div class="choice">
      {(['scenarios', 'codes'] as const).map((each) => (
        <button
          key={each}
          type="button"
          class="tab"
          id={`show-${each}`}
          aria-pressed={shown.value === each}
          onClick={() => {
            shown.value = each
          }}
        >
          {say(texts[each])}
        </button>
      ))}
    </div>
    {shown.value === 'scenarios' ? <Scenarios /> : <SingleCodes />}
  </nav>
)
