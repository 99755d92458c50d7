import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'

// A process of Node's own, with an inspector, and with nothing else that would keep it alive.

const script = `
import { createCheckout } from ${JSON.stringify(resolve('src/index.ts'))}
import { connectInspector } from ${JSON.stringify(resolve('src/inspect/index.ts'))}
import { WebSocket } from 'ws'
const inspector = connectInspector({ url: process.argv[2], name: 'a script', WebSocket })
const checkout = createCheckout({ inspect: inspector.inspect })
checkout.callbacks.onEventCallback({ code: 'SDK_END_OF_LOADING' })
checkout.callbacks.onEventCallback({ code: 'SDK_PAYMENT_SUCCESSFUL' })
`

let folder: string
let program: string
beforeAll(async () => {
  // Beside node_modules, for `xstate` and `ws`.
  folder = await mkdtemp(resolve('node_modules/.inspect-'))
  const entry = join(folder, 'entry.js')
  await writeFile(entry, script)
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: [{ find: /^fp-ts\/lib\//, replacement: 'fp-ts/es6/' }] },
    build: { write: false, minify: false, ssr: entry, target: 'node20', rollupOptions: { external: ['ws'] } },
    ssr: { noExternal: ['fp-ts'] },
  })) as Rollup.RollupOutput
  program = join(folder, 'program.mjs')
  await writeFile(program, built.output[0].code)
})
afterAll(() => rm(folder, { recursive: true }))

const run = (url: string) => promisify(execFile)(process.execPath, [program, url], { timeout: 30_000 })

test('it tells everything to an inspector that is there, and ends by itself', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as { port: number }
  const heard: string[] = []
  const left = new Promise((done) => {
    server.on('connection', (socket) => {
      socket.on('message', (data) => heard.push(String(data)))
      socket.on('close', done)
    })
  })
  await run(`ws://127.0.0.1:${port}`)
  await left
  server.close()
  expect(JSON.parse(heard[0] ?? '')).toEqual({ type: 'antom.hello', name: 'a script' })
  expect(heard.at(-1)).toContain('"value":"succeeded"')
})

test('it ends by itself where there is no inspector, and says nothing', async () => {
  // A port that nobody may listen on.
  expect(await run('ws://127.0.0.1:1')).toEqual({ stdout: '', stderr: '' })
})
