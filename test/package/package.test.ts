import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { createProject, type Project } from './project.ts'

let project: Project
let installed: string
beforeAll(async () => {
  project = await createProject('test/package/consumer')
  installed = join(project.folder, 'node_modules', manifest.name)
})
afterAll(() => project.remove())

describe('the tarball', () => {
  it('holds what a user needs, and nothing else', () => {
    const parts =
      /^dist\/(chunks\/[\w-]+\.js|inspector\/assets\/[\w.-]+\.(css|js|svg)|types\/(src|machines)\/.+\.d\.ts)$/
    expect(project.files.filter((path) => !parts.test(path))).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'dist/command.js',
      'dist/index.js',
      'dist/inspect.js',
      'dist/inspector/index.html',
      'dist/testing.js',
      'package.json',
    ])
  })

  it('names no folder of the machine it was built on', async () => {
    for (const path of project.files) {
      expect(await readFile(join(installed, path), 'utf8'), path).not.toContain(resolve('.'))
    }
  })

  it('passes publint', async () => {
    await project.node(resolve('node_modules/publint/src/cli.js'), '--strict', project.tarball)
  })

  it('passes “Are the types wrong?”', async () => {
    // ESM only, as the package says: what `require` would find is not asked.
    await project.node(
      resolve('node_modules/@arethetypeswrong/cli/dist/index.js'),
      '--profile=esm-only',
      project.tarball,
    )
  })
})

describe('in Node', () => {
  const exportsOf = async (entry: string) => {
    const script = `console.log(Object.keys(await import('${entry}')).join())`
    return (await project.node('--input-type=module', '--eval', script)).trim().split(',')
  }

  it('imports the machine, the controller, the boundary and the catalogue', async () => {
    expect(await exportsOf(manifest.name)).toEqual(
      expect.arrayContaining([
        'checkoutMachine',
        'createCheckout',
        'decodeCallback',
        'describeEvent',
        'describePaymentResult',
        'eventCodes',
        'paymentResultCodes',
        'toView',
      ]),
    )
  })

  const others = Object.keys(manifest.exports).filter((path) => path !== '.' && !path.endsWith('.json'))
  it.each(others)('imports %s', async (path) => {
    expect((await exportsOf(join(manifest.name, path))).length).toBeGreaterThan(1)
  })

  it('runs the command', async () => {
    const command = join(installed, manifest.bin['antom-checkout'])
    const line = await project.node(command, 'replay', '--json', resolve('test/traces/happy-card.ndjson'))
    expect(JSON.parse(line)).toMatchObject({ trace: 'happy-card', outcome: { status: 'succeeded' } })
  })
})

describe('in TypeScript', () => {
  // 7 and 5.9; with a page's globals, and in Node without them
  it.each([
    ['typescript-7', '--module esnext --moduleResolution bundler'],
    ['typescript-7', '--module node16 --moduleResolution node16'],
    ['typescript', '--module esnext --moduleResolution bundler'],
    ['typescript', '--module node16 --moduleResolution node16'],
  ])('compiles with %s %s', async (compiler, options) => {
    const tsc = resolve('node_modules', compiler, 'bin/tsc')
    const strict = '--noEmit --strict --target es2022'
    await project.node(tsc, ...strict.split(' '), ...options.split(' '), 'consumer.ts')
  })
})

describe('in a page', () => {
  const bundle = async (entry: string) => {
    const [result] = (await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, minify: false, lib: { entry: join(project.folder, entry), formats: ['es'] } },
    })) as Rollup.RollupOutput[]
    return result?.output[0].code ?? ''
  }

  it('does not pay for the catalogue’s texts with createCheckout alone', async () => {
    const { eventCodes, paymentResultCodes } = await import(join(installed, 'dist/index.js'))
    const entries: { meaning: { zh: string } }[] = Object.values({ ...eventCodes, ...paymentResultCodes })
    const textsIn = (code: string) => entries.filter(({ meaning }) => code.includes(meaning.zh)).length
    expect(textsIn(await bundle('page-with-everything.js'))).toBe(entries.length)
    expect(textsIn(await bundle('page.js'))).toBe(0)
  })
})
