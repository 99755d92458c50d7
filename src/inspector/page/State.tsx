import { nameOf } from '../journey/state.ts'
import { stateMeanings } from './meanings.ts'
import { toneOf } from './tones.ts'
import { inLang } from './words.ts'

/** A state by its name, in its colour. */
export const StateName = ({ path, isLarge = false }: { readonly path: string; readonly isLarge?: boolean }) => {
  const state = nameOf(path)
  return (
    <span class={isLarge ? 'state large' : 'state'} data-tone={toneOf(state)} title={inLang(stateMeanings[state])}>
      {state}
    </span>
  )
}
