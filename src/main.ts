import { runCommandLine } from './commands/run-command-line.ts'

process.exitCode = await runCommandLine(process.argv.slice(2))
// Idle connections of libraries must not keep a finished command alive; what was printed still gets out.
process.stdout.write('', () => process.exit())
