import { runCommandLine } from './commands/run-command-line.ts'

// Whoever reads may leave early (… | head): the write that failed says so, and the house is closed in order.
process.stdout.on('error', () => undefined)
process.exitCode = await runCommandLine(process.argv.slice(2))
// Idle connections of libraries must not keep a finished command alive; what was printed still gets out.
process.stdout.write('', () => process.exit())
