import { CopyButton } from './CopyButton.tsx'

/** A few lines of code, to be copied. */
export const Snippet = ({ code }: { readonly code: string }) => (
  <div class="snippet">
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keys. */}
    <pre tabIndex={0}>
      <code>{code}</code>
    </pre>
    <CopyButton text={() => code} />
  </div>
)
