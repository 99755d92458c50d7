import { Option } from 'commander'

/** Whose submit button it was in a recording: the same question for each subcommand. */
export const submitButtonOption = (): Option =>
  new Option('--submit-button <owner>', 'who renders the pay button (default: what the trace shows)').choices([
    'sdk',
    'merchant',
  ])
