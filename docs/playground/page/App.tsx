import { judge } from '../naive/judge.ts'
import { oursShown } from '../naive/ours.ts'
import { Controls } from './Controls.tsx'
import { Facts } from './Facts.tsx'
import { Inspector } from './Inspector.tsx'
import { CheckIcon } from './icons.tsx'
import { NaivePages } from './NaivePages.tsx'
import { play, state } from './playground.ts'
import { Shop } from './Shop.tsx'
import { isCompared, lang, say } from './settings.ts'
import { texts } from './texts.ts'

const Header = () => (
  <header class="top">
    <h1>
      antom-checkout-machine <span>{say(texts.playground)}</span>
    </h1>
    <p>{say(texts.lead)}</p>
    <label class="switch">
      <input
        id="compare"
        type="checkbox"
        checked={isCompared.value}
        onChange={({ currentTarget }) => {
          isCompared.value = currentTarget.checked
        }}
      />
      <span>{say(texts.compare)}</span>
    </label>
    <button
      type="button"
      id="language"
      lang={lang.value === 'en' ? 'zh' : 'en'}
      onClick={() => {
        lang.value = lang.value === 'en' ? 'zh' : 'en'
      }}
    >
      {say(texts.language)}
    </button>
  </header>
)

export const App = () => {
  const [running, now] = [play.value, state.value]
  return (
    <div class="playground" data-compared={isCompared.value ? '' : undefined}>
      <Header />
      <Controls />
      <main>
        <section class="with pane" aria-labelledby="with-title">
          <h2 id="with-title">
            {say(texts.withPackage)}
            {now && judge(oursShown(now.view), now.truth) === null && (
              <span class="fine">
                <CheckIcon /> {say(texts.fine)}
              </span>
            )}
          </h2>
          {running && now && (
            <>
              <Shop play={running} state={now} />
              <Facts state={now} />
            </>
          )}
        </section>
        {isCompared.value && now && <NaivePages state={now} />}
        <Inspector />
      </main>
    </div>
  )
}
