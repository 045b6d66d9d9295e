import { type CommandDef, defineCommand, parseArgs, renderUsage } from 'citty'
import { exitCodeOf, ReaderLeft, say, sentenceOf } from './command-line.ts'
import type { Verb } from './verb.ts'
import { VERBS } from './verbs.ts'

function wrongUsage(sentence: string): number {
  say(sentence)
  return 2
}

function commandOf(name: string, verb: Verb): CommandDef {
  return defineCommand({ meta: { name: `niangjia ${name}`, description: verb.about }, args: verb.args })
}

function overview(): string {
  const width = Math.max(...Object.keys(VERBS).map((name) => name.length))
  const lines = Object.entries(VERBS).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`)
  return [
    'niangjia <verb> [options]',
    '',
    ...lines,
    '',
    'Each verb has --help. Settings: .env.example.',
  ].join('\n')
}

/** Runs one command line; gives the process's exit code and never throws. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  if (argv.length === 0 || argv[0] === '--help' || argv[0] === 'help') {
    console.log(overview())
    return argv.length === 0 ? 2 : 0
  }
  // `docs add` and its like are verbs of two words.
  const words = VERBS[`${argv[0]} ${argv[1]}`] === undefined ? 1 : 2
  const name = argv.slice(0, words).join(' ')
  const rest = argv.slice(words)
  const verb = VERBS[name]
  if (verb === undefined) return wrongUsage(`There is no verb "${name}".\n\n${overview()}`)
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(await renderUsage(commandOf(name, verb)))
    return 0
  }
  try {
    const unknown = unknownFlag(rest, verb)
    if (unknown !== undefined)
      return wrongUsage(`${name} has no option ${unknown}; see niangjia ${name} --help.`)
    return await verb.run(parseArgs([...rest], verb.args as never) as never)
  } catch (error) {
    if ((error as { name?: string }).name === 'CLIError')
      return wrongUsage(`${(error as Error).message} See niangjia ${name} --help.`)
    if (error instanceof ReaderLeft) return 0
    say(sentenceOf(error))
    return exitCodeOf(error)
  }
}

/** A mistyped option must not be taken silently for one that was left out. */
function unknownFlag(given: readonly string[], verb: Verb): string | undefined {
  const known = new Set(Object.keys(verb.args))
  return given.find(
    (word) => word.startsWith('--') && !known.has((word.slice(2).split('=')[0] ?? '').replace(/^no-/u, '')),
  )
}
