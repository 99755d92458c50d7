import type { build } from 'vite'

/** What Vite has built in memory (`write: false`), by the path of its address. */
export const builtFiles = (built: Awaited<ReturnType<typeof build>>): ReadonlyMap<string, string | Uint8Array> => {
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  return new Map(output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]))
}
