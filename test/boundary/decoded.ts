import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { decodeCallback } from '../../src/boundary/decode-callback.ts'
import type { DecodeError, SdkEvent } from '../../src/boundary/types.ts'

/** The event of a callback that has one. */
export const eventOf = (...args: readonly unknown[]): SdkEvent => {
  const decoded = decodeCallback(...args)
  if (isLeft(decoded)) throw new Error(`No event: ${decoded.left.message}`)
  return decoded.right
}

/** What was wrong with a callback that has none. */
export const errorOf = (...args: readonly unknown[]): DecodeError => {
  const decoded = decodeCallback(...args)
  if (isRight(decoded)) throw new Error(`An event: ${decoded.right.type}`)
  return decoded.left
}

/** A proxy that was revoked: nearly everything that one does with it throws. */
export const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

/** A proxy of which every trap throws. */
export const trapped = (message = 'trap'): unknown =>
  new Proxy(
    () => {},
    new Proxy(
      {},
      {
        get: () => () => {
          throw new Error(message)
        },
      },
    ),
  )

/** An object whose properties of these names throw when they are read. */
export const throwing = (names: readonly string[], message = 'getter'): object =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      names.map((name) => [
        name,
        {
          enumerable: true,
          get: (): never => {
            throw new Error(message)
          },
        },
      ]),
    ),
  )
