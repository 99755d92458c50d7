import { viewAt } from '../journey/view-of.ts'
import { firstPosition, indexOf, momentAt, type OpenCheckout, stateAt } from './desk.ts'
import { Happened } from './Happened.tsx'
import { Ending, Flags, Noted, Numbers, Standing, Told, Untold } from './Said.tsx'
import { say } from './words.ts'

/** What the machine says at the moment that is looked at, and what of it is new. */
export const MomentView = ({ checkout }: { readonly checkout: OpenCheckout }) => {
  const journey = checkout.journey.value
  if (!journey) return null
  const position = checkout.position.value
  const moment = momentAt(journey, position)
  const state = stateAt(journey, position)
  const stateBefore = position > firstPosition(journey) ? stateAt(journey, position - 1) : null
  const view = viewAt(journey, indexOf(journey, position))
  const before = stateBefore && viewAt(journey, indexOf(journey, position - 1))
  return (
    <div class="cards">
      {view ? (
        <>
          <Standing
            view={view}
            before={before}
            path={state.path}
            {...(stateBefore && { pathBefore: stateBefore.path })}
          />
          {state.untold.length > 0 && <Untold parts={state.untold} />}
          {moment && <Happened moment={moment} startedAt={journey.startedAt} />}
          {view.outcome && <Ending outcome={view.outcome} />}
          <Flags view={view} before={before} />
          <Told view={view} before={before} />
          <Numbers view={view} before={before} />
          <Noted view={view} />
        </>
      ) : (
        <>
          <p class="card">{say('cannotShow')}</p>
          {moment && <Happened moment={moment} startedAt={journey.startedAt} />}
        </>
      )}
    </div>
  )
}
