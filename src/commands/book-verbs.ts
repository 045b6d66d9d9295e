import { scopeArgs, scopeWords, stateArg } from './ledger-scope.ts'
import { common, demo, flag, json, text, type Verb } from './verb.ts'

/** Verbs that read the books out. */
export const BOOKS: Readonly<Record<string, Verb>> = {
  ledger: {
    about: 'every appeal, a line each or as a workbook',
    args: {
      xlsx: { type: 'string', description: 'write an .xlsx workbook to this file' },
      ...scopeArgs,
      state: stateArg,
      json,
      demo,
    },
    run: async (args) =>
      (await import('./ledger.ts')).ledgerCommand({
        xlsx: text(args.xlsx),
        words: scopeWords(args),
        ...common(args),
      }),
  },
  'ledger import': {
    about: 'take back what was corrected in a ledger that went out',
    args: {
      file: { type: 'positional', required: true, description: 'the workbook' },
      as: { type: 'string', description: 'code of the member of staff who corrects' },
      'dry-run': { type: 'boolean', description: 'say what would change, and change nothing' },
      json,
      demo,
    },
    run: async (args) =>
      (await import('./ledger-import.ts')).ledgerImportCommand({
        file: text(args.file) ?? '',
        as: text(args.as),
        dryRun: flag(args['dry-run']),
        ...common(args),
      }),
  },
  rates: {
    about: 'the three rates with what they are of',
    args: {
      ...scopeArgs,
      by: { type: 'string', description: 'one line a unit, category or chamber' },
      lists: { type: 'boolean', description: 'the matters behind every number too' },
      json,
      demo,
    },
    run: async (args) =>
      (await import('./rates.ts')).ratesCommand({
        words: scopeWords(args),
        by: text(args.by),
        lists: flag(args.lists),
        ...common(args),
      }),
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
  'drives verify': {
    about:
      'whether the editions of a disclosure list hang together and add up; for anybody, without a database',
    args: {
      of: {
        type: 'positional',
        required: true,
        description: "a downloaded chain.json, the address of a public page, or a drive's number here",
      },
      known: { type: 'string', description: 'EDITION:DIGEST noted elsewhere, to hold it against' },
      json,
      demo,
    },
    run: async (args) =>
      (await import('./drives-verify.ts')).drivesVerifyCommand({
        of: text(args.of) ?? '',
        known: text(args.known),
        ...common(args),
      }),
  },
  'drives import': {
    about: 'enter what the charity booked or spent, from its workbook',
    args: {
      number: { type: 'positional', required: true, description: 'the drive' },
      file: { type: 'positional', required: true, description: 'the workbook' },
      as: { type: 'string', description: 'code of the member of staff who enters it' },
      'dry-run': { type: 'boolean', description: 'say what would be entered, and enter nothing' },
      json,
      demo,
    },
    run: async (args) =>
      (await import('./drives-import.ts')).drivesImportCommand({
        number: text(args.number),
        file: text(args.file) ?? '',
        as: text(args.as),
        dryRun: flag(args['dry-run']),
        ...common(args),
      }),
  },
  tasks: {
    about: 'everything that somebody was told to do, by whom and by when',
    args: { json, demo },
    run: async (args) => (await import('./tasks.ts')).tasksCommand(common(args)),
  },
  visits: {
    about: 'every visit and meeting that was recorded, with what was found there',
    args: { json, demo },
    run: async (args) => (await import('./visits.ts')).visitsCommand(common(args)),
  },
  letters: {
    about: 'every letter with its state',
    args: { json, demo },
    run: async (args) => (await import('./letters.ts')).lettersCommand(common(args)),
  },
}
