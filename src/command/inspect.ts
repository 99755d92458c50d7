import type { SubmitButton } from '../../machines/checkout.types.ts'
import { readOrigin } from '../inspector/admission.ts'
import { createInspectorServer } from '../inspector/server/create-server.ts'
import type { InspectorServer } from '../inspector/server/types.ts'
import { visible } from '../replay/visible.ts'
import { findSources } from './find-sources.ts'
import { howToConnect } from './how-to-connect.ts'
import { keepInput } from './kept-input.ts'
import type { Output } from './output.ts'
import { exit, type Surroundings } from './surroundings.ts'

export interface InspectArguments {
  readonly port?: number
  readonly open?: true
  readonly allowOrigin: readonly string[]
  readonly submitButton?: SubmitButton
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'it is in use',
  EACCES: 'permission denied',
}

/** Serves the inspector until the process is told to stop. Resolves to the exit status. */
export const inspect = async (
  files: readonly string[],
  { port, open, allowOrigin, submitButton }: InspectArguments,
  { stdin, page, untilStopped, browse }: Surroundings,
  output: Output,
  errors: Output,
): Promise<number> => {
  const fail = (problem: string): number => {
    errors.write(`error: ${visible(problem)}\n`)
    return exit.unusable
  }

  const bad = allowOrigin.find((text) => readOrigin(text) === undefined)
  if (bad !== undefined) return fail(`--allow-origin ${bad}: an origin is like https://shop.example:8443`)
  const sources = await findSources(files, stdin, errors)
  if (!sources) return exit.unusable

  // What is no file can be read once only, and each page reads it: standard input, a pipe.
  const keptStdin = keepInput(() => stdin)
  const kept = sources.map(({ bytes, open }, index) => {
    if (bytes !== null) return null
    return files[index] === '-' ? keptStdin : keepInput(open)
  })
  const traces = sources.map((source, index) => ({ ...source, open: kept[index]?.open ?? source.open }))
  let server: InspectorServer
  try {
    const allowedOrigins = allowOrigin.flatMap((text) => readOrigin(text) ?? [])
    server = await createInspectorServer({
      ...(port !== undefined && { port }),
      traces,
      allowedOrigins,
      page,
      submitButton,
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return fail(`cannot listen on port ${port ?? 0}: ${reasons[code ?? ''] ?? message}`)
  }

  const stopped = untilStopped()
  output.write(howToConnect(server.origin))
  if (open) {
    await browse(server.origin).catch((error: Error) => {
      errors.write(`No browser could be opened: ${visible(error.message)}\n`)
    })
  }
  await stopped
  await server.close()
  for (const input of kept) input?.close()
  return exit.done
}
