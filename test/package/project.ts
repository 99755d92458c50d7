import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { env, execPath } from 'node:process'
import { promisify } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }

const exec = promisify(execFile)

/** Runs a program and resolves to what it printed; when it fails, the error says what it printed. */
async function run(cwd: string, program: string, ...args: string[]): Promise<string> {
  const { stdout } = await exec(program, args, { cwd }).catch((error) => {
    throw new Error(`${error.message}\n${error.stdout}`)
  })
  return stdout
}

/** An empty project of a user's, outside of this one, with our tarball installed. */
export interface Project {
  readonly folder: string
  readonly tarball: string
  /** The paths in the tarball, sorted. */
  readonly files: readonly string[]
  /** Runs a script with Node in the project, and resolves to what it printed. */
  node(...args: string[]): Promise<string>
  remove(): Promise<void>
}

/**
 * Packs what `dist/` holds and installs it beside the consumer's files. The dependencies are linked from our own
 * `node_modules`, so that this needs no registry; with `PACKAGE_INSTALL` set, npm installs them from its registry.
 */
export async function createProject(consumer: string): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'antom-checkout-'))
  await cp(consumer, folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))

  const packed = await run('.', 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder)
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }]
  const tarball = join(folder, filename)
  if (env['PACKAGE_INSTALL']) {
    await run(folder, 'npm', 'install', '--no-audit', '--no-fund', tarball, 'fast-check@4')
  } else {
    const modules = join(folder, 'node_modules')
    await run(folder, 'mkdir', '-p', join(modules, manifest.name))
    await run(folder, 'tar', '-xzf', tarball, '-C', join(modules, manifest.name), '--strip-components=1')
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
      await symlink(resolve('node_modules', name), join(modules, name))
    }
  }
  return {
    folder,
    tarball,
    files: files.map(({ path }) => path).sort(),
    node: (...args) => run(folder, execPath, ...args),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
