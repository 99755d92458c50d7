import { toneOf } from '../../../src/inspector/page/tones.ts'
import type { PlayState } from '../component/play.ts'
import { say } from './settings.ts'
import { moneyNames, texts } from './texts.ts'

/** What a page can go by, and what none can know. */
export const Facts = ({ state: { view, truth } }: { readonly state: PlayState }) => (
  <div class="facts">
    <dl>
      <dt>{say(texts.machineSays)}</dt>
      <dd>
        <code id="machine-state" data-tone={toneOf(view.state)}>
          {view.state}
        </code>{' '}
        <code>submission: {view.submission}</code> <code>nextStep: {view.nextStep}</code>
        {view.counts.duplicates > 0 && <code> duplicates: {view.counts.duplicates}</code>}
      </dd>
      <dt>{say(texts.truth)}</dt>
      <dd>
        <span class="money" data-money={truth.money}>
          {say(moneyNames[truth.money])}
        </span>
      </dd>
    </dl>
  </div>
)
