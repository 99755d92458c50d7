import { inspectorOrigin } from './inspector.ts'
import { say } from './settings.ts'
import { texts } from './texts.ts'

export const Inspector = () => {
  const origin = inspectorOrigin.value
  return (
    <section class="inspector pane" aria-labelledby="inspector-title">
      <h2 id="inspector-title">
        {say(texts.inspector)}
        {origin !== null && (
          <a href={origin} target="_blank" rel="noreferrer">
            {say(texts.openAlone)} ↗
          </a>
        )}
      </h2>
      {origin === null ? (
        <p class="empty">{say(texts.noInspector)}</p>
      ) : (
        <iframe src={origin} title={say(texts.inspector)} />
      )}
    </section>
  )
}
