import process from 'node:process'
import { afterEach, describe, expect, it, vi } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { command, trace } from './command.ts'

describe('arguments that cannot be used', () => {
  it.each<[string, readonly string[], string]>([
    ['an unknown option', ['replay', '--josn'], "unknown option '--josn'"],
    ['an unknown language', ['replay', '--lang', 'fr', trace('declined')], 'Allowed choices are en, zh'],
    ['an unknown owner of the button', ['replay', '--submit-button', 'bank'], 'Allowed choices are sdk, merchant'],
    ['an option without its value', ['replay', '--lang'], 'argument missing'],
    ['an unknown command', ['rewind'], "unknown command 'rewind'"],
    ['no command', [], 'Usage: antom-checkout'],
    ['a folder', ['replay', 'test'], 'error: test: is a directory'],
    ['a file below a file', ['replay', 'package.json/x'], 'error: package.json/x: ENOTDIR'],
  ])('%s: status 2, and why', async (_, args, reason) => {
    const { status, stdout, stderr } = await command(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(reason)
  })

  it('are all named before anything is replayed', async () => {
    const files = [trace('declined'), 'missing.ndjson', trace('happy-card'), 'gone.ndjson']
    expect(await command(['replay', ...files])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: missing.ndjson: no such file\nerror: gone.ndjson: no such file\n',
    })
  })
})

describe('help', () => {
  it('names the commands', async () => {
    const { status, stdout } = await command(['--help'])
    expect(status).toBe(0)
    expect(stdout).toContain('replay')
  })

  it('of replay names its options and its statuses', async () => {
    const { status, stdout } = await command(['replay', '--help'])
    expect(status).toBe(0)
    for (const part of ['--json', '--lang', '--submit-button', 'Exit status']) expect(stdout).toContain(part)
  })

  it('tells the version', async () => {
    expect(await command(['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })
})

describe('the program', () => {
  const { argv, exitCode } = process
  afterEach(() => {
    vi.restoreAllMocks()
    process.argv = argv
    process.exitCode = exitCode
  })

  it('takes its arguments from the process, and leaves it its status', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    process.argv = ['node', 'antom-checkout', 'replay', 'missing.ndjson']
    await import('../../src/command/main.ts')
    expect(process.exitCode).toBe(2)
    expect(write).toHaveBeenCalledWith('error: missing.ndjson: no such file\n')
  })
})
