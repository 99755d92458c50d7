import { constants, createReadStream } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { parse } from 'node:path'
import type { Readable } from 'node:stream'
import { type Either, left, right } from 'fp-ts/lib/Either.js'

/** Where recorded lines come from. */
export interface Source {
  /** For the person who gave it. */
  readonly name: string
  /** The name of a trace that has no header. */
  readonly trace: string
  /** `null`: it will be known at its end. */
  readonly bytes: number | null
  open(): Readable
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'permission denied',
  EISDIR: 'is a directory',
}

/** Why a file cannot be read, for a person. */
export const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  return reasons[code ?? ''] ?? message
}

/** A file, or standard input (`-`). Left: why it cannot be read. */
export const findSource = async (file: string, stdin: Readable): Promise<Either<string, Source>> => {
  if (file === '-') return right({ name: 'stdin', trace: 'stdin', bytes: null, open: () => stdin })
  try {
    const stats = await stat(file)
    if (stats.isDirectory()) return left(`${file}: ${reasons['EISDIR']}`)
    await access(file, constants.R_OK)
    return right({
      name: file,
      trace: parse(file).name,
      bytes: stats.isFile() ? stats.size : null,
      open: () => createReadStream(file),
    })
  } catch (error) {
    return left(`${file}: ${reasonOf(error)}`)
  }
}
