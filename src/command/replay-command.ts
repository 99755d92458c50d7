import { Command, Option } from 'commander'
import type { SubmitButton } from '../../machines/checkout.types.ts'
import type { Lang } from '../catalogue/types.ts'
import { visible } from '../replay/visible.ts'
import { findSources } from './find-sources.ts'
import { submitButtonOption } from './options.ts'
import type { Output } from './output.ts'
import { createJsonPrinter } from './print-json.ts'
import { createTextPrinter } from './print-text.ts'
import { createProgress, noProgress } from './progress.ts'
import { replay } from './replay.ts'
import { exit, type Surroundings } from './surroundings.ts'

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

/** `antom-checkout replay [file...]` */
export const createReplayCommand = (
  { stdin, stdout, stderr, env }: Surroundings,
  output: Output,
  errors: Output,
  onEnd: (status: number) => void,
): Command => {
  const replayFiles = async (
    files: readonly string[],
    { json, lang, submitButton }: ReplayArguments,
  ): Promise<void> => {
    const sources = await findSources(files.length > 0 ? files : ['-'], stdin, errors)
    if (!sources) return onEnd(exit.unusable)
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
    if (unreadable > 0) onEnd(exit.unusable)
    else if (badLines > 0) onEnd(exit.badLines)
  }

  return new Command('replay')
    .summary(summary)
    .description(description)
    .argument('[file...]', 'recorded traces: one JSON object a line')
    .option('--json', 'print one JSON object a trace, on a line')
    .addOption(new Option('--lang <lang>', 'the language of the meanings').choices(['en', 'zh']).default('en'))
    .addOption(submitButtonOption())
    .action(replayFiles)
}
