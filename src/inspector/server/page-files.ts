import type { Dirent } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

export interface PageFile {
  readonly type: string
  readonly body: Buffer
}

const entriesOf = async (folder: string): Promise<readonly Dirent[]> => {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true })
  } catch {
    return []
  }
}

/**
 * A file of the page by the path of its address, or `undefined`. A path is looked up among the files that are there,
 * and never made into the name of one: so none leads out of the folder, and no link does.
 */
export const readPageFile = async (folder: string, pathname: string): Promise<PageFile | undefined> => {
  const wanted = pathname === '/' ? '/index.html' : pathname
  for (const entry of await entriesOf(folder)) {
    const file = join(entry.parentPath, entry.name)
    if (!entry.isFile() || `/${relative(folder, file).replaceAll(sep, '/')}` !== wanted) continue
    return { type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(file) }
  }
  return undefined
}

export const notBuilt = `The page of the inspector is not built.
In a checkout of antom-checkout-machine, \`npm run build\` builds it; the published package has it.
`
