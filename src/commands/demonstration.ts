import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { House } from '../app.ts'
import { importRoster } from '../features/membership/import-roster.ts'
import { proposeOffer } from '../features/policy/matching/propose-offer.ts'
import { dayOf } from '../kernel/clock.ts'
import { say } from './command-line.ts'
import { seedAppeals } from './demonstration-appeals.ts'
import { docsAdd } from './docs-add.ts'

const HOME = join(import.meta.dirname, '../../demo')
/** Those that companies apply under, and who of the staff marked them. */
const OFFERS = { docs: ['rd-subsidy.md', 'jobs-subsidy.md'], markedBy: 'su' }

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
  await markOffers(house)
  await setDuties(house)
  await seedAppeals(house, join(HOME, 'appeals.json'))
}

/** What leaders owe, as a county asks it: a visit to each chamber in a quarter, a meeting and a 慰问 in a year. */
async function setDuties({ storage, clock }: House): Promise<void> {
  await storage.transactions.inOne(clock.now(), async (work) => {
    if ((await storage.duties.listRules(work)).length > 0) return
    const from = `${dayOf(work.at).slice(0, 4)}-01-01`
    const set = {
      version: 1,
      per: 'chamber',
      count: 1,
      from,
      until: null,
      setBy: OFFERS.markedBy,
      setAt: work.at,
    } as const
    storage.duties.addRule({ ...set, id: 'duty:demo:visit', kind: 'visit', every: 'quarter' }, work)
    storage.duties.addRule({ ...set, id: 'duty:demo:meeting', kind: 'meeting', every: 'year' }, work)
    storage.duties.addRule({ ...set, id: 'duty:demo:condolence', kind: 'condolence', every: 'year' }, work)
  })
}

/** With the conditions as they are read from the documents. */
async function markOffers({ storage, clock }: House): Promise<void> {
  await storage.transactions.inOne(clock.now(), async (work) => {
    for (const text of await storage.matching.listTexts(OFFERS.docs, { passages: true }, work)) {
      if ((await storage.matching.findOffer(text.doc, work)) !== undefined) continue
      const { markedBy } = OFFERS
      const marked = { state: 'open', markedBy, markedAt: work.at, reminded: 0, version: 0 } as const
      storage.matching.saveOffer({ ...proposeOffer(text, dayOf(work.at)), ...marked }, work)
    }
  })
}
