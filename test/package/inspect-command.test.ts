import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { execPath } from 'node:process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import manifest from '../../package.json' with { type: 'json' }
import { createProject, type Project } from './project.ts'

let project: Project
let inspector: ChildProcess
beforeAll(async () => {
  project = await createProject('test/package/consumer')
})
afterAll(async () => {
  inspector?.kill()
  await project?.remove()
})

it('the inspector of the tarball serves its page and a trace, hears an app, and ends when it is told to', async () => {
  const command = join(project.folder, 'node_modules', manifest.name, manifest.bin['antom-checkout'])
  const trace = resolve('test/traces/happy-card.ndjson')
  const args = [command, 'inspect', '--submit-button', 'sdk', trace, '-']
  const started = spawn(execPath, args, { cwd: project.folder, stdio: ['pipe', 'pipe', 'inherit'] })
  inspector = started
  const [printed] = await once(started.stdout, 'data')
  const [origin = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(printed)) ?? []

  const page = await fetch(origin)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(await (await fetch(`${origin}/traces`)).json()).toMatchObject([{ name: 'happy-card' }, { name: 'stdin' }])
  expect(await (await fetch(`${origin}/traces/0`)).text()).toContain('SDK_PAYMENT_SUCCESSFUL')

  // It is read, and never ends.
  started.stdin.write('{"t":0,"via":"onEventCallback","args":[{"code":"SDK_END_OF_LOADING"}]}\n')
  const open = await fetch(`${origin}/traces/1`)
  const cutOff = expect(open.text()).rejects.toThrow('terminated')

  const address = origin.replace('http', 'ws')
  const onlooker = new WebSocket(`${address}/page`, { origin })
  await once(onlooker, 'open')
  const told = async () => JSON.parse(String((await once(onlooker, 'message'))[0]))
  const connected = told()
  const app = new WebSocket(address)
  await once(app, 'open')
  expect(await connected).toMatchObject({ type: 'antom.connection', isOpen: true, name: '' })
  const named = told()
  // Longer than what ws would have a native for, were it there.
  app.send(JSON.stringify({ type: 'antom.hello', name: 'a shop with a long name, of some eighty characters' }))
  expect(await named).toMatchObject({ name: expect.stringContaining('a shop') })

  const ended = once(started, 'exit')
  started.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  await cutOff
})
