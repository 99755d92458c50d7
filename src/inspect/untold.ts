import type { SafeContext, SafeSnapshot } from './types.ts'
import { isCut, newest, read, word } from './values.ts'

const parts: Record<keyof SafeContext, true> = {
  anomalies: true,
  counts: true,
  decline: true,
  facts: true,
  heard: true,
  notice: true,
  outcome: true,
  payment: true,
  settings: true,
  unrecognised: true,
}
const names = Object.keys(parts) as (keyof SafeContext)[]

/**
 * The parts of a checkout's context that its snapshot does not tell: a sender has cut them, or those who have passed it
 * on say so. What was told before may have changed since, except the settings.
 */
export const untoldOf = (
  snapshot: unknown,
  previous: SafeSnapshot | null | undefined,
): readonly (keyof SafeContext)[] => {
  const context = read(snapshot, 'context')
  const said = newest(read(snapshot, 'untold'), names.length, (part) => word(parts, part, null))
  const isKnown = previous !== null && previous !== undefined && !previous.untold?.includes('settings')
  return names.filter((name) => {
    const isUntold = isCut(context) || isCut(read(context, name))
    return said.includes(name) || (isUntold && !(name === 'settings' && isKnown))
  })
}
