import { toUndefined } from 'fp-ts/lib/Option.js'
import { describeEvent } from '../../catalogue/describe.ts'
import { marks as markTexts } from '../../replay/texts.ts'
import type { CheckoutView, Outcome } from '../../view/types.ts'
import { Fact } from './Fact.tsx'
import { YesIcon } from './icons.tsx'
import { nextStepMeanings, stateMeanings, submissionMeanings } from './meanings.ts'
import { StateName } from './State.tsx'
import { type TextName, texts } from './texts.ts'
import { inLang, numbers, say, shown } from './words.ts'

// The parts of what the machine says at a moment, each beside what it said before.

const yesOrNo = (is: boolean): string => say(is ? 'yes' : 'no')

interface Views {
  readonly view: CheckoutView
  readonly before: CheckoutView | null
}

export const Standing = ({
  view,
  before,
  path,
  pathBefore,
}: Views & { readonly path: string; readonly pathBefore?: string }) => (
  <dl class="card headline">
    <Fact label={say('state')} is={path} was={pathBefore}>
      <StateName path={path} isLarge />
      {path.includes('.') && <span class="code path">{path}</span>}
      <span class="hint below">{inLang(stateMeanings[view.state])}</span>
    </Fact>
    <Fact label={say('submission')} is={view.submission} was={before?.submission}>
      <span class="submission weighty" data-submission={view.submission}>
        {view.submission}
      </span>
      <span class="hint below">{inLang(submissionMeanings[view.submission])}</span>
    </Fact>
    <Fact label={say('nextStep')} is={view.nextStep} was={before?.nextStep}>
      <span class="code weighty">{view.nextStep}</span>
      <span class="hint below">{inLang(nextStepMeanings[view.nextStep])}</span>
    </Fact>
  </dl>
)

const Flag = ({
  name,
  is,
  was,
}: {
  readonly name: string
  readonly is: boolean
  readonly was: boolean | undefined
}) => (
  <Fact label={name} is={yesOrNo(is)} was={was === undefined ? undefined : yesOrNo(was)}>
    <span class="flag" data-is={is}>
      {is && <YesIcon />}
      {yesOrNo(is)}
    </span>
  </Fact>
)

export const Flags = ({ view, before }: Views) => (
  <dl class="card facts rows-of">
    <Flag name="busy" is={view.busy} was={before?.busy} />
    <Flag name="canMount" is={view.canMount} was={before?.canMount} />
    <Flag name="canSubmit" is={view.canSubmit} was={before?.canSubmit} />
  </dl>
)

/** What of it nobody has told. */
export const Untold = ({ parts }: { readonly parts: readonly string[] }) => (
  <p class="card hint untold">
    {say('untold')} <span class="code">{parts.join(', ')}</span>
  </p>
)

const counted = ['attempts', 'duplicates', 'verificationFailures'] as const
const reasonTexts = { ...markTexts, refused: texts.refused } as const
const diagnosed = ['anomalies', 'unrecognised', 'late'] as const

export const Numbers = ({ view, before }: Views) => (
  <dl class="card facts rows-of">
    {counted.map((name) => (
      <Fact
        key={name}
        label={say(name)}
        is={numbers(view.counts[name])}
        was={before ? numbers(before.counts[name]) : undefined}
      />
    ))}
    {diagnosed.map((name) => (
      <Fact
        key={name}
        label={say(name)}
        is={numbers(view.diagnostics[name].count)}
        was={before ? numbers(before.diagnostics[name].count) : undefined}
      />
    ))}
  </dl>
)

const noticeOf = ({ notice }: CheckoutView): string =>
  notice ? [notice.code, notice.severity, notice.channel].filter(Boolean).join(' · ') : '–'

const paymentOf = ({ payment }: CheckoutView): string =>
  [payment?.paymentStatus, payment?.paymentResultCode].filter(Boolean).join(' · ') || '–'

export const Told = ({ view, before }: Views) => {
  const described = view.notice && toUndefined(describeEvent(view.notice.code))
  return (
    <dl class="card facts">
      <Fact label={say('notice')} is={noticeOf(view)} was={before ? noticeOf(before) : undefined}>
        {view.notice ? (
          <>
            <span class="code" data-severity={view.notice.severity}>
              {shown(view.notice.code)}
            </span>{' '}
            <span class="hint">
              {view.notice.severity}
              {view.notice.channel && ` · ${view.notice.channel}`}
            </span>
            {described && <span class="hint below">{inLang(described.meaning)}</span>}
          </>
        ) : (
          '–'
        )}
      </Fact>
      <Fact label={say('payment')} is={paymentOf(view)} was={before ? paymentOf(before) : undefined}>
        <span class="code">{shown(paymentOf(view), 128)}</span>
      </Fact>
    </dl>
  )
}

export const Ending = ({ outcome }: { readonly outcome: Outcome }) => {
  const facts: readonly (readonly [TextName, string])[] = [
    ['safeToPayAgain', yesOrNo(outcome.safeToPayAgain)],
    ['confirmedBy', outcome.confirmedBy ?? '–'],
    ['nextStep', outcome.nextStep],
    ['decidedBy', [outcome.code, outcome.paymentResultCode].filter(Boolean).join(' · ') || '–'],
  ]
  return (
    <section class="card outcome">
      <h3>{say('outcome')}</h3>
      <StateName path={outcome.status} isLarge />
      <dl class="facts rows-of">
        {facts.map(([name, text]) => (
          <Fact key={name} label={say(name)} is={shown(text)} />
        ))}
      </dl>
    </section>
  )
}

/** The newest of what was noted. */
export const Noted = ({ view: { diagnostics } }: { readonly view: CheckoutView }) => {
  const lists = diagnosed.filter((name) => diagnostics[name].count > 0)
  if (lists.length === 0) return null
  return (
    <section class="card noted">
      <h3>{say('diagnostics')}</h3>
      {lists.map((name) => (
        <ul key={name}>
          {diagnostics[name].last.map(({ code, reason, channel }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same may be noted twice.
            <li key={index}>
              <span class="code">{shown(code)}</span>{' '}
              <span class="hint">{[inLang(reasonTexts[reason]), channel].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      ))}
    </section>
  )
}
