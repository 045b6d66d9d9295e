import { common, demo, flag, json, text, type Verb } from './verb.ts'

/** Verbs of whoever keeps the house. */
export const KEEPING: Readonly<Record<string, Verb>> = {
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
  'invite person': {
    about: 'a one-time code with which somebody makes their chat account known',
    args: { code: { type: 'positional', required: true, description: 'code in the roster' }, json, demo },
    run: async (args) =>
      (await import('./invite-person.ts')).invitePersonCommand({
        code: text(args.code) ?? '',
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
  'calendar list': {
    about: 'the years whose working calendar is known',
    args: { json, demo },
    run: async (args) => (await import('./calendar.ts')).calendarListCommand(common(args)),
  },
  'calendar add': {
    about: "loads a year's notice of holidays and computes open deadlines anew",
    args: {
      file: {
        type: 'positional',
        required: true,
        description: 'a .json file, or the text of the notice (.txt)',
      },
      json,
      demo,
    },
    run: async (args) =>
      (await import('./calendar.ts')).calendarAddCommand({ file: text(args.file) ?? '', ...common(args) }),
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
