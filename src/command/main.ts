import process from 'node:process'
import { run } from './command.ts'

// The exit code, and not `exit`: what was written last has to reach a slow reader.
process.exitCode = await run(process.argv.slice(2), process)
