import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { ClearIcon } from './icons.tsx'
import { isOpening } from './panels.ts'
import { Snippet } from './Snippet.tsx'
import { officialSnippet, ownSnippet, windowSnippet } from './snippets.ts'
import { openFiles, openText } from './sources/files.ts'
import { say } from './words.ts'

const Files = ({ onOpened }: { onOpened(): void }) => (
  <label class="drop-zone">
    <strong>{say('dropHere')}</strong>
    <span class="hint">{say('dropHint')}</span>
    <input
      type="file"
      multiple
      accept=".ndjson,.jsonl,.json,.txt,.log"
      aria-label={say('chooseFiles')}
      onChange={({ currentTarget }) => {
        openFiles(currentTarget.files ?? [])
        currentTarget.value = ''
        onOpened()
      }}
    />
    <span class="button" aria-hidden="true">
      {say('chooseFiles')}
    </span>
  </label>
)

const Pasted = ({ onOpened }: { onOpened(): void }) => {
  const text = useSignal('')
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault()
        openText(text.value)
        text.value = ''
        onOpened()
      }}
    >
      <label>
        {say('pasteHere')}
        <textarea
          rows={4}
          spellcheck={false}
          placeholder='{"t":1044,"via":"onEventCallback","args":[{"code":"SDK_START_OF_LOADING"}]}'
          value={text.value}
          onInput={({ currentTarget }) => (text.value = currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" disabled={text.value.trim() === ''}>
        {say('openPasted')}
      </button>
    </form>
  )
}

/** Where a checkout may come from. */
export const Sources = ({ onOpened }: { onOpened(): void }) => (
  <div class="sources">
    <section>
      <h3>{say('openTrace')}</h3>
      <Files onOpened={onOpened} />
      <Pasted onOpened={onOpened} />
    </section>
    <section>
      <h3>{say('connectApp')}</h3>
      <h4>{say('ownObserver')}</h4>
      <Snippet code={ownSnippet()} />
      <h4>{say('officialObserver')}</h4>
      <Snippet code={officialSnippet()} />
      <h4>{say('inTheBrowser')}</h4>
      <Snippet code={windowSnippet()} />
    </section>
  </div>
)

/** The same, over what lies open already. */
export const SourcesDialog = () => {
  const dialog = useRef<HTMLDialogElement>(null)
  useSignalEffect(() => {
    if (isOpening.value) dialog.current?.showModal()
    else dialog.current?.close()
  })
  const close = (): void => {
    isOpening.value = false
  }
  const cancel = (event: Event): void => {
    event.preventDefault()
    close()
  }
  // It is told a while after, when the dialog may have been opened again.
  const closed = (): void => {
    if (!dialog.current?.open) close()
  }
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="sources-title" onCancel={cancel} onClose={closed}>
      {isOpening.value && (
        <>
          <header class="bar">
            <h2 id="sources-title">{say('sources')}</h2>
            <button type="button" class="icon" aria-label={say('close')} onClick={close}>
              <ClearIcon />
            </button>
          </header>
          <Sources onOpened={close} />
        </>
      )}
    </dialog>
  )
}

/** What the page shows before anything lies open. */
export const Welcome = () => (
  <section class="welcome" aria-labelledby="welcome-title">
    <h2 id="welcome-title">{say('welcome')}</h2>
    <p class="hint">{say('welcomeHint')}</p>
    <Sources onOpened={() => undefined} />
  </section>
)
