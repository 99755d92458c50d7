import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { execPath } from 'node:process'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { BUILDING } from './playground-rig.ts'

test('one command starts it, on this machine only, with a page that may load nothing from elsewhere', {
  timeout: BUILDING,
}, async () => {
  const command = spawn(execPath, ['docs/playground/start.js'], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    let origin = ''
    for await (const line of createInterface(command.stdout)) {
      origin = /The playground: (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1] ?? ''
      if (origin) break
    }
    for (const path of ['/', '/wallet.html', '/playground.json']) {
      const { status, headers } = await fetch(`${origin}${path}`)
      expect(status).toBe(200)
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/)
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
    expect((await fetch(`${origin}/../package.json`)).status).toBe(404)
    // What no browser of a visitor asks for does not end it.
    for (const path of ['//', '/%', '/\\']) expect((await fetch(`${origin}${path}`)).status).toBe(404)
    expect((await fetch(origin)).status).toBe(200)
  } finally {
    const ended = once(command, 'exit')
    command.kill()
    await ended
  }
})
