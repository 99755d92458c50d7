import process from 'node:process'
import { afterEach, describe, expect, it, vi } from 'vitest'

const browser = vi.hoisted(() => {
  let open = (_address: string): void => {}
  const opened = new Promise<string>((resolve) => {
    open = resolve
  })
  return { open, opened }
})
vi.mock('open', () => ({ default: async (address: string) => browser.open(address) }))

describe('the program', () => {
  const { argv, exitCode } = process
  afterEach(() => {
    vi.restoreAllMocks()
    process.argv = argv
    process.exitCode = exitCode
  })

  it('shows the page in the browser, and ends by a signal', async () => {
    const printed: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed.push(String(text))
      return true
    })
    process.argv = ['node', 'antom-checkout', 'inspect', '--open']
    const ended = import('../../src/command/main.ts')
    const address = await browser.opened
    expect(printed.join('')).toContain(`The inspector is at ${address}\n`)
    process.emit('SIGTERM')
    await ended
    expect(process.exitCode).toBe(0)
    await expect(fetch(address)).rejects.toThrow('fetch failed')
  })
})
