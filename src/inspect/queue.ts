/** What waits to be sent: the newest, up to so many characters (of plain ASCII, as all is that may be shown). */
export interface Queue {
  push(text: string): void
  /** The oldest; `undefined`: nothing waits. */
  shift(): string | undefined
  clear(): void
  /** How many were dropped because too much was waiting. */
  readonly dropped: number
}

export const createQueue = (most: number): Queue => {
  let texts: string[] = []
  let size = 0
  let dropped = 0

  const shift = (): string | undefined => {
    const text = texts.shift()
    size -= text?.length ?? 0
    return text
  }

  return {
    push(text) {
      texts.push(text)
      size += text.length
      while (size > most) {
        shift()
        dropped += 1
      }
    },
    shift,
    clear() {
      texts = []
      size = 0
    },
    get dropped() {
      return dropped
    },
  }
}
