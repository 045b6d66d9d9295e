import type { Transactions } from '../../kernel/work.ts'
import type { MembershipStore, RosterChange } from './membership.store.ts'
import { type RowError, readRoster } from './roster.ts'

export interface ImportResult {
  readonly changes: readonly RosterChange[]
  readonly errors: readonly RowError[]
}

/**
 * Takes a roster file's content into the database. Importing twice changes nothing; a row that is wrong is
 * named and stops nothing else; nothing is ever removed (an `until` ends a thing).
 */
export async function importRoster(
  file: unknown,
  options: {
    readonly store: MembershipStore
    readonly transactions: Transactions
    readonly at: Date
    readonly dryRun: boolean
  },
): Promise<ImportResult> {
  return options.transactions.inOne(options.at, async (work) => {
    const { chambers, companies, units, people, groups } = await options.store.directory(work)
    const known = {
      chambers: new Set(chambers.keys()),
      companies: new Set(companies.keys()),
      units: new Set(units.keys()),
      people: new Set(people.keys()),
      groupChats: new Map(
        [...groups.values()].map((group) => [`${group.platform}:${group.chatId}`, group.code]),
      ),
    }
    const { roster, errors } = readRoster(file, known)
    const changes = await options.store.takeIn(roster, !options.dryRun, work)
    return { changes, errors }
  })
}
