// What leaders ask, of a million appeals and five hundred leaders: how long each kind of question takes.
//   npm run bench:oversight -- [--appeals 1000000] [--rounds 40] [--only trend] [--who leader|staff] [--json] [--keep DIRECTORY]
// Each question is answered as in a turn, in a transaction of its own: found, put into words, its number kept with what
// is behind it; and where a chart comes with it, that is drawn. Asked by leaders in turn, and by somebody who sees
// everything. With --keep the database stays and is measured again next time.
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { painterAside } from '../../src/adapters/pictures/painter.ts'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import { importRoster } from '../../src/features/membership/import-roster.ts'
import { findAnswer } from '../../src/features/oversight/answers/find-answer.ts'
import { NOWHERE } from '../../src/features/oversight/asking/question.ts'
import { keepFigure } from '../../src/features/oversight/figures/keep-figure.ts'
import type { Sight } from '../../src/features/oversight/measures/measures.store.ts'
import { DEFAULT_BURST } from '../../src/inbox/burst.ts'
import { dayOf } from '../../src/kernel/clock.ts'
import { countyOf, FIVE_HUNDRED_LEADERS, leadersOf } from '../county/county.ts'
import { loadAppeals, TODAY } from '../county/load-appeals.ts'
import { loadEvents } from '../county/load-events.ts'
import { quantile, timeInTurn } from '../county/timing.ts'
import { CASES, type Case } from './cases.ts'

const { values } = parseArgs({
  options: {
    appeals: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '40' },
    only: { type: 'string', default: '' },
    who: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
})

const directory = values.keep ?? (await mkdtemp(join(tmpdir(), 'niangjia-bench-')))
await mkdir(directory, { recursive: true })
await chmod(directory, 0o755)
const storage = await openStorage({
  dataDirectory: directory,
  databaseUrl: process.env.DATABASE_URL,
  personalKey: undefined,
  burst: DEFAULT_BURST,
  say: () => undefined,
})
try {
  const { transactions, membership, oversight, measures, figures, counters, url } = storage
  const client = new pg.Client(url)
  await client.connect()
  // The server may go before we do.
  client.on('error', () => undefined)
  const { rows: there } = await client.query('SELECT FROM "Appeal" LIMIT 1')
  if (there.length === 0) {
    const county = countyOf(FIVE_HUNDRED_LEADERS)
    await importRoster(county, { store: membership, transactions, at: TODAY, dryRun: false })
    const began = performance.now()
    await loadAppeals(client, Number(values.appeals), FIVE_HUNDRED_LEADERS)
    await loadEvents(client)
    console.error(`loaded in ${Math.round((performance.now() - began) / 1000)} s`)
  }
  const { rows: sizes } = await client.query<{ appeals: string; events: string; indexes: string }>(
    `SELECT count(*) AS appeals, (SELECT count(*) FROM "AppealEvent") AS events,
       pg_size_pretty(pg_indexes_size('"Appeal"')) AS indexes FROM "Appeal"`,
  )
  await client.end()

  const leaders = leadersOf(FIVE_HUNDRED_LEADERS)
  const sights: Readonly<Record<string, (round: number) => Sight>> = {
    // Leaders of chambers, who answer for much, as often as those of a few firms.
    leader: (round) => ({
      person: {
        code: `le-${round % 2 === 0 ? round % 60 : 60 + ((round * 37) % (leaders - 60))}`,
        name: '领导',
        roles: ['leader'],
      },
      day: dayOf(TODAY),
      where: NOWHERE,
    }),
    staff: () => ({
      person: { code: 'staff', name: '工作人员', roles: ['staff'] },
      day: dayOf(TODAY),
      where: NOWHERE,
    }),
  }
  const painter = painterAside()
  async function ask({ question }: Case, sight: Sight, round: number): Promise<void> {
    const asked = question(round)
    const draft = await transactions.inOne(TODAY, async (work) => {
      const directory = await membership.directory(work)
      const { person } = sight
      const parts = { store: oversight, measures, person, directory, work }
      const found = await findAnswer(asked, parts)
      if (found.kind !== 'told') return undefined
      const { draft, day } = found
      if (draft.figure !== undefined)
        await keepFigure(
          { figures, counters },
          { person: person.code ?? '', question: asked, day, said: draft.head, ...draft.figure },
          work,
        )
      return draft
    })
    if (draft?.chart === undefined) return
    await painter.paint(draft.chart)
  }
  const all = Object.entries(sights).flatMap(([who, sightAt]) =>
    CASES.map((one) => [`${who}: ${one.name}`, (round: number) => ask(one, sightAt(round), round)] as const),
  )
  const chosen = all.filter(([name]) => name.includes(values.only) && name.startsWith(values.who))
  const times = await timeInTurn(new Map(chosen), Number(values.rounds))
  const round1 = (ms: number) => Math.round(ms * 10) / 10
  const measured = [...times].map(([name, list]) => ({
    name,
    p50Ms: round1(quantile(list, 0.5)),
    p95Ms: round1(quantile(list, 0.95)),
  }))
  if (values.json) console.log(JSON.stringify({ ...sizes[0], figures: measured }))
  else {
    console.log(
      `${sizes[0]?.appeals} appeals, ${sizes[0]?.events} events; ${sizes[0]?.indexes} of indexes on appeals`,
    )
    for (const { name, p50Ms, p95Ms } of measured)
      console.log(
        `${name.padEnd(44)} p50 ${String(p50Ms).padStart(7)} ms   p95 ${String(p95Ms).padStart(7)} ms`,
      )
  }
} finally {
  await storage.close()
  if (values.keep === undefined) await rm(directory, { recursive: true, force: true })
}
process.exit()
