import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { execPath } from 'node:process'
import { expect, test } from 'vitest'

// Every `ts` block of the pages is compiled, against the sources.
const folder = resolve('node_modules/.cache/snippets')
const pages = ['README.md', 'README.zh-CN.md', ...readdirSync('docs').map((name) => join('docs', name))]

test('the examples of the pages compile', () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const page of pages.filter((name) => name.endsWith('.md'))) {
    const blocks = [...readFileSync(page, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)]
    for (const [at, [, block = '']] of blocks.entries())
      writeFileSync(join(folder, `${page.replaceAll(/\W/g, '-')}-${at}.ts`), `${block}\nexport {}\n`)
  }
  const compilerOptions = {
    paths: {
      'antom-checkout-machine': [resolve('src/index.ts')],
      'antom-checkout-machine/inspect': [resolve('src/inspect/index.ts')],
      'antom-checkout-machine/testing': [resolve('src/testing/index.ts')],
    },
    lib: ['es2022', 'dom'],
    module: 'esnext',
    moduleResolution: 'bundler',
    typeRoots: [resolve('node_modules/@types')],
  }
  const config = { extends: resolve('tsconfig.json'), compilerOptions, include: ['*.ts'], exclude: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const compiled = ['node_modules/typescript-7/bin/tsc', '-p', folder, '--listFilesOnly']
  const files = spawnSync(execPath, compiled, { encoding: 'utf8' }).stdout
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts'))) expect(files).toContain(`/${name}\n`)
  const { stdout, status } = spawnSync(execPath, compiled.slice(0, -1), { encoding: 'utf8' })
  expect(stdout).toBe('')
  expect(status).toBe(0)
})
