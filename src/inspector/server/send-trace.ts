import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { SubmitButton } from '../../../machines/checkout.types.ts'
import { type InputLine, readLines } from '../../replay/read-lines.ts'
import { encodeHead, encodeMoment, encodeProblem } from '../journey/moment-lines.ts'
import { replayTrace } from '../journey/replay-trace.ts'
import type { State } from '../journey/types.ts'
import type { TraceSource } from './types.ts'

/** A response that is written to no faster than it is read, and not at all when nobody reads it any more. */
const createPacedResponse = (response: ServerResponse) => {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const { signal } = gone
  return {
    signal,
    drained: async (): Promise<void> => {
      signal.throwIfAborted()
      if (response.writableNeedDrain) await once(response, 'drain', { signal })
    },
  }
}

/**
 * Replays a recording, and sends its moments as they come, a line each. Nothing else of the recording is sent, and no
 * more of it is read than the page takes.
 */
export const sendTrace = async (
  id: string,
  { trace: name, open }: TraceSource,
  submitButton: SubmitButton | undefined,
  response: ServerResponse,
): Promise<void> => {
  const { signal, drained } = createPacedResponse(response)
  async function* lines(): AsyncGenerator<InputLine> {
    for await (const line of readLines(open())) {
      await drained()
      yield line
    }
  }
  let state: State
  const write = (texts: readonly string[]): Promise<void> => {
    response.write(texts.map((text) => `${text}\n`).join(''))
    return drained()
  }

  response.setHeader('content-type', 'application/x-ndjson; charset=utf-8')
  try {
    await replayTrace(lines(), {
      ...{ id, name, submitButton, signal },
      onJourney(head) {
        state = head.first
        return write([encodeHead(head)])
      },
      onMoments(_journey, moments) {
        const texts = moments.map((moment) => {
          const text = encodeMoment(state, moment)
          state = moment.after
          return text
        })
        return write(texts)
      },
      onProblem: (problem) => void response.write(`${encodeProblem(problem)}\n`),
    })
    response.end()
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
