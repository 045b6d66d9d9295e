import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { House } from '../app.ts'
import { importRoster } from '../features/membership/import-roster.ts'
import { say } from './command-line.ts'
import { seedAppeals } from './demonstration-appeals.ts'
import { docsAdd } from './docs-add.ts'

const HOME = join(import.meta.dirname, '../../demo')

/** Fills an empty demonstration with its invented county; one that is filled already is left as it was. */
export async function prepareDemonstration(house: House): Promise<void> {
  const { storage, clock } = house
  const { total } = await storage.transactions.inOne(clock.now(), (work) =>
    storage.appeals.list({}, 0, 1, work),
  )
  if (total > 0) return
  // The appeals last: who is stopped in the middle begins anew, and what comes before changes nothing twice.
  for await (const line of docsAdd(house, [join(HOME, 'policies')], { audience: undefined, jsonl: false })) {
    if (line.outcome === 'refused') say(`${line.doc}: ${line.outcome}`)
  }
  const roster = JSON.parse(await readFile(join(HOME, 'roster.json'), 'utf8'))
  await importRoster(roster, {
    store: storage.membership,
    transactions: storage.transactions,
    at: clock.now(),
    dryRun: false,
  })
  await seedAppeals(house, join(HOME, 'appeals.json'))
}
