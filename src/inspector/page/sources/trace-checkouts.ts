import { createMomentDecoder, type Decoded } from '../../journey/moment-lines.ts'
import type { Moment } from '../../journey/types.ts'
import { createOpenCheckout, layOpen, type OpenCheckout, putAway } from '../desk.ts'
import type { TextName } from '../texts.ts'
import { journeys, letGoOf, showAs, showChanges } from './journeys.ts'

const MOST_PROBLEMS = 100

/** Lays open what a trace turns out to hold: it may be several checkouts, one after the other. */
export interface TraceCheckouts {
  /** Lines of `moment-lines.ts`. */
  take(lines: readonly string[]): void
  /** Everything has been read. */
  end(): void
  fail(why: TextName): void
  /** How much of it has been read: from 0 to 1. */
  reach(share: number): void
}

/** @param cancel stops reading */
export const createTraceCheckouts = (opened: OpenCheckout, cancel: () => void): TraceCheckouts => {
  const decode = createMomentDecoder()
  let current: { readonly checkout: OpenCheckout; readonly id: string } | undefined
  let moments: Moment[] = []

  const flush = (): void => {
    if (current) journeys.append(current.id, moments)
    moments = []
  }
  const begin = ({ head }: Extract<Decoded, { kind: 'journey' }>): void => {
    flush()
    const id = `${opened.id}/${head.id}`
    const checkout: OpenCheckout = current
      ? createOpenCheckout(head.name, { id, kind: 'trace', from: opened.from, onClose: () => letGoOf(checkout) })
      : opened
    checkout.name.value = head.name
    journeys.add({ ...head, id })
    showAs(checkout, id)
    if (current) layOpen(checkout)
    current = { checkout, id }
  }
  const note = ({ problem }: Extract<Decoded, { kind: 'problem' }>): void => {
    const { problems } = current?.checkout ?? opened
    const { count, first } = problems.value
    problems.value = { count: count + 1, first: first.length < MOST_PROBLEMS ? [...first, problem] : first }
  }
  const stop = (): void => {
    cancel()
    showChanges()
    opened.progress.value = null
    if (!current) putAway(opened)
  }
  opened.progress.value = { share: null, cancel: stop }

  return {
    take(lines) {
      for (const line of lines) {
        const decoded = decode(line)
        if (decoded?.kind === 'moment') moments.push(decoded.moment)
        else if (decoded?.kind === 'journey') begin(decoded)
        else if (decoded?.kind === 'problem') note(decoded)
      }
      flush()
    },
    end() {
      showChanges()
      opened.progress.value = null
      if (!current) opened.failure.value = 'notATrace'
    },
    fail(why) {
      showChanges()
      opened.progress.value = null
      opened.failure.value = why
    },
    reach(share) {
      // At its end it may still be replayed: nobody knows for how long.
      opened.progress.value = { share: share < 1 ? share : null, cancel: stop }
    },
  }
}
