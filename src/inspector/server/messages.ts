import * as v from 'valibot'
import type { RawData } from 'ws'
import type { Control, FromPage } from '../protocol.ts'

const sessionId = v.pipe(v.string(), v.regex(/^x:\d{1,9}$/))
// The SDK may have codes that our catalogue does not know; none looks otherwise.
const code = v.pipe(v.string(), v.regex(/^\w{1,64}$/))

const helloSchema = v.object({ type: v.literal('antom.hello'), name: v.string() })
const controlSchema = v.object({ type: v.literal('antom.control'), sessionId, isAllowed: v.boolean() })
const sendSchema = v.object({
  type: v.literal('antom.send'),
  connection: v.pipe(v.string(), v.maxLength(64)),
  sessionId,
  intervention: v.variant('via', [
    v.object({
      via: v.picklist(['onEventCallback', 'onError']),
      code,
      paymentStatus: v.exactOptional(code),
      paymentResultCode: v.exactOptional(code),
    }),
    v.object({ via: v.literal('onClose') }),
    v.object({ via: v.literal('close') }),
  ]),
})

const LONGEST_NAME = 80

/** What a socket was sent; `undefined`: no JSON. */
export const readJson = (data: RawData, isBinary: boolean): unknown => {
  if (isBinary) return undefined
  try {
    return JSON.parse(String(data))
  } catch {
    return undefined
  }
}

/** The name in a hello; `undefined`: it is none. */
export const readHello = (value: unknown): string | undefined => {
  const { success, output } = v.safeParse(helloSchema, value)
  if (!success) return undefined
  const shown = output.name.slice(0, 10 * LONGEST_NAME).replaceAll(/\p{C}/gu, '')
  return [...shown.trim()].slice(0, LONGEST_NAME).join('')
}

export const readControl = (value: unknown): Control | undefined => {
  const { success, output } = v.safeParse(controlSchema, value)
  return success ? output : undefined
}

/** What a page asks for, with nothing in it but what was checked. */
export const readSend = (value: unknown): FromPage | undefined => {
  const { success, output } = v.safeParse(sendSchema, value)
  return success ? output : undefined
}
