import type { PlayState } from '../component/play.ts'
import { type NaiveName, naiveHandlers, naiveNames } from '../naive/handlers.ts'
import { harms, judge } from '../naive/judge.ts'
import type { Harm, Shown } from '../naive/types.ts'
import { AlarmIcon } from './icons.tsx'
import { say } from './settings.ts'
import { sayings, texts } from './texts.ts'

interface PageProps {
  readonly name: NaiveName
  readonly shown: Shown
  readonly harm: Harm | null
}

const NaivePage = ({ name, shown, harm }: PageProps) => {
  const { title, about } = naiveHandlers[name]
  return (
    <li class="naive-page" data-naive={name} data-harm={harm ?? undefined}>
      <h3 title={say(about)}>{say(title)}</h3>
      <p class="screen" data-says={shown.says}>
        {say(sayings[shown.says])}
        {shown.offers === 'another' && <b>{say(texts.payAgain)}</b>}
      </p>
      {harm ? (
        <p class="harm">
          <AlarmIcon /> {say(harms[harm])}
        </p>
      ) : (
        <p class="about">{say(about)}</p>
      )}
    </li>
  )
}

/** What the mistakes of real integrations would have shown the buyer, for the very same callbacks. */
export const NaivePages = ({ state: { naive, truth } }: { readonly state: PlayState }) => {
  const judged = naiveNames.map((name) => ({ name, shown: naive[name], harm: judge(naive[name], truth) }))
  const costly = judged.filter(({ harm }) => harm !== null).length
  return (
    <section class="naive pane" aria-labelledby="naive-title">
      <h2 id="naive-title">
        <span>
          {say(texts.withoutPackage)} <small>{say(texts.sameCallbacks)}</small>
        </span>
        <span class="count" data-costly={costly}>
          {costly} {say(texts.of)} {naiveNames.length} {say(texts.costly)}
        </span>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keys. */}
      <ul tabIndex={0}>
        {judged.map((each) => (
          <NaivePage key={each.name} {...each} />
        ))}
      </ul>
    </section>
  )
}
