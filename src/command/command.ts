import { createRequire } from 'node:module'
import type { Readable, Writable } from 'node:stream'
import { Command, CommanderError, Option } from 'commander'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { SubmitButton } from '../../machines/checkout.types.ts'
import type { Lang } from '../catalogue/types.ts'
import { createOutput } from './output.ts'
import { createJsonPrinter } from './print-json.ts'
import { createTextPrinter } from './print-text.ts'
import { createProgress, noProgress } from './progress.ts'
import { replay } from './replay.ts'
import { findSource, type Source } from './sources.ts'
import { visible } from './visible.ts'

type Stream = Writable & { readonly isTTY?: boolean | undefined }

/** What the command has of its process. */
export interface Surroundings {
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined }
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Everything was replayed; some lines could not be; the arguments, a file or the output cannot be used. */
export const exit = { done: 0, badLines: 1, unusable: 2 } as const

/** In bytes: below it, the journey is there before a bar could be read. */
export const LARGE_INPUT = 5_000_000

interface ReplayArguments {
  readonly json?: true
  readonly lang: Lang
  readonly submitButton?: SubmitButton
}

const summary = 'run recorded callbacks through the checkout machine'

// One line a paragraph: commander folds them to the terminal.
const description = `Runs recorded callbacks through the checkout machine, and prints the journey and the outcome.

${[
  'Reads one JSON object a line, from files or from standard input ("-", or no file).',
  'A recorded unmount, and the end of the input, close the checkout.',
  'Without --submit-button, a trace is printed once it is known whether it has a submit.',
].join(' ')}

${[
  'Exit status: 0; 1 if a line could not be read and was skipped;',
  '2 for unusable arguments, a file that cannot be read, or an output that cannot be written.',
].join(' ')}`

const { version } = createRequire(import.meta.url)('antom-checkout-machine/package.json') as { version: string }

/** Runs `antom-checkout` with these arguments. Resolves to its exit status. */
export const run = async (args: readonly string[], { stdin, stdout, stderr, env }: Surroundings): Promise<number> => {
  const output = createOutput(stdout)
  const errors = createOutput(stderr)
  let status: number = exit.done

  const replayFiles = async (
    files: readonly string[],
    { json, lang, submitButton }: ReplayArguments,
  ): Promise<void> => {
    const found = await Promise.all((files.length > 0 ? files : ['-']).map((file) => findSource(file, stdin)))
    const missing = found.filter(isLeft)
    if (missing.length > 0) {
      for (const { left } of missing) errors.write(`error: ${visible(left)}\n`)
      status = exit.unusable
      return
    }
    const sources = found.flatMap((source): readonly Source[] => (isLeft(source) ? [] : [source.right]))
    if (files.length === 0 && stdin.isTTY)
      errors.write('Reading recorded callbacks from the terminal; Ctrl-D ends them.\n')
    const total = sources.reduce((sum, { bytes }) => sum + (bytes ?? Number.NaN), 0)
    // Where the journey itself goes by on the terminal, it shows how far it is.
    const isBar = stderr.isTTY === true && stdout.isTTY !== true && total > LARGE_INPUT
    const progress = isBar ? createProgress(stderr, total) : noProgress
    const isColoured = stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
    const { badLines, unreadable } = await replay(sources, {
      submitButton,
      printer: json ? createJsonPrinter() : createTextPrinter(lang, isColoured),
      output,
      report(problem) {
        progress.clear()
        errors.write(`${visible(problem)}\n`)
      },
      onPlayed: progress.advance,
    }).finally(progress.stop)
    if (badLines > 0) status = exit.badLines
    if (unreadable > 0) status = exit.unusable
    if (output.failure) {
      errors.write(`error: cannot write: ${output.failure.message}\n`)
      status = exit.unusable
    }
  }

  const program = new Command('antom-checkout')
    .description('Looks at recorded journeys through Antom’s checkout component.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void output.write(text), writeErr: (text) => void errors.write(text) })
  program
    .command('replay')
    .summary(summary)
    .description(description)
    .argument('[file...]', 'recorded traces: one JSON object a line')
    .option('--json', 'print one JSON object a trace, on a line')
    .addOption(new Option('--lang <lang>', 'the language of the meanings').choices(['en', 'zh']).default('en'))
    .addOption(
      new Option('--submit-button <owner>', 'who renders the pay button (default: what the trace shows)').choices([
        'sdk',
        'merchant',
      ]),
    )
    .action(replayFiles)

  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.unusable
    throw error
  }
}
