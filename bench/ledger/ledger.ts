// A ledger of a million appeals, and what staff ask of it all day: lists and the three rates. (Leaders: bench/oversight.)
//   npm run bench:ledger -- [--appeals 1000000] [--rounds 40] [--json] [--keep DIRECTORY]
// Everything goes through the house's own stores; each case in a transaction of its own, as in a turn.
//   npm run bench:ledger -- sheet …   the workbook out and in, see sheet.ts
// With --keep the database stays and is measured again the next time.
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import { PAGE_SIZE } from '../../src/features/appeals/appeals.effects.ts'
import { filterOf } from '../../src/features/appeals/staff/list-filter.ts'
import { importRoster } from '../../src/features/membership/import-roster.ts'
import { DEFAULT_BURST } from '../../src/inbox/burst.ts'
import type { Work } from '../../src/kernel/work.ts'
import { countyOf, LARGE } from '../county/county.ts'
import { loadAppeals, TODAY } from '../county/load-appeals.ts'
import { quantile, timeInTurn } from '../county/timing.ts'
import { benchSheet } from './sheet.ts'

if (process.argv[2] === 'sheet') {
  await benchSheet(process.argv.slice(3))
  process.exit()
}

const { values } = parseArgs({
  options: {
    appeals: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
    keep: { type: 'string' },
    only: { type: 'string' },
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
  const { transactions, appeals, rates, url } = storage
  const client = new pg.Client(url)
  await client.connect()
  // The server may go before we do.
  client.on('error', () => undefined)
  const { rows: there } = await client.query('SELECT FROM "Appeal" LIMIT 1')
  if (there.length === 0) {
    await importRoster(countyOf(LARGE), {
      store: storage.membership,
      transactions,
      at: TODAY,
      dryRun: false,
    })
    const began = performance.now()
    await loadAppeals(client, Number(values.appeals), LARGE)
    console.error(`loaded in ${Math.round((performance.now() - began) / 1000)} s`)
  }
  const {
    rows: [size],
  } = await client.query<Record<string, string>>(
    `SELECT count(*) AS appeals, count(*) FILTER (WHERE "status" IN ('filed','accepted','dispatched','inProgress','paused','sentBack')) AS open,
       pg_size_pretty(pg_table_size('"Appeal"')) AS rows, pg_size_pretty(pg_indexes_size('"Appeal"')) AS indexes FROM "Appeal"`,
  )
  await client.end()

  const inOne = <T>(act: (work: Work) => Promise<T>) => transactions.inOne(TODAY, act)
  const list = (filter: Parameters<typeof appeals.list>[0], page = 1) =>
    inOne((work) => appeals.list(filter, (page - 1) * PAGE_SIZE, PAGE_SIZE, work))
  const span = { from: new Date('2025-01-01T00:00:00+08:00'), before: new Date('2026-01-01T00:00:00+08:00') }
  type Case = readonly [name: string, run: (round: number) => Promise<unknown>]
  const all: readonly Case[] = [
    ['staff: open, page 1', () => list(filterOf('open', TODAY))],
    ['staff: open, page 50', () => list(filterOf('open', TODAY), 50)],
    ['staff: to be dispatched', () => list(filterOf('undispatched', TODAY))],
    ['staff: overdue', () => list(filterOf('overdue', TODAY))],
    ['staff: new today', () => list(filterOf('today', TODAY))],
    ['staff: resolved, all of them', () => list(filterOf('resolved', TODAY))],
    [
      'staff: open of a unit',
      (round) => list({ ...filterOf('open', TODAY), unit: `un-${round % LARGE.units}` }),
    ],
    ['rates: a year', () => inOne((work) => rates.figures({ span }, work))],
    [
      'rates: a year of a unit',
      (round) => inOne((work) => rates.figures({ span, unit: `un-${round % LARGE.units}` }, work)),
    ],
    [
      'rates: a year of a category',
      () => inOne((work) => rates.figures({ span, category: 'financing' }, work)),
    ],
    ['rates: a year by unit', () => inOne((work) => rates.figuresBy('unit', { span }, work))],
    [
      'rates: list of a year, missed',
      () => inOne((work) => rates.list('response', 'against', { span }, { offset: 0, limit: 10 }, work)),
    ],
  ]
  const cases = new Map(all.filter(([name]) => values.only === undefined || name.includes(values.only)))
  const times = await timeInTurn(cases, Number(values.rounds))
  const round1 = (ms: number) => Math.round(ms * 10) / 10
  const figures = [...times].map(([name, list]) => ({
    name,
    p50Ms: round1(quantile(list, 0.5)),
    p95Ms: round1(quantile(list, 0.95)),
  }))
  if (values.json) console.log(JSON.stringify({ ...size, figures }))
  else {
    console.log(
      `${size?.appeals} appeals, ${size?.open} open; ${size?.rows} of rows, ${size?.indexes} of indexes`,
    )
    for (const { name, p50Ms, p95Ms } of figures)
      console.log(
        `${name.padEnd(32)} p50 ${String(p50Ms).padStart(7)} ms   p95 ${String(p95Ms).padStart(7)} ms`,
      )
  }
} finally {
  await storage.close()
  if (values.keep === undefined) await rm(directory, { recursive: true, force: true })
}
process.exit()
