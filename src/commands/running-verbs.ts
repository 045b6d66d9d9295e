import { HouseError } from '../kernel/errors.ts'
import { common, demo, flag, json, text, type Verb } from './verb.ts'

/** Verbs that open the house and let it be spoken to, or fill its roster. */
export const RUNNING: Readonly<Record<string, Verb>> = {
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
      file: { type: 'positional', required: false, description: 'the roster' },
      template: { type: 'string', description: 'write an empty .xlsx roster to this file instead' },
      'dry-run': { type: 'boolean', description: 'say per row what would change, and change nothing' },
      json,
      demo,
    },
    run: async (args) => {
      const { importCommand, rosterTemplateCommand } = await import('./import.ts')
      const template = text(args.template)
      if (template !== undefined) return rosterTemplateCommand(template)
      const file = text(args.file)
      if (file === undefined)
        throw new HouseError('usage', 'Missing the roster: import FILE, or --template FILE.')
      return importCommand({ file, dryRun: flag(args['dry-run']), ...common(args) })
    },
  },
}
