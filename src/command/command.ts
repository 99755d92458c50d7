import { createRequire } from 'node:module'
import { Command, CommanderError } from 'commander'
import { createInspectCommand } from './inspect-command.ts'
import { createOutput } from './output.ts'
import { createReplayCommand } from './replay-command.ts'
import { exit, type Surroundings } from './surroundings.ts'

const { version } = createRequire(import.meta.url)('antom-checkout-machine/package.json') as { version: string }

/** Runs `antom-checkout` with these arguments. Resolves to its exit status. */
export const run = async (args: readonly string[], surroundings: Surroundings): Promise<number> => {
  const output = createOutput(surroundings.stdout)
  const errors = createOutput(surroundings.stderr)
  let status: number = exit.done
  const onEnd = (ended: number): void => {
    status = ended
  }

  const program = new Command('antom-checkout')
    .description('Looks at journeys through Antom’s checkout component.')
    .version(version)
  const subcommands = [createReplayCommand, createInspectCommand].map((create) =>
    create(surroundings, output, errors, onEnd),
  )
  for (const subcommand of subcommands) program.addCommand(subcommand)
  for (const command of [program, ...subcommands]) {
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => void output.write(text), writeErr: (text) => void errors.write(text) })
  }

  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.unusable
    throw error
  }
  if (!output.failure) return status
  errors.write(`error: cannot write: ${output.failure.message}\n`)
  return exit.unusable
}
