import { readLines } from '../../../replay/read-lines.ts'
import type { PageConfig, TraceEntry } from '../../protocol.ts'
import { checkouts, createOpenCheckout, layOpen, type OpenCheckout } from '../desk.ts'
import { bytesOf } from './bytes.ts'
import { letGoOf } from './journeys.ts'
import { createTraceCheckouts } from './trace-checkouts.ts'

// As many moments are read without having been asked for: the ends of a handful of traces are worth seeing at a glance.
const READ_UNASKED = 20_000
const AT_ONCE = 500

const fetchJson = async <T>(path: string): Promise<T | null> => {
  try {
    const response = await fetch(path)
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

/** Whom the server lets this page hear; `null`: no inspector's server has served this page. */
export const fetchConfig = (): Promise<PageConfig | null> => fetchJson('./config')

const read = async (checkout: OpenCheckout, id: string, signal: AbortSignal, cancel: () => void): Promise<void> => {
  const traces = createTraceCheckouts(checkout, cancel)
  let lines: string[] = []
  try {
    const { ok, body } = await fetch(`./traces/${id}`, { signal })
    if (!ok || !body) return traces.fail('notRead')
    for await (const { text } of readLines(bytesOf(body))) {
      lines.push(text)
      if (lines.length < AT_ONCE) continue
      traces.take(lines)
      lines = []
    }
    traces.take(lines)
    traces.end()
  } catch {
    // Whoever has cancelled it knows.
    if (!signal.aborted) traces.fail('notRead')
  }
}

/** A trace of the command line. It is read when somebody looks at it. */
const layTrace = ({ id, name }: TraceEntry): (() => Promise<void>) => {
  const stop = new AbortController()
  const cancel = (): void => stop.abort()
  let reading: Promise<void> | undefined
  const onOpen = (): Promise<void> => {
    reading ??= read(checkout, id, stop.signal, cancel)
    return reading
  }
  const checkout: OpenCheckout = createOpenCheckout(name, {
    id: `trace-${id}`,
    kind: 'trace',
    from: 'commandLine',
    onOpen,
    onClose() {
      cancel()
      letGoOf(checkout)
    },
  })
  layOpen(checkout)
  return onOpen
}

const momentsOpen = (): number =>
  checkouts.value.reduce((total, { journey }) => total + (journey.value?.moments.length ?? 0), 0)

/** Lays open the traces that were given on the command line. */
export const layTraces = async (): Promise<void> => {
  const entries = (await fetchJson<readonly TraceEntry[]>('./traces')) ?? []
  for (const open of entries.map(layTrace)) if (momentsOpen() < READ_UNASKED) await open()
}
