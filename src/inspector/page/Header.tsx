import type { Lang } from '../../catalogue/types.ts'
import icon from './icon.svg'
import { DarkIcon, LightIcon, SystemIcon } from './icons.tsx'
import { lang, type Theme, theme, themes } from './preferences.ts'
import { connection } from './sources/connection.ts'
import { say } from './words.ts'

const themeIcons: Readonly<Record<Theme, typeof DarkIcon>> = { system: SystemIcon, light: LightIcon, dark: DarkIcon }

const langs: readonly (readonly [Lang, string, string])[] = [
  ['en', 'EN', 'English'],
  ['zh', '中文', '中文'],
]

const Preferences = () => (
  <div class="preferences">
    <fieldset class="choice">
      <legend class="visually-hidden">{say('language')}</legend>
      {langs.map(([each, short, name]) => (
        <button
          key={each}
          type="button"
          lang={each}
          title={name}
          aria-pressed={lang.value === each}
          onClick={() => (lang.value = each)}
        >
          {short}
        </button>
      ))}
    </fieldset>
    <fieldset class="choice">
      <legend class="visually-hidden">{say('theme')}</legend>
      {themes.map((each) => {
        const Icon = themeIcons[each]
        return (
          <button
            key={each}
            type="button"
            aria-label={say(each)}
            title={say(each)}
            aria-pressed={theme.value === each}
            onClick={() => (theme.value = each)}
          >
            <Icon />
          </button>
        )
      })}
    </fieldset>
  </div>
)

export const Header = () => (
  <header class="header">
    <a class="skip" href="#main">
      {say('skip')}
    </a>
    <h1>
      <img src={icon} alt="" width="20" height="20" />
      {say('title')}
    </h1>
    {connection.value !== 'none' && (
      <span class="connection" data-connection={connection.value} role="status">
        <span>{say(connection.value)}</span>
      </span>
    )}
    <Preferences />
  </header>
)
