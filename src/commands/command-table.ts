import { type CommandDef, defineCommand, parseArgs, renderUsage } from 'citty'
import { exitCodeOf, say, sentenceOf } from './command-line.ts'

const demo = { type: 'boolean', description: 'work on the demonstration in <data>/demo' } as const
const json = { type: 'boolean', description: 'JSON Lines on standard output, logs on standard error' } as const

type Args = Record<string, string | boolean | string[] | undefined>
/** Every verb gives its exit code: 0 done, 1 refused or failed. */
interface Verb {
  readonly about: string
  readonly args: NonNullable<CommandDef['args']>
  run(args: Args & { _: string[] }): Promise<number>
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const flag = (value: unknown) => value === true

/** The verbs; each is loaded when it is called, because most need only a part of the house. */
const VERBS: Readonly<Record<string, Verb>> = {
  start: {
    about: 'run everything configured; the demonstration where nothing is',
    args: { demo, worker: { type: 'boolean', description: 'share the work of another process; opens no platform' } },
    run: async (args) => (await import('./start.ts')).startCommand({ demo: flag(args.demo), worker: flag(args.worker) }),
  },
  chat: {
    about: 'a conversation in this terminal',
    args: {
      as: { type: 'string', required: true, description: 'code of the person who speaks' },
      in: { type: 'string', description: 'code of a group; left out: in private' },
      demo,
    },
    run: async (args) =>
      (await import('./chat.ts')).chatCommand({ as: text(args.as) ?? '', in: text(args.in), demo: flag(args.demo) }),
  },
  stdio: {
    about: 'the line protocol: one JSON object a line in and out',
    args: {
      clock: { type: 'string', default: 'system', description: 'system, or manual: time moves only by `at` and `clock`' },
      now: { type: 'string', description: 'with --clock manual: the time to begin at' },
      demo,
    },
    run: async (args) => {
      const clock = text(args.clock)
      if (clock !== 'system' && clock !== 'manual') return wrongUsage('--clock takes system or manual.')
      return (await import('./stdio.ts')).stdioCommand({ manual: clock === 'manual', now: text(args.now), demo: flag(args.demo) })
    },
  },
  import: {
    about: 'take in a roster (.json or .xlsx)',
    args: {
      file: { type: 'positional', required: true, description: 'the roster' },
      'dry-run': { type: 'boolean', description: 'say per row what would change, and change nothing' },
      json,
      demo,
    },
    run: async (args) =>
      (await import('./import.ts')).importCommand({
        file: text(args.file) ?? '',
        dryRun: flag(args['dry-run']),
        json: flag(args.json),
        demo: flag(args.demo),
      }),
  },
}

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
  return ['niangjia <verb> [options]', '', ...lines, '', 'Each verb has --help. Settings: .env.example.'].join('\n')
}

/** Runs one command line; gives the process's exit code and never throws. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(overview())
    return name === undefined ? 2 : 0
  }
  const verb = VERBS[name]
  if (verb === undefined) return wrongUsage(`There is no verb "${name}".\n\n${overview()}`)
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(await renderUsage(commandOf(name, verb)))
    return 0
  }
  try {
    const unknown = unknownFlag(rest, verb)
    if (unknown !== undefined) return wrongUsage(`${name} has no option ${unknown}; see niangjia ${name} --help.`)
    return await verb.run(parseArgs(rest, verb.args as never) as never)
  } catch (error) {
    if ((error as { name?: string }).name === 'CLIError') return wrongUsage(`${(error as Error).message} See niangjia ${name} --help.`)
    say(sentenceOf(error))
    return exitCodeOf(error)
  }
}

/** A mistyped option must not be taken silently for one that was left out. */
function unknownFlag(given: readonly string[], verb: Verb): string | undefined {
  const known = new Set(Object.keys(verb.args))
  return given.find((word) => word.startsWith('--') && !known.has((word.slice(2).split('=')[0] ?? '').replace(/^no-/u, '')))
}
