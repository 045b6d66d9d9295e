import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { House } from '../app.ts'
import { importRoster } from '../features/membership/import-roster.ts'

const HOME = join(import.meta.dirname, '../../demo')

/** Fills an empty demonstration with its invented county; one that is filled already is left as it was. */
export async function prepareDemonstration(house: House): Promise<void> {
  const { storage, clock } = house
  const directory = await storage.transactions.inOne(clock.now(), (work) => house.people.directory(work))
  if (directory.people.size > 0) return
  const roster = JSON.parse(await readFile(join(HOME, 'roster.json'), 'utf8'))
  await importRoster(roster, { store: storage.membership, transactions: storage.transactions, at: clock.now(), dryRun: false })
}
