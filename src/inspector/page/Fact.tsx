import type { ComponentChildren } from 'preact'
import { say } from './words.ts'

interface Props {
  readonly label: string
  /** What it was at the moment before; `undefined`: there was none before. */
  readonly was?: string | undefined
  /** As text, to be compared with what it was. */
  readonly is: string
  /** How it is shown, if not as that text. */
  readonly children?: ComponentChildren
}

/** One thing that the machine says, and what it said before, where that was something else. */
export const Fact = ({ label, was, is, children = is }: Props) => {
  const isChanged = was !== undefined && was !== is
  return (
    <div class="fact" data-changed={isChanged ? '' : undefined}>
      <dt>{label}</dt>
      <dd>
        {children}
        {isChanged && (
          <span class="was">
            {say('was')} {was}
          </span>
        )}
      </dd>
    </div>
  )
}
