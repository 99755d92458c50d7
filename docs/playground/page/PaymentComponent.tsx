import type { Drawn } from '../component/component.ts'
import type { Play } from '../component/play.ts'
import { CloseIcon } from './icons.tsx'
import { say } from './settings.ts'
import { texts } from './texts.ts'

interface Props {
  readonly drawn: Drawn
  readonly play: Play
  /** The SDK's own pay button, which no page hears of. */
  readonly hasButton: boolean
}

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly isSent: boolean
  readonly error?: string
}

const Field = ({ label, value, isSent, error }: FieldProps) => (
  <label class="field" data-wrong={error === undefined ? undefined : ''}>
    <span>{label}</span>
    <input value={value} readOnly disabled={isSent} />
    {error !== undefined && <em>{error}</em>}
  </label>
)

const Form = ({ drawn, play, hasButton }: Props) => {
  const isSent = drawn === 'sending'
  const error = drawn === 'marked' ? { error: say(texts.marked) } : {}
  return (
    <>
      <div class="fields" data-sent={isSent ? '' : undefined}>
        <Field label={say(texts.card)} value="0000 0000 0000 0000" isSent={isSent} />
        <Field label={say(texts.expires)} value="01/40" isSent={isSent} {...error} />
        <Field label={say(texts.security)} value="000" isSent={isSent} />
      </div>
      {hasButton && (
        <button type="button" class="primary" disabled={isSent} onClick={play.pay}>
          {say(texts.pay)} $14.00
        </button>
      )}
    </>
  )
}

const Bank = ({ play }: Pick<Props, 'play'>) => (
  <div class="bank">
    <p>{say(texts.bankAsks)}</p>
    <div>
      <button type="button" class="primary" onClick={() => play.answerBank(true)}>
        {say(texts.itIsMe)}
      </button>
      <button type="button" onClick={() => play.answerBank(false)}>
        {say(texts.itIsNot)}
      </button>
    </div>
  </div>
)

const Content = (props: Props) => {
  switch (props.drawn) {
    case 'loading':
      return (
        <div class="skeleton" aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      )
    case 'form':
    case 'marked':
    case 'sending':
      return <Form {...props} />
    case 'bank':
      return <Bank play={props.play} />
    case 'wallet':
      return <p class="empty">{say(texts.leaving)}</p>
    default:
      return <p class="empty">{say(texts.gone)}</p>
  }
}

const isThere = (drawn: Drawn): boolean => drawn !== 'nothing' && drawn !== 'gone'

/** What the simulated SDK puts into the shop's page. Every field is filled in and read-only: nobody types a card. */
export const PaymentComponent = (props: Props) => (
  <section class="component" data-drawn={props.drawn} aria-label={say(texts.component)}>
    <header>
      <span>{say(texts.component)}</span>
      {isThere(props.drawn) && (
        <button
          type="button"
          class="close"
          title={say(texts.closePopup)}
          aria-label={say(texts.closePopup)}
          onClick={() => props.play.send({ via: 'onClose', args: [{}] })}
        >
          <CloseIcon />
        </button>
      )}
    </header>
    <Content {...props} />
  </section>
)
