import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { env, execPath, stdout } from 'node:process'
import { expect, it } from 'vitest'

// The budget is size-limit's (.size-limit.json); here is what the pages say of it. UPDATE_DOCS=1 writes it anew.
// Over the budget it exits with 1, and reports all the same.
const report = spawnSync(execPath, ['node_modules/size-limit/bin.js', '--json'], { encoding: 'utf8' }).stdout
const sizes = JSON.parse(report) as { name: string; size: number }[]
const bytes = (size: number) => size.toLocaleString('en')
for (const { name, size } of sizes) stdout.write(`${name}: ${bytes(size)} bytes minified and gzipped\n`)

it.each(['README.md', 'README.zh-CN.md'])('%s says what createCheckout costs, to 100 bytes', (page) => {
  const text = readFileSync(page, 'utf8')
  const marked = /(?<=<!-- size:(\w+) -->)[\d,]+(?=<!-- \/size -->)/g
  const measured = (name: string) => sizes.find((entry) => entry.name === name)?.size ?? Number.NaN
  if (env['UPDATE_DOCS']) {
    writeFileSync(
      page,
      text.replace(marked, (_, name: string) => bytes(measured(name))),
    )
    return
  }
  const stated = [...text.matchAll(marked)]
  expect(stated.map(([, name]) => name)).toContain('createCheckout')
  for (const [figure, name = ''] of stated) {
    expect(Math.abs(Number(figure.replaceAll(',', '')) - measured(name)), `${name}: ${figure}`).toBeLessThan(100)
  }
})
