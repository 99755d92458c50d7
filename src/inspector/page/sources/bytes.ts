/** The bytes of a stream. Not every browser lets a stream be iterated. */
export async function* bytesOf(
  stream: ReadableStream<Uint8Array>,
  onRead: (size: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  let isDone = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      isDone = done
      if (done) return
      onRead(value.byteLength)
      yield value
    }
  } finally {
    if (!isDone) reader.cancel().catch(() => {})
  }
}
