import { common, demo, json, type Verb } from './verb.ts'

/** Verbs that read the books out. */
export const BOOKS: Readonly<Record<string, Verb>> = {
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
}
