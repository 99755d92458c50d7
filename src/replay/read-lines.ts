/** One line of the input. */
export interface InputLine {
  /** Counted from 1. */
  readonly number: number
  readonly text: string
  /** Then its text was not kept. */
  readonly isTooLong: boolean
}

/** In characters. The longest callback that can mean anything is far shorter. */
export const LONGEST_LINE = 2 ** 24

/** The stream itself broke. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/**
 * The lines of a stream of UTF-8, one at a time. Node's readline would gather a line of any length, and does not pass
 * on the errors of its input, which are thrown here as {@link Unreadable}.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder()
  let number = 0
  let rest = ''
  let isTooLong = false

  const add = (part: string): void => {
    isTooLong ||= rest.length + part.length > LONGEST_LINE
    rest = isTooLong ? '' : rest + part
  }
  const take = (): InputLine => {
    number += 1
    const line = { number, text: rest, isTooLong }
    rest = ''
    isTooLong = false
    return line
  }

  try {
    for await (const chunk of stream) {
      const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n')
      add(first)
      for (const other of others) {
        yield take()
        add(other)
      }
    }
  } catch (cause) {
    throw new Unreadable('The stream broke.', { cause })
  }
  add(decoder.decode())
  if (rest !== '' || isTooLong) yield take()
}
