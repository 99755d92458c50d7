import { allowSnapshot, type SafeSnapshot } from '../../src/inspect/index.ts'
import { loaded, tell } from '../controller/helpers.ts'

/** A checkout whose form is there, when it was told this. */
export const snapshotAfter = (...codes: readonly string[]): SafeSnapshot => {
  const { checkout } = loaded()
  tell(checkout, ...codes)
  return allowSnapshot(checkout.actor.getSnapshot()) as SafeSnapshot
}

/** As it is after it was sent. */
export const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
