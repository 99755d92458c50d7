import { useLayoutEffect, useRef } from 'preact/hooks'
import { groups, type ScenarioName, scenarioNames, scenarioOf } from '../scenarios/scenarios.ts'
import { start } from './playground.ts'
import { say, scenarioName } from './settings.ts'
import { groupNames } from './texts.ts'

const ScenarioButton = ({ name }: { readonly name: ScenarioName }) => {
  const isCurrent = scenarioName.value === name
  const { title, about } = scenarioOf(name)
  return (
    <button
      type="button"
      class="scenario"
      data-scenario={name}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => start(name)}
    >
      <strong class="scenario-title">{say(title)}</strong>
      {isCurrent && <span class="scenario-about">{say(about)}</span>}
    </button>
  )
}

/** The list alone is scrolled, not the page: on a phone they are one below the other. */
const bringIntoView = (list: HTMLElement | null): void => {
  const current = list?.querySelector<HTMLElement>('[aria-current]')
  if (!list || !current) return
  const isAbove = current.offsetTop < list.scrollTop
  const isBelow = current.offsetTop + current.offsetHeight > list.scrollTop + list.clientHeight
  if (isAbove || isBelow) list.scrollTop = current.offsetTop - (list.clientHeight - current.offsetHeight) / 2
}

export const Scenarios = () => {
  const list = useRef<HTMLDivElement>(null)
  const current = scenarioName.value
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is played.
  useLayoutEffect(() => bringIntoView(list.current), [current])
  return (
    <div class="scenarios" ref={list}>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{say(groupNames[group])}</h2>
          <ul>
            {scenarioNames
              .filter((name) => scenarioOf(name).group === group)
              .map((name) => (
                <li key={name}>
                  <ScenarioButton name={name} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
