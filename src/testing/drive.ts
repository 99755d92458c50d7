import type { Step } from './journey.ts'
import type { Page } from './page.ts'
import { createReferee, type Referee } from './referee.ts'

/** Thrown by a property: what the page did that no page may do. fast-check adds the journey that led there. */
export class Violation extends Error {
  override readonly name = 'Violation'
}

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/** A page, the SDK behind it, and the referee that watches both. */
export interface Drive {
  readonly page: Page
  readonly referee: Referee
  /** One step, and all that follows from it at once. */
  take(step: Step): Promise<void>
  /** Throws, if a submit has reached the SDK that should not have. */
  insistOnOneSubmission(): void
  /** The page is left and loaded anew. */
  reload(): void
}

/** As many turns as the longest chain of promises between the SDK and the page takes. */
const rest = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
}

/** Plays the SDK for a page, and holds what the page does against the referee. */
export const drive = (start: Page): Drive => {
  const referee = createReferee()
  const pending: Partial<Record<'mount' | 'submit', Pending>> = {}
  let page = start
  // When the page has heard what its server answers, until which nothing else happens: a page that leaves its question
  // in that moment need not hear it.
  let heard: Promise<void> | undefined

  let secondSubmit: Violation | undefined
  const sdk = (name: 'mount' | 'submit') => (): Promise<unknown> => {
    if (name === 'submit') {
      if (referee.isPaid) secondSubmit ??= new Violation('A submit reached the SDK after the payment had succeeded.')
      else if (referee.isInFlight)
        secondSubmit ??= new Violation('A second submit reached the SDK while the first was under way.')
      referee.submitted()
    }
    return new Promise((resolve, reject) => {
      pending[name] = { resolve, reject }
    })
  }

  const act = (step: Step): unknown => {
    switch (step.kind) {
      case 'callback':
        return page.callbacks[step.channel](...step.args)
      case 'dismiss':
        return page.callbacks.onClose({})
      case 'mount':
        return page.mount(sdk('mount'))
      case 'submit':
        return page.pay(sdk('submit'))
      case 'wait':
        return page.wait(step.ms)
      case 'server':
        if (page.answer?.(step.settled, step.value)) referee.watch(step)
        heard = rest()
        return undefined
      case 'settle': {
        const settling = pending[step.name]
        delete pending[step.name]
        return settling?.[step.settled === 'resolved' ? 'resolve' : 'reject'](step.value)
      }
    }
  }

  return {
    get page() {
      return page
    },
    referee,
    async take(step) {
      if (heard) await heard
      const isForNobody = step.kind === 'settle' && !pending[step.name]
      if (step.kind !== 'server' && !isForNobody) referee.watch(step)
      act(step)
      await rest()
    },
    insistOnOneSubmission() {
      if (secondSubmit) throw secondSubmit
    },
    reload() {
      if (!page.reload) throw new Violation('The page has no `reload`: it does not survive a redirect.')
      page = page.reload()
      delete pending.mount
      delete pending.submit
    },
  }
}
