import { allowEvent } from './allow-event.ts'
import { allowChildSnapshot, allowSnapshot, isCheckoutSnapshot } from './allow-snapshot.ts'
import { definitionOfCheckout } from './definition.ts'
import { allowId } from './ids.ts'
import { allowName } from './states.ts'
import type { SafeChildSnapshot, SafeSnapshot, WireEvent } from './types.ts'
import { read, time } from './values.ts'

const allowCreation = (value: unknown): string =>
  typeof value === 'string' && /^\d{1,13}$/.test(value) ? `${time(Number(value), 0)}` : '0'

const allowVersion = (value: unknown): string =>
  typeof value === 'string' && /^\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(value) ? value : '0.0.0'

/** `null`: a checkout's, which does not pass. */
const allowAnySnapshot = (
  snapshot: unknown,
  previous: SafeSnapshot | undefined,
): SafeSnapshot | SafeChildSnapshot | null =>
  isCheckoutSnapshot(snapshot) || previous ? allowSnapshot(snapshot, previous) : allowChildSnapshot(snapshot)

/** Without a context it is not there yet: then the name has to do. */
const isCheckout = (name: string, snapshot: SafeSnapshot | SafeChildSnapshot, given: unknown): boolean =>
  'context' in snapshot || (name === 'checkout' && read(given, 'context') === undefined)

/**
 * One message of the protocol of `@statelyai/inspect`, parsed, as far as it may be shown; `null`: it is none, or a
 * checkout's snapshot that does not pass. Takes anything, and never throws.
 *
 * @param previousOf the newest snapshot of a session: the official browser sender cuts what has too many parts, and
 * those are as they were before. It is not asked when an actor is announced: that is a beginning, of what was before
 * nothing is in it
 *
 * @example
 * socket.onmessage = ({ data }) => {
 *   const event = allowWire(JSON.parse(data))
 *   if (event) show(event)
 * }
 */
export const allowWire = (
  value: unknown,
  previousOf?: (sessionId: string) => SafeSnapshot | undefined,
): WireEvent | null => {
  const sessionId = allowId(read(value, 'sessionId'))
  if (sessionId === undefined) return null
  const base = {
    sessionId,
    rootId: allowId(read(value, 'rootId')),
    createdAt: allowCreation(read(value, 'createdAt')),
    id: null,
    _version: allowVersion(read(value, '_version')),
  }
  const type = read(value, 'type')
  if (type === '@xstate.event') {
    return { ...base, type, sourceId: allowId(read(value, 'sourceId')), event: allowEvent(read(value, 'event')) }
  }
  if (type !== '@xstate.actor' && type !== '@xstate.snapshot') return null
  const shown = read(value, 'snapshot')
  const snapshot = allowAnySnapshot(shown, type === '@xstate.actor' ? undefined : previousOf?.(sessionId))
  if (!snapshot) return null
  if (type === '@xstate.snapshot') return { ...base, type, event: allowEvent(read(value, 'event')), snapshot }
  const name = allowName(read(value, 'name'))
  const isOurs = isCheckout(name, snapshot, shown)
  return {
    ...base,
    type,
    name: isOurs ? 'checkout' : name === 'checkout' ? 'other' : name,
    parentId: allowId(read(value, 'parentId')),
    definition: isOurs ? definitionOfCheckout() : undefined,
    snapshot,
  }
}
