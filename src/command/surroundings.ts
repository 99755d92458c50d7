import type { Readable, Writable } from 'node:stream'

type Stream = Writable & { readonly isTTY?: boolean | undefined }

/** What the command has of its process. */
export interface Surroundings {
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined }
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder of the inspector's page. */
  readonly page: string
  /** Resolves when the process is told to stop. */
  untilStopped(): Promise<void>
  /** Shows a page in the person's browser. */
  browse(address: string): Promise<unknown>
}

/** Everything was replayed; some lines could not be; the arguments, a file or the output cannot be used. */
export const exit = { done: 0, badLines: 1, unusable: 2 } as const
