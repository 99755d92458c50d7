import { useSignal } from '@preact/signals'
import { type Gap, gapTexts } from '../journey/gaps.ts'
import { type Exported, toNdjson } from '../journey/to-ndjson.ts'
import { toVitest } from '../journey/to-vitest.ts'
import { CopyButton } from './CopyButton.tsx'
import type { OpenCheckout } from './desk.ts'
import { drawPicture } from './picture.ts'
import type { TextName } from './texts.ts'
import { inLang, say } from './words.ts'

/** Only what any system takes in a file's name. */
const fileName = (name: string, ending: string): string =>
  `${
    name
      .replaceAll(/[^\w.-]+/g, '-')
      .replaceAll(/^[-.]+|[-.]+$/g, '')
      .slice(0, 64) || 'checkout'
  }.${ending}`

const download = (name: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Not every browser has begun to read it when the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

interface Props {
  readonly name: TextName
  readonly hint: TextName
  readonly file: string
  readonly type: string
  /** When it is asked for: of a long journey it takes a moment. */
  make(): Pick<Exported, 'text'> & Partial<Exported>
}

const One = ({ name, hint, file, type, make }: Props) => {
  const gaps = useSignal<readonly Gap[]>([])
  const text = (): string => {
    const made = make()
    gaps.value = made.gaps ?? []
    return made.text
  }
  return (
    <section class="card export">
      <h3>{say(name)}</h3>
      <p class="code">{file}</p>
      <p class="hint">{say(hint)}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={() => download(file, type, text())}>
          {say('download')}
        </button>
        <CopyButton text={text} />
      </div>
      <ul class="gaps" aria-live="polite">
        {gaps.value.map((gap) => (
          <li key={gap}>{inLang(gapTexts[gap])}</li>
        ))}
      </ul>
    </section>
  )
}

/** The checkout, to be taken along. */
export const Export = ({ checkout }: { readonly checkout: OpenCheckout }) => {
  const journey = checkout.journey.value
  if (!journey) return null
  const fileAs = (ending: string): string => fileName(checkout.name.value, ending)
  return (
    <>
      <p class="hint">{say('exportHint')}</p>
      <div class="exports">
        <One
          name="asTrace"
          hint="asTraceHint"
          file={fileAs('ndjson')}
          type="application/x-ndjson"
          make={() => toNdjson(journey)}
        />
        <One
          name="asTest"
          hint="asTestHint"
          file={fileAs('test.ts')}
          type="text/typescript"
          make={() => toVitest(journey)}
        />
        <One
          name="asPicture"
          hint="asPictureHint"
          file={fileAs('svg')}
          type="image/svg+xml"
          make={() => ({ text: drawPicture(checkout) })}
        />
      </div>
    </>
  )
}
