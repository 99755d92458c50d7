import { Command, InvalidArgumentError } from 'commander'
import { submitButtonOption } from './options.ts'
import type { Output } from './output.ts'
import type { Surroundings } from './surroundings.ts'

const summary = 'look at checkouts in a page on this machine'

// One line a paragraph: commander folds them to the terminal.
const description = `Serves a page on this machine that shows checkouts: live ones, and recorded traces.

${[
  'It listens on 127.0.0.1 until it is told to stop (Ctrl-C), and asks no other host for anything.',
  'Apps in pages of this machine may connect, and programs on it; others with --allow-origin.',
  'Traces are read from files or from standard input ("-"): one JSON object a line.',
].join(' ')}

Exit status: 0; 2 for unusable arguments, a file that cannot be read, or a port that cannot be had.`

const readPort = (text: string): number => {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port < 2 ** 16) return port
  throw new InvalidArgumentError('A port is a number from 0 (a free one) to 65535.')
}

/** `antom-checkout inspect [file...]`. What it does is not loaded before it is asked for: `replay` needs none of it. */
export const createInspectCommand = (
  surroundings: Surroundings,
  output: Output,
  errors: Output,
  onEnd: (status: number) => void,
): Command =>
  new Command('inspect')
    .summary(summary)
    .description(description)
    .argument('[file...]', 'recorded traces: one JSON object a line')
    .option('--port <n>', 'the port to listen on (default: a free one)', readPort)
    .option('--open', 'open the page in a browser')
    .option(
      '--allow-origin <origin>',
      'an origin whose pages may connect besides those of this machine (repeatable)',
      (text: string, before: readonly string[]) => [...before, text],
      [] as readonly string[],
    )
    .addOption(submitButtonOption())
    .action(async (files: readonly string[], options) => {
      const { inspect } = await import('./inspect.ts')
      onEnd(await inspect(files, options, surroundings, output, errors))
    })
