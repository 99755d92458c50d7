import { effect, signal } from '@preact/signals'
import type { Lang } from '../../catalogue/types.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

// All that this page ever stores. Where nothing may be stored, they last as long as the page.
const stored = (key: string): string | null => {
  try {
    return localStorage.getItem(`antom-inspector.${key}`)
  } catch {
    return null
  }
}
const store = (key: string, value: string): void => {
  try {
    localStorage.setItem(`antom-inspector.${key}`, value)
  } catch {
    // Then it is forgotten.
  }
}

const langs: readonly Lang[] = ['en', 'zh']
const usualLang: Lang = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'

export const lang = signal<Lang>(langs.find((each) => each === stored('lang')) ?? usualLang)
export const theme = signal<Theme>(themes.find((each) => each === stored('theme')) ?? 'system')

/** Keeps the page's own element, and what is remembered, as they were chosen. */
export const keepPreferences = (): void => {
  effect(() => {
    document.documentElement.lang = lang.value === 'zh' ? 'zh-CN' : 'en'
    store('lang', lang.value)
  })
  const isDark = matchMedia('(prefers-color-scheme: dark)')
  const showTheme = (): void => {
    const isSystem = theme.value === 'system'
    document.documentElement.dataset['theme'] = isSystem ? (isDark.matches ? 'dark' : 'light') : theme.value
  }
  effect(() => {
    showTheme()
    store('theme', theme.value)
  })
  isDark.addEventListener('change', showTheme)
}
