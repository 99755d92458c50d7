import { createOpenCheckout, layOpen } from '../desk.ts'
import type { TextName } from '../texts.ts'
import { letGoOf } from './journeys.ts'
import { createTraceCheckouts } from './trace-checkouts.ts'
import type { Replay, Replaying } from './worker-messages.ts'

let count = 0

const open = (name: string, input: Blob, from: TextName): void => {
  count += 1
  const worker = new Worker(new URL('./replay.worker.ts', import.meta.url), { type: 'module' })
  const stop = (): void => worker.terminate()
  const checkout = createOpenCheckout(name, {
    ...{ id: `file-${count}`, kind: 'trace', from },
    onClose() {
      stop()
      letGoOf(checkout)
    },
  })
  const checkouts = createTraceCheckouts(checkout, stop)
  layOpen(checkout, true)
  worker.addEventListener('message', ({ data }: MessageEvent<Replaying>) => {
    if (data.kind === 'lines') checkouts.take(data.lines)
    else if (data.kind === 'reached') checkouts.reach(data.share)
    else {
      stop()
      if (data.kind === 'ended') checkouts.end()
      else checkouts.fail('notRead')
    }
  })
  worker.addEventListener('error', () => {
    stop()
    checkouts.fail('notRead')
  })
  const replay: Replay = { name, input }
  worker.postMessage(replay)
}

/** Opens traces from the person's own disk: they are read here, and go nowhere. */
export const openFiles = (files: Iterable<File>): void => {
  for (const file of files) open(file.name.replace(/\.\w+$/, ''), file, 'dropped')
}

export const openText = (text: string): void => {
  if (text.trim() !== '') open('trace', new Blob([text]), 'pasted')
}
