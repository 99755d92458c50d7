import { useSignal } from '@preact/signals'
import { say } from './words.ts'

/** Copies a text, and says whether it could. */
export const CopyButton = ({ text }: { text(): string }) => {
  const done = useSignal<'copy' | 'copied' | 'notCopied'>('copy')
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
      () => (done.value = 'copied'),
      () => (done.value = 'notCopied'),
    )
  }
  return (
    <button type="button" class="quiet" onClick={copy} onBlur={() => (done.value = 'copy')}>
      <span aria-live="polite">{say(done.value)}</span>
    </button>
  )
}
