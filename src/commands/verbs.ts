import type { CommandDef } from 'citty'
import { HouseError } from '../kernel/errors.ts'

const demo = { type: 'boolean', description: 'work on the demonstration in <data>/demo' } as const
const json = {
  type: 'boolean',
  description: 'JSON Lines on standard output, logs on standard error',
} as const

const audience = {
  type: 'string',
  description: 'whose eyes: everybody, members, internal or chamber:CODE',
} as const

type Args = Record<string, string | boolean | string[] | undefined>
export type VerbArgs = Args & { readonly _: readonly string[] }
/** Every verb gives its exit code: 0 done, 1 refused or failed. */
export interface Verb {
  readonly about: string
  readonly args: NonNullable<CommandDef['args']>
  run(args: VerbArgs): Promise<number>
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const flag = (value: unknown) => value === true
const common = (args: Args) => ({ json: flag(args.json), demo: flag(args.demo) })

function wholeNumber(name: string, value: unknown): number {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  throw new HouseError('usage', `${name} takes a whole number from 1.`)
}

/** The verbs; each is loaded when it is called, because most need only a part of the house. */
export const VERBS: Readonly<Record<string, Verb>> = {
  start: {
    about: 'run everything configured; the demonstration where nothing is',
    args: {
      demo,
      worker: { type: 'boolean', description: 'share the work of another process; opens no platform' },
    },
    run: async (args) =>
      (await import('./start.ts')).startCommand({ demo: flag(args.demo), worker: flag(args.worker) }),
  },
  chat: {
    about: 'a conversation in this terminal',
    args: {
      as: { type: 'string', required: true, description: 'code of the person who speaks' },
      in: { type: 'string', description: 'code of a group; left out: in private' },
      demo,
    },
    run: async (args) =>
      (await import('./chat.ts')).chatCommand({
        as: text(args.as) ?? '',
        in: text(args.in),
        demo: flag(args.demo),
      }),
  },
  stdio: {
    about: 'the line protocol: one JSON object a line in and out',
    args: {
      clock: {
        type: 'string',
        default: 'system',
        description: 'system, or manual: time moves only by `at` and `clock`',
      },
      now: { type: 'string', description: 'with --clock manual: the time to begin at' },
      demo,
    },
    run: async (args) => {
      const clock = text(args.clock)
      if (clock !== 'system' && clock !== 'manual')
        throw new HouseError('usage', '--clock takes system or manual.')
      return (await import('./stdio.ts')).stdioCommand({
        manual: clock === 'manual',
        now: text(args.now),
        demo: flag(args.demo),
      })
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
        ...common(args),
      }),
  },
  'docs add': {
    about: 'documents in: files and folders',
    args: {
      audience: {
        ...audience,
        description: 'who may read them: everybody (default), members, internal, chamber:CODE',
      },
      jsonl: { type: 'boolean', description: 'a file of {"doc_id","title","text"} lines' },
      json,
      demo,
    },
    run: async (args) =>
      (await import('./docs.ts')).docsAddCommand({
        paths: args._,
        audience: text(args.audience),
        jsonl: flag(args.jsonl),
        ...common(args),
      }),
  },
  'docs list': {
    about: 'the documents there are',
    args: { audience, json, demo },
    run: async (args) =>
      (await import('./docs.ts')).docsListCommand({ audience: text(args.audience), ...common(args) }),
  },
  'docs remove': {
    about: 'takes a document out of the answers',
    args: { doc: { type: 'positional', required: true, description: 'its name in docs list' }, json, demo },
    run: async (args) =>
      (await import('./docs.ts')).docsRemoveCommand({ doc: text(args.doc) ?? '', ...common(args) }),
  },
  'docs search': {
    about: 'reads {"id","question"} lines and gives the best passages',
    args: {
      top: { type: 'string', default: '10', description: 'documents a question' },
      audience,
      json,
      demo,
    },
    run: async (args) =>
      (await import('./docs.ts')).docsSearchCommand({
        top: wholeNumber('--top', args.top),
        audience: text(args.audience),
        ...common(args),
      }),
  },
  ask: {
    about: 'a policy question, or {"id","question"} lines with --json',
    args: {
      question: { type: 'positional', required: false, description: 'left out with --json' },
      'as-of': { type: 'string', description: 'as the rules stood on this day' },
      audience,
      json,
      demo,
    },
    run: async (args) =>
      (await import('./ask.ts')).askCommand({
        question: text(args.question),
        asOf: text(args['as-of']),
        audience: text(args.audience),
        ...common(args),
      }),
  },
  ledger: {
    about: 'every appeal, a line each',
    args: { json, demo },
    run: async (args) => (await import('./ledger.ts')).ledgerCommand(common(args)),
  },
  notices: {
    about: 'every notice with its letters and receipts',
    args: { json, demo },
    run: async (args) => (await import('./mailings.ts')).noticesCommand(common(args)),
  },
  drives: {
    about: 'every donation drive with what is missing and what arrived',
    args: { json, demo },
    run: async (args) => (await import('./mailings.ts')).drivesCommand(common(args)),
  },
  letters: {
    about: 'every letter with its state',
    args: { json, demo },
    run: async (args) => (await import('./letters.ts')).lettersCommand(common(args)),
  },
  'export person': {
    about: 'everything held about somebody',
    args: { code: { type: 'positional', required: true, description: 'code in the roster' }, json, demo },
    run: async (args) =>
      (await import('./export-person.ts')).exportPersonCommand({
        code: text(args.code) ?? '',
        ...common(args),
      }),
  },
  'forget person': {
    about: 'deletes or anonymises what is held about somebody; says first what that would be',
    args: {
      code: { type: 'positional', required: true, description: 'code in the roster' },
      yes: { type: 'boolean', description: 'do it' },
      json,
      demo,
    },
    run: async (args) =>
      (await import('./forget-person.ts')).forgetPersonCommand({
        code: text(args.code) ?? '',
        yes: flag(args.yes),
        ...common(args),
      }),
  },
  'audit verify': {
    about: 'checks the chain of the audit and says where it breaks',
    args: {
      head: { type: 'string', description: 'SEQ:HASH kept elsewhere, to hold it against' },
      json,
      demo,
    },
    run: async (args) =>
      (await import('./audit.ts')).auditVerifyCommand({ head: text(args.head), ...common(args) }),
  },
  doctor: {
    about: 'checks everything the house needs and says what to do',
    args: { json, demo },
    run: async (args) => (await import('./doctor.ts')).doctorCommand(common(args)),
  },
  backup: {
    about: 'the whole house in one file, without its key',
    args: {
      file: { type: 'positional', required: true, description: 'where to' },
      force: { type: 'boolean', description: 'over a file that is there' },
      json,
      demo,
    },
    run: async (args) =>
      (await import('./backup.ts')).backupCommand({
        file: text(args.file) ?? '',
        force: flag(args.force),
        ...common(args),
      }),
  },
  restore: {
    about: 'a backup into an empty house',
    args: {
      file: { type: 'positional', required: true, description: 'the backup' },
      verify: { type: 'boolean', description: 'only prove that it is good, on a scratch database' },
      moved: { type: 'boolean', description: 'the old house is gone for good' },
      json,
      demo,
    },
    run: async (args) =>
      (await import('./restore.ts')).restoreCommand({
        file: text(args.file) ?? '',
        verify: flag(args.verify),
        moved: flag(args.moved),
        ...common(args),
      }),
  },
}
