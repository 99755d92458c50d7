import type { OpenCheckout } from './desk.ts'
import { numbers, say, shown } from './words.ts'

/** The lines of a trace that could not be used. */
export const Problems = ({ checkout }: { readonly checkout: OpenCheckout }) => {
  const { count, first } = checkout.problems.value
  if (count === 0) return null
  return (
    <details class="problems bar">
      <summary>
        {say('problems')}: {numbers(count)}
      </summary>
      <ul>
        {first.map(({ line, text }) => (
          <li key={line}>
            <span class="code">{numbers(line)}</span> {shown(text, 160)}
          </li>
        ))}
        {count > first.length && (
          <li class="hint">
            + {numbers(count - first.length)} {say('moreProblems')}
          </li>
        )}
      </ul>
    </details>
  )
}
