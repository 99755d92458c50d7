import { readLines } from '../../../replay/read-lines.ts'
import { encodeHead, encodeMoment, encodeProblem } from '../../journey/moment-lines.ts'
import { replayTrace } from '../../journey/replay-trace.ts'
import type { State } from '../../journey/types.ts'
import { bytesOf } from './bytes.ts'
import type { Replay, Replaying } from './worker-messages.ts'

// A trace is read and replayed here, so that the page can draw meanwhile. What leaves here holds nothing of a payload
// but what may be shown.

const tell = (message: Replaying): void => self.postMessage(message)

const replay = async ({ name, input }: Replay): Promise<void> => {
  let read = 0
  let previous: State | undefined
  const bytes = bytesOf(input.stream(), (size) => (read += size))
  await replayTrace(readLines(bytes), {
    name,
    onJourney(head) {
      previous = head.first
      tell({ kind: 'lines', lines: [encodeHead(head)] })
    },
    onMoments(_id, moments) {
      const lines = moments.map((moment) => {
        const line = encodeMoment(previous ?? moment.after, moment)
        previous = moment.after
        return line
      })
      tell({ kind: 'lines', lines })
    },
    onProblem: (problem) => tell({ kind: 'lines', lines: [encodeProblem(problem)] }),
    onProgress: () => tell({ kind: 'reached', share: input.size === 0 ? 1 : read / input.size }),
  })
}

self.addEventListener('message', ({ data }: MessageEvent<Replay>) => {
  replay(data).then(
    () => tell({ kind: 'ended' }),
    () => tell({ kind: 'failed' }),
  )
})
