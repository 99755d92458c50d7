import { isLeft } from 'fp-ts/lib/Either.js'
import { visible } from '../replay/visible.ts'
import type { Output } from './output.ts'
import { findSource, type Source } from './sources.ts'
import type { Surroundings } from './surroundings.ts'

/** All of them, or `undefined`: one cannot be read, and was told of. */
export const findSources = async (
  files: readonly string[],
  stdin: Surroundings['stdin'],
  errors: Output,
): Promise<readonly Source[] | undefined> => {
  const found = await Promise.all(files.map((file) => findSource(file, stdin)))
  const missing = found.filter(isLeft)
  for (const { left } of missing) errors.write(`error: ${visible(left)}\n`)
  if (missing.length > 0) return undefined
  return found.flatMap((source): readonly Source[] => (isLeft(source) ? [] : [source.right]))
}
