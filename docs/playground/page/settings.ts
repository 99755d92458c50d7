import { effect, signal } from '@preact/signals'
import type { Lang, Text } from '../../../src/catalogue/types.ts'
import { isScenarioName, type ScenarioName } from '../scenarios/scenarios.ts'

// What the visitor has chosen. It stands in the address: so it can be linked to, and outlives a reload and a redirect.

export const speeds = [0.5, 1, 2, 4, 8] as const

const address = new URLSearchParams(location.search)
const given = address.get('scenario')
const speedGiven = speeds.find((each) => String(each) === address.get('speed'))
const usualLang: Lang = navigator.language.startsWith('zh') ? 'zh' : 'en'

export const scenarioName = signal<ScenarioName>(isScenarioName(given) ? given : 'processing')
export const speed = signal<number>(speedGiven ?? 1)
export const lang = signal<Lang>(address.get('lang') === 'zh' ? 'zh' : address.get('lang') === 'en' ? 'en' : usualLang)
export const isCompared = signal(address.get('compare') !== 'no')
export const isHeldAtFirst = address.has('held')
/** The checkout to which the buyer comes back, by its id. */
export const returning = address.get('returning')

export const say = (text: Text): string => text[lang.value]

/** @param more what this address alone has */
export const addressWith = (more: Readonly<Record<string, string>> = {}): string =>
  `?${new URLSearchParams({
    scenario: scenarioName.value,
    speed: String(speed.value),
    lang: lang.value,
    ...(!isCompared.value && { compare: 'no' }),
    ...more,
  })}`

export const keepInAddress = (): void => {
  effect(() => {
    history.replaceState(null, '', addressWith())
    document.documentElement.lang = lang.value === 'zh' ? 'zh-CN' : 'en'
  })
}
