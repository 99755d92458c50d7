import { type KeyObject, sign, verify } from 'node:crypto'

// How Antom and a merchant sign what they send each other. It is the same in all three directions: a merchant's request
// (with Request-Time), Antom's response to it (with response-time), and Antom's notification (with request-time).

export interface Message {
  /** Path and query, without the host: of a response, those of the request that it answers. */
  readonly path: string
  readonly clientId: string
  /** As it stands in the header. */
  readonly time: string
  /** As it was sent, to the letter: JSON that was parsed and written anew has another signature. */
  readonly body: string
}

const algorithm = 'RSA-SHA256'

const contentOf = ({ path, clientId, time, body }: Message): Buffer =>
  Buffer.from(`POST ${path}\n${clientId}.${time}.${body}`)

/** The value of the `Signature` header. */
export const signatureOf = (message: Message, privateKey: KeyObject): string => {
  const signature = sign(algorithm, contentOf(message), privateKey).toString('base64')
  return `algorithm=RSA256,keyVersion=1,signature=${encodeURIComponent(signature)}`
}

/** Whether the owner of the key has sent this. False for whatever is no signature. */
export const isSigned = (message: Message, header: string | undefined, publicKey: KeyObject): boolean => {
  const [, value] = /(?:^|,)\s*signature=([^,\s]+)/.exec(header ?? '') ?? []
  if (value === undefined) return false
  try {
    return verify(algorithm, contentOf(message), publicKey, Buffer.from(decodeURIComponent(value), 'base64'))
  } catch {
    return false
  }
}
