import { type EventCode, eventCodes } from '../../../src/catalogue/event-codes.ts'
import { type SingleCode, singleCodes } from '../scenarios/single-codes.ts'
import { play } from './playground.ts'
import { say } from './settings.ts'
import { texts } from './texts.ts'

const codes = Object.keys(eventCodes) as readonly EventCode[]

const shortened = (code: string): string => code.replace(/^SDK_(PAYMENT_)?/, '')

const CodeButton = ({ single }: { readonly single: SingleCode }) => {
  const { code, money, ...line } = single
  return (
    <button
      type="button"
      class="code"
      data-code={code}
      data-via={line.via}
      data-kind={eventCodes[code].kind}
      title={`${line.via} ${code}: ${say(eventCodes[code].meaning)}`}
      onClick={() => play.value?.send(line, money)}
    >
      {line.via === 'onError' ? <small>onError</small> : <code>{shortened(code)}</code>}
    </button>
  )
}

/** Each code by each of its channels: one that comes by both has two buttons. */
export const SingleCodes = () => (
  <div class="codes">
    <p>{say(texts.codesAbout)}</p>
    <ul>
      {codes.map((code) => (
        <li key={code}>
          {singleCodes
            .filter((single) => single.code === code)
            .map((single) => (
              <CodeButton key={single.via} single={single} />
            ))}
        </li>
      ))}
      <li>
        <button
          type="button"
          class="code"
          data-code="close"
          onClick={() => play.value?.send({ via: 'onClose', args: [{}] })}
        >
          {say(texts.closes)} <small>onClose</small>
        </button>
      </li>
      <li>
        <button
          type="button"
          class="code"
          data-code="garbage"
          onClick={() => play.value?.send({ via: 'onEventCallback', args: [null] })}
        >
          {say(texts.garbage)}
        </button>
      </li>
    </ul>
  </div>
)
