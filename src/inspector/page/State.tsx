import { stateMeanings } from './meanings.ts'
import { stateOfPath, toneOf } from './state-name.ts'
import { inLang } from './words.ts'

/** A state by its name, in its colour. */
export const StateName = ({ path, isLarge = false }: { readonly path: string; readonly isLarge?: boolean }) => {
  const state = stateOfPath(path)
  return (
    <span class={isLarge ? 'state large' : 'state'} data-tone={toneOf(state)} title={inLang(stateMeanings[state])}>
      {state}
    </span>
  )
}
